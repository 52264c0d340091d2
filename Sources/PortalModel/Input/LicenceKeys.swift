extension KeyMap {
    /// The keys of the wizard's licences, in the list and while one is read.
    static let licenceKeys: [KeyBinding] = [
        KeyBinding(
            [.character(" ")], .acceptLicence, in: licences, "accept", "Accept the licence, or take it back.",
            importance: 9),
        KeyBinding(
            [.enter], .open, in: [.wizardLicences], "read", "Read the licence in full.", importance: 6),
        KeyBinding([.escape, .character("q")], .goBack, in: [.licence], "back", "Back to the list.", importance: 8),
        KeyBinding(
            [.tab, .character("n")], .next, in: [.licence], "next licence", "Read the next licence.", importance: 5),
        KeyBinding(
            [.backTab, .character("p")], .previous, in: [.licence], "licence before", "Read the licence before."),
        KeyBinding(
            [.character("A")], .acceptAllLicences, in: licences, "accept all", "Accept all licences.",
            importance: 5),
        KeyBinding(
            [.character("t")], .changeLanguage, in: licences, "language",
            "Show the terms in the next language that the portal has them in.", importance: 3),
        KeyBinding(
            [.character("y")], .copyIdentifier, in: licences, "copy", "Copy the address, or the terms.", importance: 3),
        KeyBinding(
            [.character("s")], .downloadFile, in: licences, "download",
            "Fetch the file with the terms into your download folder.", importance: 2),
        KeyBinding(
            [.character("r")], .refresh, in: [.licence], "fetch again", "Fetch the file with the terms again."),
    ]

    private static let licences: [KeyContext] = [.wizardLicences, .licence]
}
