extension KeyContext {
    /// Datasets beside each other.
    public static let comparison = KeyContext("comparison", "Datasets compared", moves: .text)
}

/// Datasets beside each other, field by field.
struct ComparisonPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("c")], "compareDatasets", in: [.browserList, .basket], "compare",
            "Show two to five marked datasets, or those of the basket, beside each other.", importance: 2,
            also: ["difference", "side by side"], when: { $0.comparisonAvailability }, run: { $0.beginComparison() }),
        CommandSpec(
            [.right, .character("l")], "nextColumn", in: [.comparison], "next", "To the datasets at the right.",
            importance: 6, when: { $0.canShiftComparison }, run: { $0.shiftComparison(by: 1) }),
        CommandSpec(
            [.left, .character("h")], "previousColumn", in: [.comparison], "before", "To the datasets at the left.",
            when: { $0.canShiftComparison }, run: { $0.shiftComparison(by: -1) }),
        CommandSpec(
            [.character("d")], "onlyDifferences", in: [.comparison], "differences",
            "Only what differs, or everything.", importance: 8, run: { $0.toggleDifferences() }),
        CommandSpec(
            [.character("e")], "exportComparison", in: [.comparison], "export",
            "Write the comparison into a file, as Markdown or CSV.", importance: 7,
            also: ["save", "markdown", "csv"], run: { $0.chooseComparisonFormat() }),
        CommandSpec(
            [.escape], .goBack, in: [.comparison], "back", "Close this.", importance: 9,
            run: { $0.leaveComparison() }),
        CommandSpec(
            [.character("q")], .goBack, in: [.comparison], "back", "Close this.", run: { $0.leaveComparison() }),
    ]

    func context(in state: AppState) -> KeyContext { .comparison }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let offset = state.scrolled(state.comparison?.offset ?? 0, movement)
        state.comparison?.offset = offset
        return []
    }
}
