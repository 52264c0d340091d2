extension KeyMap {
    /// The keys of the wizard's steps, and of its fields as far as they are common to all.
    static let wizardKeys: [KeyBinding] =
        comparisonKeys + [
            // What each step is about comes first, since the footer keeps this order.
            KeyBinding([.enter], .open, in: [.wizardDatasets], "go on", "Go on.", importance: 9),
            KeyBinding(
                [.character("s"), .function(10)], .submitRequest, in: [.wizardReview], "submit", "Send the request.",
                importance: 9, isDestructive: true),
            KeyBinding(
                [.enter], .jumpToField, in: [.wizardReview], "change", "Go to this answer.", importance: 8),
            KeyBinding(
                [.character("r")], .retry, in: [.wizardDatasets, .wizardReview], "try again",
                "Try again what failed, or ask the portal what it has.", importance: 8),
            KeyBinding(
                [.tab], .nextField, in: wizardFields, "next field", "Go to the next field.", importance: 9),
            KeyBinding([.enter], .nextField, in: [.wizardText], "next field", "Go to the next field."),
            KeyBinding(
                [.backTab], .previousField, in: wizardFields, "field before", "Go to the field before."),
            KeyBinding(
                [.up], .previousField, in: [.wizardText], "field before", "Go to the field before."),
            KeyBinding([.down], .nextField, in: [.wizardText], "next field", "Go to the next field."),
            KeyBinding(
                [.character(" "), .enter], .toggleChoice, in: [.wizardChoice], "choose", "Choose or unchoose.",
                importance: 8),
            KeyBinding(
                [.control("o"), .function(4)], .editInEditor, in: [.wizardText, .wizardMultiline, .wizardTable],
                "editor",
                "Write the text in your $EDITOR.", importance: 4),
            KeyBinding(
                [.control("n"), .pageDown], .nextStep, in: [.wizardText, .wizardChoice], "next step",
                "Go to the next step.", importance: 4),
            KeyBinding(
                [.control("p"), .pageUp], .previousStep, in: [.wizardText, .wizardChoice], "step before",
                "Go to the step before."),
            KeyBinding([.control("n")], .nextStep, in: wizardPaged, "next step", "Go to the next step."),
            KeyBinding([.control("p")], .previousStep, in: wizardPaged, "step before", "Go to the step before."),
            KeyBinding(
                [.control("n"), .tab, .right], .nextStep, in: [.wizardDatasets], "next step", "Go to the next step."),
            KeyBinding(
                [.control("n"), .tab, .right], .nextStep, in: [.wizardLicences, .wizardReview], "next step",
                "Go to the next step.", importance: 8),
            KeyBinding(
                [.control("p"), .backTab, .left], .previousStep, in: [.wizardDatasets, .wizardLicences, .wizardReview],
                "step before", "Go to the step before."),
            KeyBinding(
                [.function(8), .control("t")], .nextMissing, in: wizardSteps, "next missing",
                "Go to the next thing that is missing.", importance: 6),
            KeyBinding(
                [.function(9), .control("r")], .showReview, in: wizardSteps, "review", "Review every answer.",
                importance: 7),
            KeyBinding(
                [.control("s")], .saveNow, in: wizardSteps, "save", "Save at the portal now; here it is saved anyway."),
            KeyBinding(
                [.escape], .leaveWizard, in: wizardSteps, "leave, kept", "Leave; everything is kept.", importance: 5),
            KeyBinding(
                [.enter], .leaveWizard, in: [.wizardResult], "to the requests", "Go to the list of requests.",
                importance: 9),
            KeyBinding(
                [.escape], .goBack, in: [.wizardResult], "where it began",
                "Go back to the datasets or the basket, where the request was begun.", importance: 8),
            KeyBinding(
                [.character("q")], .leaveWizard,
                in: [.wizardDatasets, .wizardFiles, .wizardLicences, .wizardReview, .wizardResult], "leave, kept",
                "Leave; everything is kept."),
        ]

    /// One draft and two programs, or two places where a request is filled in.
    private static let comparisonKeys: [KeyBinding] = [
        KeyBinding(
            [.character("m")], .keepMine, in: [.wizardComparison], "keep mine",
            "Keep the answer from here; it goes to the portal.", importance: 9),
        KeyBinding(
            [.character("t")], .takeTheirs, in: [.wizardComparison], "take theirs",
            "Take the other answer in place of the one from here.", importance: 9),
        KeyBinding([.character("M")], .keepAllMine, in: [.wizardComparison], "all mine", "Keep all answers from here."),
        KeyBinding(
            [.character("T")], .takeAllTheirs, in: [.wizardComparison], "all theirs", "Take all the other answers."),
        KeyBinding(
            [.enter], .open, in: [.wizardComparison], "edit", "Go to the field and write the answer anew.",
            importance: 7),
        KeyBinding(
            [.escape, .function(12), .character("q")], .goBack, in: [.wizardComparison], "later",
            "Choose later; nothing is sent of these answers until then.", importance: 8),
        KeyBinding(
            [.character("t"), .alt("t"), .function(11)], .takeOver, in: [.wizardDatasets], "take draft",
            "Take the draft over from the program that has it open.", importance: 9),
        KeyBinding(
            [.alt("t"), .function(11)], .takeOver, in: wizardSteps.filter { $0 != .wizardDatasets }, "take draft",
            "Take the draft over from the program that has it open.", importance: 9),
        KeyBinding(
            [.function(12), .alt("v")], .compareAnswers, in: wizardSteps, "compare",
            "Show the answers that differ at the portal, and choose.", importance: 9),
    ]

    private static let wizardFields: [KeyContext] = [
        .wizardText, .wizardMultiline, .wizardChoice, .wizardCalendar, .wizardTable, .wizardFiles,
    ]

    /// Where PageUp and PageDown move within the field.
    private static let wizardPaged: [KeyContext] = [.wizardMultiline, .wizardCalendar, .wizardTable, .wizardFiles]

    private static let wizardSteps: [KeyContext] = [
        .wizardDatasets, .wizardText, .wizardMultiline, .wizardChoice, .wizardTable, .wizardFiles, .wizardLicences,
        .wizardReview,
    ]
}
