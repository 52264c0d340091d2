extension KeyContext {
    /// The list of the saved searches.
    public static let savedSearches = KeyContext("savedSearches", "Saved searches", moves: .list)
    /// The name of a search, while it is typed.
    public static let savedSearchName = KeyContext("savedSearchName", "Naming a search", takesText: true)
}

/// The saved searches with what is new of them. What is known of them outlasts it (`AppState.saved`).
struct SavedSearchesPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("w")], .saveSearch, in: [.browserList], "save search",
            "Save the search that is shown under a name, to be told what is new of it.",
            also: ["watch", "follow", "bookmark", "keep search", "alert"], when: { $0.savingAvailability },
            run: { $0.nameShownSearch() }),
        CommandSpec(
            [.character("W")], .showSavedSearches, in: [.browserList, .savedSearches], "saved searches",
            "Show the saved searches and what is new of them.",
            also: ["news", "new", "watched", "alerts", "bookmarks"],
            when: { $0.overlay == .savedSearches ? .hidden : .available }, run: { $0.showSavedSearches() }),
        CommandSpec(
            [.enter], .choose, in: [.savedSearches], "search", "Search for it in the list of datasets.", importance: 9,
            when: { $0.onSavedSearch }, run: { $0.runSavedSearch() }),
        CommandSpec(
            [.character("m")], "markSeen", in: [.savedSearches], "seen", "Count its news as seen.", importance: 8,
            also: ["read", "mark as read"],
            when: {
                $0.saved.selected?.search.news.isEmpty == true
                    ? .unavailable(reason: .search(.nothingNew)) : $0.onSavedSearch
            },
            run: { state in state.onSelected { .markSeen($0) } }),
        CommandSpec(
            [.character("r")], .refresh, in: [.savedSearches], "ask again",
            "Ask the portal what is new of all of them.", importance: 6, when: { $0.onSavedSearch },
            run: { $0.checkAllSearches() }),
        CommandSpec(
            [.character("e")], "renameSearch", in: [.savedSearches], "rename", "Give it another name.", importance: 5,
            when: { $0.onSavedSearch }, run: { $0.renameSavedSearch() }),
        CommandSpec(
            [.character("d"), .delete], "deleteSearch", in: [.savedSearches], "delete",
            "Delete it, with what was seen of it; it can be taken back.", importance: 4, when: { $0.onSavedSearch },
            run: { state in state.onSelected { .remove($0) } }),
        CommandSpec(
            [.character("z"), .control("_")], .restoreSearch, in: [.savedSearches], "undo",
            "Put back the search that was deleted last.", importance: 3,
            when: { $0.saved.removed == nil ? .unavailable(reason: .search(.nothingDeleted)) : .available },
            run: { state in state.saved.removed.map { [.searches(.restore($0))] } ?? [] }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.savedSearches], "back", "Close this.", importance: 7,
            run: { $0.leaveSavedSearches() }),
        CommandSpec(
            [.enter], .choose, in: [.savedSearchName], "save", "Save it under this name.", importance: 9,
            run: { $0.takeSearchName() }),
        CommandSpec(
            [.escape], .goBack, in: [.savedSearchName], "back", "Leave without saving.", importance: 8,
            run: { $0.leaveSearchName() }),
    ]

    func context(in state: AppState) -> KeyContext { state.saved.naming == nil ? .savedSearches : .savedSearchName }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let count = state.saved.list?.count ?? 0
        state.saved.selection = ListPosition.moved(
            state.saved.selection, movement, count: count, visible: pageRows(in: state))
        return []
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard state.saved.naming?.isSaving == false else { return [] }
        state.saved.naming?.problem = nil
        if var name = state.saved.naming?.name {
            change(&name)
            state.saved.naming?.name = name
        }
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .overlayItem(let index) = target, state.saved.naming == nil,
            state.saved.list?.indices.contains(index) == true
        else { return [] }
        let again = index == state.saved.selection
        state.saved.selection = index
        return again || kind == .doubleClick ? state.perform(.choose) : []
    }
}

extension AppState {
    fileprivate var onSavedSearch: Availability {
        guard overlay == .savedSearches else { return .hidden }
        return saved.selected == nil ? .unavailable(reason: .search(.noSavedSearch)) : .available
    }

    fileprivate var savingAvailability: Availability {
        lineOfSearch.isEmpty ? .unavailable(reason: .search(.nothingToSave)) : .available
    }

    fileprivate mutating func onSelected(_ work: (SavedSearch) -> SavedSearchWork) -> [Effect] {
        saved.selected.map { [.searches(work($0.search))] } ?? []
    }
}
