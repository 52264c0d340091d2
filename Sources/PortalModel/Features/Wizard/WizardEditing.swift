/// Editing the focused field.
extension WizardState {
    /// Puts the cursor into a field; the one before is left.
    mutating func focus(on field: FormField, _ turn: inout WizardTurn) {
        if focus != field.id { leaveField(&turn) }
        focus = field.id
        editor = makeEditor(for: field)
        editor?.cut = cut
    }

    /// What is wrong with a field is said from now on, and what was changed goes to the service.
    mutating func leaveField(_ turn: inout WizardTurn) {
        guard let field = focusedField else { return }
        noteLeft(field)
        closeEditor()
        session.letGo(&turn.session)
    }

    /// What was only walked past is not called wrong.
    mutating func noteLeft(_ field: FormField) {
        let isAnswered = session.draft.answers[field.id] != nil || !FormValidation.isBlank(session.value(of: field))
        if isAnswered { touched.insert(field.id) }
    }

    /// What was cut in it can be put back in any other.
    mutating func closeEditor() {
        cut = editor?.cut ?? cut
        editor = nil
    }

    mutating func type(_ key: Key, _ turn: inout WizardTurn) {
        guard !session.isLocked || editor == .reading else { return }
        edit(&turn) { $0.type(key, $1, &$2, &$3) }
    }

    mutating func paste(_ pasted: String, _ turn: inout WizardTurn) {
        guard !session.isLocked else { return }
        edit(&turn) { editor, field, session, turn in
            editor.paste(pasted, field, &session, &turn)
            return .stay
        }
    }

    /// Closes what is open within the field. False when nothing is.
    mutating func closeInnerEditor() -> Bool {
        guard var current = editor?.editing else { return false }
        editor = nil
        defer { editor = current.stored }
        return current.closeInner()
    }

    /// Puts a whole answer into a field, through its editor where it is open, so that undoing there works too.
    mutating func put(_ value: FieldValue, into field: FormField, _ turn: inout WizardTurn) {
        touched.insert(field.id)
        guard focus == field.id, var current = editor?.editing else {
            return session.store(value, for: field, &turn.session)
        }
        editor = nil
        if let kept = current.replace(with: value, of: field) {
            editor = current.stored
            session.store(kept, for: field, &turn.session)
        } else {
            session.store(value, for: field, &turn.session)
            editor = makeEditor(for: field)
        }
    }

    /// Has the text of the field written in the person's own editor.
    mutating func editInEditor(_ turn: inout WizardTurn) {
        guard let field = focusedField else { return }
        turn.perform(.host(.edit(field.id, field.editorText(of: session.value(of: field)))))
    }

    /// The text came back from the person's own editor, which ends every file with a line end.
    mutating func editorClosed(_ id: FieldID, _ result: Result<String, PortalError>, _ turn: inout WizardTurn) {
        guard let field = session.application?.field(id), field.isEditable, field.isVisible, !session.isLocked else {
            if case .success(let edited) = result { keepUnplaced(edited, of: id, &turn) }
            return
        }
        switch result {
        case .success(let edited):
            let before = field.editorText(of: session.value(of: field))
            var text = TextEditor(before, isMultiline: field.isMultiline)
            let whole = edited.hasSuffix("\n") && !before.hasSuffix("\n") ? String(edited.dropLast()) : edited
            guard text.replaceAll(with: whole) == .changed else { return }
            session.store(field.value(ofEdited: text.text), for: field, &turn.session)
            if focus == id { editor = makeEditor(for: field) }
        case .failure(let error):
            turn.session.failures.append(error)
            turn.tell(.failure, .wizard(.editorFailed(error: error)))
        }
    }

    /// The form has changed while the editor was open: the text has no place any more, and is not lost all the same.
    private mutating func keepUnplaced(_ edited: String, of id: FieldID, _ turn: inout WizardTurn) {
        let text = TextEditor.clean(edited.hasSuffix("\n") ? String(edited.dropLast()) : edited, isMultiline: true)
        session.keepUnplaced(text, of: id, &turn.session)
    }
}
