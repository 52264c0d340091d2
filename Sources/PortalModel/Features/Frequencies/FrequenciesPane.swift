extension KeyContext {
    /// How often a variant is seen.
    public static let frequencies = KeyContext("frequencies", "Allele frequencies", moves: .list)
    /// The line in which the variant is typed.
    public static let frequenciesLine = KeyContext(
        "frequenciesLine", "Allele frequencies: the variant", takesText: true)
}

/// How often a variant is seen: a line to type it in, and a table of populations.
struct FrequenciesPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("F")], "showFrequencies", in: [.browserList], "frequencies",
            "Look up how often a variant occurs in populations.",
            also: ["allele", "variant", "beacon", "snp", "mutation"], when: { $0.offered(.alleleFrequencies) },
            run: { $0.showFrequencies() }),
        CommandSpec(
            [.enter], .choose, in: [.frequenciesLine], "look up", "Ask how often the variant occurs.", importance: 9,
            run: { $0.askFrequencies() }),
        CommandSpec(
            [.down, .tab], .next, in: [.frequenciesLine], "to the table", "To what was found.", importance: 7,
            when: { $0.frequencies.query == nil ? .hidden : .available }, run: { $0.leaveFrequencies() }),
        CommandSpec(
            [.escape], .goBack, in: [.frequenciesLine], "back", "One level up.", importance: 8,
            run: { $0.leaveFrequencies() }),
        CommandSpec(
            [.character("/")], .search, in: [.frequencies], "variant", "Type another variant.", importance: 9,
            run: { $0.changeVariant() }),
        CommandSpec(
            [.enter], .choose, in: [.frequencies], "its dataset",
            "Open the dataset of the population, where access is asked for.", importance: 7,
            also: ["basket", "request", "access"],
            when: {
                $0.frequencies.selected?.dataset == nil
                    ? .unavailable(reason: .frequencies(.noDataset)) : .available
            }, run: { $0.openDatasetOfFrequency() }),
        CommandSpec(
            [.character("s")], "arrangeFrequencies", in: [.frequencies], "sort",
            "Order the populations by the next column.", importance: 6, run: { $0.arrangeFrequencies() }),
        CommandSpec(
            [.character("a")], "changeAssembly", in: [.frequencies], "assembly",
            "Ask the same in the other reference genome.", importance: 5, also: ["grch37", "grch38", "hg19", "hg38"],
            run: { $0.askInOtherAssembly() }),
        CommandSpec(
            [.character("x")], "changeSex", in: [.frequencies], "sex", "Ask of everybody, of women or of men.",
            importance: 4, run: { $0.askOfNextSex() }),
        CommandSpec(
            [.character("C")], .copyTable, in: [.frequencies], "copy as CSV",
            "Copy the table as comma-separated values.", importance: 3,
            when: { $0.frequencies.rows.isEmpty ? .unavailable(reason: .frequencies(.nothingToCopy)) : .available },
            run: { [.host(.copy(AlleleFrequency.csv(of: $0.frequencies.rows)))] }),
        CommandSpec(
            [.character("r")], .refresh, in: [.frequencies], "ask again", "Ask the network again.",
            run: { $0.askFrequenciesAgain() }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.frequencies], "back", "One level up.", importance: 8,
            run: { $0.leaveFrequencies() }),
    ]

    func context(in state: AppState) -> KeyContext { state.frequencies.isTyping ? .frequenciesLine : .frequencies }

    func pageRows(in state: AppState) -> Int { max(state.layout.body.rows - 6, 1) }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.frequencies.selection = ListPosition.moved(
            state.frequencies.selection, movement, count: state.frequencies.rows.count,
            visible: pageRows(in: state))
        return []
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard state.frequencies.isTyping else { return [] }
        state.frequencies.problem = nil
        change(&state.frequencies.line)
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .overlayItem(let index) = target, state.frequencies.rows.indices.contains(index) else { return [] }
        state.frequencies.isTyping = false
        state.frequencies.selection = index
        return kind == .doubleClick ? state.openDatasetOfFrequency() : []
    }
}
