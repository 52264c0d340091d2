extension KeyContext {
    /// All that a dataset's page says, narrowed by typed words.
    public static let datasetFind = KeyContext("datasetFind", "Find in a dataset", takesText: true, moves: .text)
}

/// All parts of a dataset's page at once, of which stays what holds the words that are typed.
struct DatasetFindPane: Pane {
    let find: TextBuffer
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("/")], "findInDataset", in: [.dataset], "find",
            "Find in all parts of the dataset's page: fields, files, contacts, the data dictionary.", importance: 7,
            also: ["search", "look for", "variable", "dictionary"],
            when: { $0.browser.detail == nil ? .hidden : .available },
            run: { state in
                state.overlay = .datasetFind(find: TextBuffer(), offset: 0)
                state.scrollLimit = AppState.unmeasured
                return []
            }),
        CommandSpec(
            [.escape], .goBack, in: [.datasetFind], "back", "Close this.", importance: 9,
            run: { $0.leaveOverlay() }),
        CommandSpec(
            [.enter], "searchCatalogue", in: [.datasetFind], "in the catalogue",
            "Search the whole catalogue for these words.", importance: 8,
            when: { state in
                guard case .datasetFind(let find, _) = state.overlay else { return .hidden }
                return find.text.trimmingSpaces.isEmpty ? .unavailable(reason: .search(.noWords)) : .available
            },
            run: { state in
                guard case .datasetFind(let find, _) = state.overlay else { return [] }
                state.overlay = nil
                return state.search(line: find.text)
            }),
        CommandSpec(
            [.down, .tab, .control("n")], .moveDown, in: [.datasetFind], "down", "Next line.",
            run: { $0.move(.down) }),
        CommandSpec(
            [.up, .backTab, .control("p")], .moveUp, in: [.datasetFind], "up", "Line before.",
            run: { $0.move(.up) }),
    ]

    func context(in state: AppState) -> KeyContext { .datasetFind }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .datasetFind(find: find, offset: state.scrolled(offset, movement))
        return []
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        var find = find
        change(&find)
        state.overlay = .datasetFind(find: find, offset: 0)
        return []
    }
}
