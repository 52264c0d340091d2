extension KeyContext {
    /// The overlay that tells how the services are.
    public static let health = KeyContext("health", "Status of the services", moves: .list)
}

/// How the portal's services are. What was found outlasts it (`AppState.health`).
struct HealthPane: Pane {
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.health], "back", "Close this.", importance: 9, run: { $0.leaveHealth() }),
        CommandSpec([.character("q")], .goBack, in: [.health], "back", "Close this.", run: { $0.leaveHealth() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.health], "ask again", "Ask all services again.", importance: 8,
            run: { $0.askForHealth() }),
        CommandSpec(
            [.character("S")], .showHealth, in: [.global], "status", "Ask the portal's services how they are.",
            also: ["health", "services"], when: { $0.isOpen }, run: { $0.showHealth() }),
        CommandSpec(
            [.function(7)], .showHealth, in: [.everywhere], "status", "Ask the portal's services how they are.",
            when: { $0.isOpen }, run: { $0.showHealth() }),
    ]

    func context(in state: AppState) -> KeyContext { .health }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .health(offset: state.scrolled(offset, movement))
        return []
    }
}

extension AppState {
    fileprivate mutating func leaveHealth() -> [Effect] {
        closeOverlay()
        return stopHealth()
    }
}
