extension KeyContext {
    /// The choice of a form for the request's document.
    public static let exportMenu = KeyContext("exportMenu", "Writing a request to a file")
}

/// In which form the request on the screen is written to a file.
struct ExportPane: Pane {
    let selection: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("E")], .exportRequest, in: [.request], "write to a file",
            "Write the request to a file, as Markdown, text, JSON or PDF.",
            also: ["download", "save", "print", "pdf", "markdown"],
            when: { $0.requests.open == nil ? .hidden : .available }, run: { $0.beginExport() }),
        CommandSpec(
            [.character("v")], .openPager, in: [.request, .licence, .textOverlay], "pager",
            "Read it in your $PAGER.", importance: 2, also: ["less", "more", "view", "read"],
            when: { $0.pagedDocument == nil ? .hidden : .available }, run: { $0.openPager() }),
        CommandSpec(
            [.enter], .choose, in: [.exportMenu], "go", "Do it.", importance: 8,
            run: { state in
                guard case .export(let selection) = state.overlay else { return [] }
                return state.exportRequest(selection)
            }),
        CommandSpec(
            [.escape], .goBack, in: [.exportMenu], "back", "Close this.", importance: 9, run: { $0.leaveOverlay() }),
        CommandSpec([.character("q")], .goBack, in: [.exportMenu], "back", "Close this.", run: { $0.leaveOverlay() }),
        CommandSpec(
            [.down, .character("j"), .tab], .moveDown, in: [.exportMenu], "down", "One down.",
            run: { $0.move(.down) }),
        CommandSpec(
            [.up, .character("k"), .backTab], .moveUp, in: [.exportMenu], "up", "One up.", run: { $0.move(.up) }),
    ]

    func context(in state: AppState) -> KeyContext { .exportMenu }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let count = DocumentFormat.allCases.count
        state.overlay = .export(selection: ListPosition.moved(selection, movement, count: count, visible: count))
        return []
    }
}
