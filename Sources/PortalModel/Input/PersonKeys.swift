extension KeyMap {
    /// The keys of the personal profile, and of what it and earlier requests offer in the wizard.
    static let personKeys: [KeyBinding] = [
        KeyBinding(
            [.function(3), .control("g")], .takeOffer, in: wizardOffers, "take over",
            "Take over what is offered for this field; again for the next offer.", importance: 8),
        KeyBinding(
            [.alt("g")], .takeAllOffers, in: wizardOffers, "take all",
            "Take over what is offered for the empty fields of this form.", importance: 6),
        KeyBinding(
            [.alt("u")], .undoOffers, in: wizardOffers, "take back", "Take out again what was taken over last."),
        KeyBinding(
            [.tab, .down], .next, in: [.person], "next line", "Go to the next line.", importance: 8),
        KeyBinding([.backTab, .up], .previous, in: [.person], "line before", "Go to the line before."),
        KeyBinding(
            [.enter], .choose, in: [.person], "next line", "Go to the next line; after the last one keep it all.",
            importance: 7),
        KeyBinding([.control("s")], .saveNow, in: [.person], "keep", "Keep it on this machine.", importance: 9),
        KeyBinding(
            [.escape], .goBack, in: [.person], "leave, kept", "Leave; what is written is kept.", importance: 6),
        KeyBinding(
            [.character("P")], .editPerson, in: [.global], "your profile",
            "Write down what forms ask of you; it is offered then."),
        KeyBinding(
            [.alt("p")], .editPerson, in: [.everywhere], "your profile",
            "Write down what forms ask of you; it is offered then."),
    ]

    private static let wizardOffers: [KeyContext] = [
        .wizardText, .wizardMultiline, .wizardChoice, .wizardTable,
    ]
}
