extension KeyContext {
    public static let about = KeyContext("about", "About", moves: .text)
}

/// What this program is, and at which portal.
struct AboutPane: Pane {
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.about], "back", "Close this.", importance: 9,
            run: { $0.leaveOverlay() }),
        CommandSpec(
            [.character("K")], "showAbout", in: [.global], "about", "Say what this program is.",
            run: {
                $0.overlay = .about(offset: 0)
                return []
            }),
    ]

    func context(in state: AppState) -> KeyContext { .about }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .about(offset: state.scrolled(offset, movement))
        return []
    }
}
