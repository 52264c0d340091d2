extension CommandSpec {
    /// A command of one kind of editor: hidden while another has the cursor, and not to be used where nothing may change.
    ///
    /// - Parameter condition: why else it cannot be used now.
    static func editing<Editor: FieldEditing>(
        _ editor: Editor.Type, _ keys: [Key], _ command: Command, in contexts: [KeyContext], _ title: String,
        _ help: String, importance: Int = 0,
        when condition: @escaping @Sendable (Editor, FormField, RequestSession) -> Availability = { _, _, _ in
            .available
        },
        run action:
            @escaping @Sendable (
                inout Editor, FormField, inout RequestSession, inout WizardTurn
            ) -> FieldStep
    ) -> CommandSpec {
        .inWizard(
            keys, command, in: contexts, title, help, importance: importance,
            when: { wizard in
                guard let current = wizard.editor?.editing as? Editor, let field = wizard.focusedField else {
                    return .hidden
                }
                let own = condition(current, field, wizard.session)
                return own.isAvailable ? wizard.lockedOr(own) : own
            },
            run: { wizard, turn in wizard.edit(editor, &turn, action) })
    }

    /// The cursor moves within one kind of editor, which changes nothing.
    static func moving<Editor: FieldEditing>(
        _ editor: Editor.Type, _ keys: [Key], _ command: Command, in contexts: [KeyContext], _ title: String,
        _ help: String, importance: Int = 0, run move: @escaping @Sendable (inout Editor) -> Void
    ) -> CommandSpec {
        .inWizard(
            keys, command, in: contexts, title, help, importance: importance,
            run: { wizard, turn in
                wizard.edit(editor, &turn) { current, _, _, _ in
                    move(&current)
                    return .stay
                }
            })
    }
}
