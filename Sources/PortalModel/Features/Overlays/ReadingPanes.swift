extension KeyContext {
    /// What the keys do, narrowed by typed words.
    public static let help = KeyContext("help", "Help", takesText: true, moves: .text)
    /// The calls that went wrong in this run.
    public static let failures = KeyContext("failures", "Failed calls", moves: .text)
    /// A text to be read or copied in full.
    public static let textOverlay = KeyContext("textOverlay", "A text", moves: .text)
}

/// What can be done at the place below, found by what is typed.
struct HelpPane: Pane {
    let find: TextBuffer
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.help], "back", "Close this.", importance: 9, run: { $0.leaveOverlay() }),
        CommandSpec(
            [.down, .tab, .control("n")], .moveDown, in: [.help], "down", "Next line.", run: { $0.move(.down) }),
        CommandSpec(
            [.up, .backTab, .control("p")], .moveUp, in: [.help], "up", "Line before.", run: { $0.move(.up) }),
    ]

    func context(in state: AppState) -> KeyContext { .help }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .help(find: find, offset: state.scrolled(offset, movement))
        return []
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        var find = find
        change(&find)
        state.overlay = .help(find: find, offset: 0)
        return []
    }
}

/// The calls that failed, the newest first.
struct FailuresPane: Pane {
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.failures], "back", "Close this.", importance: 9, run: { $0.leaveOverlay() }),
        CommandSpec([.character("q")], .goBack, in: [.failures], "back", "Close this.", run: { $0.leaveOverlay() }),
    ]

    func context(in state: AppState) -> KeyContext { .failures }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .failures(offset: state.scrolled(offset, movement))
        return []
    }
}

/// A text to read or copy in full.
struct TextPane: Pane {
    let title: Message
    let body: Message
    let offset: Int

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.textOverlay], "back", "Close this.", importance: 9,
            run: { $0.leaveOverlay() }),
        CommandSpec([.character("q")], .goBack, in: [.textOverlay], "back", "Close this.", run: { $0.leaveOverlay() }),
        CommandSpec(
            [.character("y")], .copyIdentifier, in: [.textOverlay], "copy", "Copy the text.", importance: 5,
            run: { state in
                guard case .text(_, let body, _) = state.overlay else { return [] }
                if case .verbatim(let text) = body { return [.host(.copy(text))] }
                return [.host(.copyWords(body))]
            }),
    ]

    func context(in state: AppState) -> KeyContext { .textOverlay }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .text(title: title, body: body, offset: state.scrolled(offset, movement))
        return []
    }
}
