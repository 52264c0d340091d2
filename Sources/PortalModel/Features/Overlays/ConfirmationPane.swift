extension KeyContext {
    /// A question, answered by a word, by one key or by Enter.
    public static let confirmation = KeyContext("confirmation", "A question", takesText: true)
}

/// A question before something that cannot be undone.
struct ConfirmationPane: Pane {
    let confirmation: Confirmation

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.escape], .goBack, in: [.confirmation], "back", "Close this.", importance: 9,
            run: { $0.leaveOverlay() }),
        CommandSpec(
            [.enter], .choose, in: [.confirmation], "go", "Do it.", importance: 8,
            run: { state in state.question.map { state.answer($0, by: .enter) } ?? [] }),
        CommandSpec(
            [.function(10)], .affirm, in: [.confirmation], "do it", "Answer yes with one key.", importance: 8,
            when: { state in
                guard let question = state.question else { return .hidden }
                return question.takesKey
                    ? .available
                    : .unavailable(reason: .general(.typeWordAndEnter(word: question.word)))
            },
            run: { state in state.question.map { state.answer($0, by: .key) } ?? [] }),
    ]

    func context(in state: AppState) -> KeyContext { .confirmation }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        var confirmation = confirmation
        change(&confirmation.typed)
        state.overlay = .confirm(confirmation)
        return []
    }
}

extension AppState {
    /// The question that is on the screen.
    fileprivate var question: Confirmation? { if case .confirm(let question) = overlay { question } else { nil } }
}
