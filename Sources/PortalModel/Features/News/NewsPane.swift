extension KeyContext {
    /// What is new since the person was last here.
    public static let news = KeyContext("news", "What is new", moves: .list)
}

/// What is new, a line each: it follows from what is known of searches, requests, access and drafts.
struct NewsPane: Pane {
    let selection: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("N")], .showNews, in: [.browserList, .basket, .requests], "news",
            "Show what is new: saved searches, requests, access that ends soon, drafts.",
            also: ["new", "inbox", "since last time", "what is new"], when: { $0.isOpen }, run: { $0.showNews() }),
        CommandSpec(
            [.enter], .choose, in: [.news], "go", "Go to it.", importance: 9,
            when: { $0.news.isEmpty ? .unavailable(reason: .search(.nothingNews)) : .available },
            run: { $0.choose() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.news], "ask again",
            "Ask the portal what is new of all saved searches.", importance: 6,
            when: { ($0.saved.list ?? []).isEmpty ? .hidden : .available }, run: { $0.checkAllSearches() }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.news], "back", "Close this.", importance: 8,
            run: { $0.leaveSavedSearches() }),
    ]

    func context(in state: AppState) -> KeyContext { .news }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .news(
            selection: ListPosition.moved(
                selection, movement, count: state.news.count, visible: pageRows(in: state)))
        return []
    }

    func choose(in state: inout AppState) -> [Effect] {
        let news = state.news
        return news.indices.contains(selection) ? state.go(to: news[selection]) : []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .overlayItem(let index) = target, state.news.indices.contains(index) else { return [] }
        guard index == selection || kind == .doubleClick else {
            state.overlay = .news(selection: index)
            return []
        }
        return NewsPane(selection: index).choose(in: &state)
    }
}
