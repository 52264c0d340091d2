extension KeyContext {
    /// The choice of a portal at the first start.
    public static let setupChoice = KeyContext("setupChoice", "First start", moves: .list)
}

/// The first start: the demo portal, or one's own.
struct SetupPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.enter], .choose, in: [.setupChoice], "go on", "Go on with this.", importance: 9, run: { $0.choose() })
    ]

    func context(in state: AppState) -> KeyContext { .setupChoice }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        switch movement {
        case .up, .start, .pageUp: state.setup.selection = 0
        case .down, .end, .pageDown: state.setup.selection = 1
        }
        return []
    }

    func choose(in state: inout AppState) -> [Effect] {
        // One portal is opened at a time.
        guard !state.setup.isOpening else { return [] }
        return state.setup.selection == 0 ? state.changeOver(to: .demo) : state.setUpPortal()
    }
}
