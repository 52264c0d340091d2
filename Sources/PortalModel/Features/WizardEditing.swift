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
        guard field.isEditable, !isLocked else { return .reading }
        if field.isChoice {
            var choice = ChoiceEditor()
            let chosen = FormValidation.keys(of: value(of: field)).first
            choice.cursor = field.options.firstIndex { $0.key == chosen } ?? 0
            return .choice(choice)
        }
        switch field.type {
        case .date: return .date(DateEditor(value(of: field).text))
        case .attachment: return .files(FilePicker())
        case .table:
            if case .table(let rows) = value(of: field) {
                return .table(TableEditor(rows, columns: field.columns))
            }
            return .table(TableEditor([], columns: field.columns))
        default: break
        }
        return .text(TextEditor(field.editorText(of: value(of: field)), isMultiline: field.isMultiline))
    }

    /// What is wrong with a field is said from now on, and what was changed goes to the service.
    mutating func leaveField(_ turn: inout WizardTurn) {
        guard let field = focusedField else { return }
        // What was only walked past is not called wrong.
        if draft.answers[field.id] != nil || !FormValidation.isBlank(value(of: field)) { touched.insert(field.id) }
        trim(field, &turn)
        cut = editor?.cut ?? cut
        editor = nil
        focus = nil
        takeNewer(field, &turn)
        if needsSaving { saveAtService(&turn) }
    }

    /// Spaces around an address, a number or a date are slips, often pasted ones, and a phone number is taken in
    /// international form only.
    private mutating func trim(_ field: FormField, _ turn: inout WizardTurn) {
        guard !isLocked, let answer = draft.answers[field.id]?.text else { return }
        let trimmed: String
        switch field.type {
        case .email, .ipAddress, .date: trimmed = answer.trimmingSpaces
        case .phoneNumber: trimmed = FieldSyntax.internationalPhoneNumber(answer)
        default: return
        }
        if trimmed != answer { store(.text(trimmed), for: field, &turn) }
    }

    mutating func type(_ key: Key, _ turn: inout WizardTurn) {
        guard !isLocked || editor == .reading, let field = focusedField, var current = editor else { return }
        switch current {
        case .text(var text):
            editor = nil
            let outcome = text.handle(key, width: turn.layout.textColumns, page: turn.layout.editorRows)
            editor = .text(text)
            if outcome == .changed { store(field.value(ofEdited: text.text), for: field, &turn) }
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
        guard !isLocked, let field = focusedField else { return }
        guard case .text(var text) = editor else { return pasteInEditor(pasted, field, &turn) }
        editor = nil
        let outcome = text.insert(pasted)
        editor = .text(text)
        if outcome == .changed { store(field.value(ofEdited: text.text), for: field, &turn) }
    }

    /// The text came back from the person's own editor, which ends every file with a line end.
    mutating func editorClosed(_ id: FieldID, _ result: Result<String, PortalError>, _ turn: inout WizardTurn) {
        guard let field = application?.field(id), field.isEditable, field.isVisible, !isLocked else {
            if case .success(let edited) = result { keepUnplaced(edited, of: id, &turn) }
            return
        }
        switch result {
        case .success(let edited):
            let before = field.editorText(of: value(of: field))
            var text = TextEditor(before, isMultiline: field.isMultiline)
            let whole = edited.hasSuffix("\n") && !before.hasSuffix("\n") ? String(edited.dropLast()) : edited
            guard text.replaceAll(with: whole) == .changed else { return }
            store(field.value(ofEdited: text.text), for: field, &turn)
            if focus == id { editor = makeEditor(for: field) }
        case .failure(let error):
            turn.failures.append(error)
            turn.tell(.failure, "The editor did not give the text back. \(error.detail ?? "") It is as it was before.")
        }
    }

    /// The form has changed while the editor was open: the text has no place any more, and is not lost all the same.
    private mutating func keepUnplaced(_ edited: String, of id: FieldID, _ turn: inout WizardTurn) {
        let text = TextEditor.clean(edited.hasSuffix("\n") ? String(edited.dropLast()) : edited, isMultiline: true)
        guard !text.isEmpty, .text(text) != draft.answers[id] else { return }
        if !isLocked {
            draft.answers[id] = .text(text)
            self.edited(&turn)
        }
        let why = isLocked ? "The request cannot be changed any more" : "The portal does not ask for this any more"
        turn.reading = (title: "\(why). Copy what you wrote:", body: text)
    }

    /// Keeps an answer; what the service said of the one before does not hold any more.
    mutating func store(_ value: FieldValue, for field: FormField, _ turn: inout WizardTurn) {
        keep(value, for: field)
        service.differed[field.id] = nil
        warnings[field.id] = nil
        showConditionalFields()
        let known = Set(conflicts.keys)
        findConflict(in: field.id)
        tellOfConflicts(besides: known, &turn)
        edited(&turn)
    }

    /// From the first edit on it is known what the service had before.
    mutating func keep(_ value: FieldValue, for field: FormField) {
        if draft.answers[field.id] == nil, draft.seenAtService[field.id] == nil {
            draft.seenAtService[field.id] = application?.field(field.id)?.value ?? field.value
        }
        draft.answers[field.id] = value
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
        let value = value(of: field)
        return field.type == .option ? value.text == option.key : FormValidation.keys(of: value).contains(option.key)
    }

    /// Chooses the option under the cursor, or takes the choice back.
    mutating func toggleChoice(_ turn: inout WizardTurn) {
        guard !isLocked, let field = focusedField, case .choice(let choice) = editor else { return }
        let options = shownOptions(of: field, languages: turn.languages)
        guard options.indices.contains(choice.cursor) else { return }
        let option = options[choice.cursor]
        let isChosen = isChosen(option, in: field)
        touched.insert(field.id)
        if field.type == .option {
            store(.text(isChosen ? "" : option.key), for: field, &turn)
        } else {
            let before = FormValidation.keys(of: value(of: field))
            // In the order of the form, so that the same choice is always the same value.
            let keys = field.options.map(\.key).filter { $0 == option.key ? !isChosen : before.contains($0) }
            store(.text(keys.joined(separator: " ")), for: field, &turn)
        }
        // A choice may show or hide other fields: the service is asked at once.
        saveAtService(&turn)
    }

    mutating func moveChoice(_ command: Command, _ turn: WizardTurn) {
        guard let field = focusedField, case .choice(var choice) = editor else { return }
        var position = ListPosition(selection: choice.cursor, top: 0)
        let count = shownOptions(of: field, languages: turn.languages).count
        position.move(command, count: count, visible: turn.layout.editorRows)
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
