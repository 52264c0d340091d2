/// Editing the focused field.
extension WizardState {
    /// Puts the cursor into a field; the one before is left.
    mutating func focus(on field: FormField, _ turn: inout WizardTurn) {
        if focus != field.id { leaveField(&turn) }
        focus = field.id
        editor = makeEditor(for: field)
        editor?.cut = cut
    }

    func makeEditor(for field: FormField) -> FieldEditor {
        guard field.isEditable, !session.isLocked else { return .reading }
        if field.isChoice {
            var choice = ChoiceEditor()
            let chosen = FormValidation.keys(of: session.value(of: field)).first
            choice.cursor = field.options.firstIndex { $0.key == chosen } ?? 0
            return .choice(choice)
        }
        switch field.type {
        case .date: return .date(DateEditor(session.value(of: field).text))
        case .attachment: return .files(FilePicker())
        case .table:
            if case .table(let rows) = session.value(of: field) {
                return .table(TableEditor(rows, columns: field.columns))
            }
            return .table(TableEditor([], columns: field.columns))
        default: break
        }
        return .text(TextEditor(field.editorText(of: session.value(of: field)), isMultiline: field.isMultiline))
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
        guard !session.isLocked || editor == .reading, let field = focusedField, var current = editor else { return }
        switch current {
        case .text(var text):
            editor = nil
            let outcome = text.handle(key, width: turn.layout.textColumns, page: turn.layout.editorRows)
            editor = .text(text)
            if outcome == .changed { session.store(field.value(ofEdited: text.text), for: field, &turn.session) }
        case .choice(let choice) where choice.find.isEmpty && (key == .left || key == .right):
            moveChoice(key == .left ? .moveUp : .moveDown, turn)
        case .choice(var choice):
            guard find(key, in: &choice, field, turn) else { return }
            current = .choice(choice)
            editor = current
        case .date, .table, .files: typeInEditor(key, &turn)
        case .reading: if key == .enter { nextField(&turn) }
        }
    }

    mutating func paste(_ pasted: String, _ turn: inout WizardTurn) {
        guard !session.isLocked, let field = focusedField else { return }
        guard case .text(var text) = editor else { return pasteInEditor(pasted, field, &turn) }
        editor = nil
        let outcome = text.insert(pasted)
        editor = .text(text)
        if outcome == .changed { session.store(field.value(ofEdited: text.text), for: field, &turn.session) }
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
            turn.tell(.failure, "The editor did not give the text back. \(error.detail ?? "") It is as it was before.")
        }
    }

    /// The form has changed while the editor was open: the text has no place any more, and is not lost all the same.
    private mutating func keepUnplaced(_ edited: String, of id: FieldID, _ turn: inout WizardTurn) {
        let text = TextEditor.clean(edited.hasSuffix("\n") ? String(edited.dropLast()) : edited, isMultiline: true)
        session.keepUnplaced(text, of: id, &turn.session)
    }
}

/// Options and multiple choices.
extension WizardState {
    /// The options that the focused field shows: those found by what was typed.
    public func shownOptions(of field: FormField, languages: [String]) -> [FieldOption] {
        guard focus == field.id, case .choice(let choice) = editor, !choice.find.isEmpty else { return field.options }
        return field.options(matching: choice.find.text, languages: languages)
    }

    public func isChosen(_ option: FieldOption, in field: FormField) -> Bool {
        let value = session.value(of: field)
        return field.type.shape == .choice
            ? value.text == option.key : FormValidation.keys(of: value).contains(option.key)
    }

    /// Chooses the option under the cursor, or takes the choice back.
    mutating func toggleChoice(_ turn: inout WizardTurn) {
        guard !session.isLocked, let field = focusedField, case .choice(let choice) = editor else { return }
        let options = shownOptions(of: field, languages: turn.languages)
        guard options.indices.contains(choice.cursor) else { return }
        let option = options[choice.cursor]
        let isChosen = isChosen(option, in: field)
        touched.insert(field.id)
        if field.type.shape == .choice {
            session.store(.text(isChosen ? "" : option.key), for: field, &turn.session)
        } else {
            let before = FormValidation.keys(of: session.value(of: field))
            // In the order of the form, so that the same choice is always the same value.
            let keys = field.options.map(\.key).filter { $0 == option.key ? !isChosen : before.contains($0) }
            session.store(.text(keys.joined(separator: " ")), for: field, &turn.session)
        }
        // A choice may show or hide other fields: the service is asked at once.
        session.saveAtService(&turn.session)
    }

    mutating func moveChoice(_ command: Command, _ turn: WizardTurn) {
        guard let field = focusedField, case .choice(var choice) = editor else { return }
        var position = ListPosition(selection: choice.cursor, top: 0)
        let count = shownOptions(of: field, languages: turn.languages).count
        position.move(Movement(command), count: count, visible: turn.layout.editorRows)
        choice.cursor = position.selection
        editor = .choice(choice)
    }

    /// Letters narrow a long list, and go to an option of a short one. False when the key means nothing.
    private func find(_ key: Key, in choice: inout ChoiceEditor, _ field: FormField, _ turn: WizardTurn) -> Bool {
        if field.options.count >= ChoiceEditor.findFrom {
            guard choice.find.apply(key) else { return false }
            choice.cursor = 0
            return true
        }
        guard case .character(let letter) = key else { return false }
        let wanted = letter.lowercased()
        let starts = field.options.indices.filter {
            field.options[$0].label.text(in: turn.languages).lowercased().hasPrefix(wanted)
        }
        guard let next = starts.first(where: { $0 > choice.cursor }) ?? starts.first else { return false }
        choice.cursor = next
        return true
    }
}
