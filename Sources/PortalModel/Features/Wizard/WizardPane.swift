/// The request wizard: its steps, and the field with the cursor.
struct WizardPane: Pane {
    func context(in state: AppState) -> KeyContext { state.wizardContext }

    func application(in state: AppState) -> Application? {
        guard let session = state.wizard?.session else { return nil }
        return session.draft.application == nil ? nil : session.application
    }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] { state.moveInWizard(movement) }
    func goBack(in state: inout AppState) -> [Effect] { state.goBackInWizard() }

    func type(_ key: Key, in state: inout AppState) -> [Effect] { state.wizardInput(key) }
    func paste(_ text: String, in state: inout AppState) -> [Effect] { state.wizardPaste(text) }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        if case .offer(let field, let index) = target { return state.clickOffer(index, of: field) }
        return state.wizardTurn { wizard, turn in wizard.clicked(target, kind, &turn) }
    }

    /// A form is scrolled by its fields: going past one is not leaving it.
    func wheel(_ movement: Movement, in state: inout AppState) -> [Effect] {
        guard state.wizard?.form != nil, state.wizard?.session.application != nil else {
            return wheelAsArrows(movement, in: &state)
        }
        return state.wizardTurn { $0.wheel(movement, rows: Self.notch, &$1) }
    }
}

extension CommandSpec {
    /// A command of the wizard. On the page of answers that differ those of that page alone can be used.
    static func inWizard(
        _ keys: [Key], _ command: Command, in contexts: [KeyContext], _ title: String, _ help: String,
        importance: Int = 0, isDestructive: Bool = false, also synonyms: [String] = [],
        when condition: @escaping @Sendable (WizardState) -> Availability = { _ in .available },
        run action: @escaping @Sendable (inout WizardState, inout WizardTurn) -> Void
    ) -> CommandSpec {
        let isOfComparison = contexts == [.wizardComparison]
        return CommandSpec(
            keys, command, in: contexts, title, help, importance: importance, isDestructive: isDestructive,
            also: synonyms,
            when: { state in
                guard let wizard = state.wizard, (wizard.comparison != nil) == isOfComparison else { return .hidden }
                return condition(wizard)
            },
            run: { $0.wizardTurn(action) })
    }
}
