extension KeyMap {
    /// The keys of documents and answers files.
    static let documentKeys: [KeyBinding] = [
        KeyBinding(
            [.character("E")], .exportRequest, in: [.request], "write to a file",
            "Write the request to a file, as Markdown, text, JSON or PDF."),
        KeyBinding(
            [.character("v")], .openPager, in: [.request, .licence, .textOverlay], "pager",
            "Read it in your $PAGER.", importance: 2),
        KeyBinding(
            [.alt("o")], .loadAnswers, in: answered, "load answers",
            "Load answers from a file; nothing is replaced unasked."),
        KeyBinding(
            [.alt("w")], .saveAnswers, in: answered, "save answers", "Save the answers to a file, for other requests."),
        KeyBinding([.enter], .choose, in: [.exportMenu, .answersPath, .answersOffer], "go", "Do it.", importance: 8),
        KeyBinding(
            [.tab], .completePath, in: [.answersPath], "complete", "Write the name out as far as it is clear.",
            importance: 7),
        KeyBinding(
            [.escape], .goBack, in: [.exportMenu, .answersPath, .answersOffer], "back", "Close this.", importance: 9),
        KeyBinding([.character("q")], .goBack, in: [.exportMenu, .answersOffer], "back", "Close this."),
        KeyBinding(
            [.down, .character("j"), .tab], .moveDown, in: [.exportMenu, .answersOffer], "down", "One down."),
        KeyBinding(
            [.up, .character("k"), .backTab], .moveUp, in: [.exportMenu, .answersOffer], "up", "One up."),
    ]

    private static let answered: [KeyContext] = [
        .wizardDatasets, .wizardText, .wizardMultiline, .wizardChoice, .wizardTable, .wizardFiles, .wizardLicences,
        .wizardReview,
    ]
}
