extension KeyContext {
    /// The overlay with the visas of the person's passport.
    public static let passport = KeyContext("passport", "Passport", moves: .list)
}

/// The visas of the person's passport. What was found outlasts it (`AppState.passport`).
struct PassportPane: Pane {
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.passport], "back", "Close this.", importance: 9, run: { $0.leavePassport() }),
        CommandSpec([.character("q")], .goBack, in: [.passport], "back", "Close this.", run: { $0.leavePassport() }),
        CommandSpec(
            [.character("r")], .refresh, in: [.passport], "ask again", "Ask for the visas again.", importance: 8,
            run: { $0.askForPassport() }),
        CommandSpec(
            [.character("v")], .showPassport, in: [.granted, .requests], "passport",
            "Show the visas that archives ask for, and their signatures.", importance: 2,
            also: ["visas", "ga4gh", "signature"], when: { $0.offered(.passport) }, run: { $0.showPassport() }),
    ]

    func context(in state: AppState) -> KeyContext { .passport }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .passport(offset: state.scrolled(offset, movement))
        return []
    }
}

extension AppState {
    fileprivate mutating func leavePassport() -> [Effect] {
        closeOverlay()
        return stopPassport()
    }
}
