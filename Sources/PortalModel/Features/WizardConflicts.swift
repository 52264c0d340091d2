/// Choosing between answers of which both sides have changed the same one.
extension WizardState {
    /// The fields to choose in, in the order of the forms.
    public var conflictingFields: [FormField] {
        guard !conflicts.isEmpty else { return [] }
        return (application?.forms ?? []).flatMap(\.fields).filter { conflicts[$0.id] != nil }
    }

    /// The fields of the page that is open.
    public var comparedFields: [FormField] {
        comparison?.isWithSubmission == true ? fieldsChangedSinceSubmission : conflictingFields
    }

    public func comparedAnswers(to field: FormField) -> AnswerConflict? {
        guard comparison?.isWithSubmission == true else { return conflicts[field.id] }
        return submittedAnswer(to: field).map {
            AnswerConflict(.submitted, mine: value(of: field), theirs: $0, before: nil)
        }
    }

    mutating func findConflicts() {
        conflicts = [:]
        for id in Set(draft.answers.keys).union(draft.aside.keys) { findConflict(in: id) }
        if conflicts.isEmpty, comparison?.isWithSubmission == false { comparison = nil }
    }

    /// After an answer has changed on one side.
    mutating func findConflict(in id: FieldID) {
        conflicts[id] = application?.field(id).flatMap(conflict)
    }

    private func conflict(in field: FormField) -> AnswerConflict? {
        guard field.isVisible else { return nil }
        let current = value(of: field)
        if let mine = draft.aside[field.id], !mine.hasWords(of: current) {
            return AnswerConflict(.program, mine: mine, theirs: current, before: nil)
        }
        guard let mine = draft.answers[field.id], standing(of: mine, in: field) == .both else { return nil }
        return AnswerConflict(.portal, mine: mine, theirs: field.value, before: draft.seenAtService[field.id])
    }

    /// Says so once. The page opens by itself only where nobody types yet.
    mutating func tellOfConflicts(besides known: Set<FieldID>, _ turn: inout WizardTurn) {
        let new = conflictingFields.filter { !known.contains($0.id) }
        guard !new.isEmpty else { return }
        let isProgram = new.contains { conflicts[$0.id]?.other == .program }
        turn.tell(
            .warning,
            "Changed here and \(isProgram ? "in the other program" : "at the portal"): \(turn.names(of: new)). "
                + "Nothing was written over; F12 shows both and lets you choose.")
    }

    mutating func openComparison(_ turn: inout WizardTurn) {
        guard !conflicts.isEmpty, comparison == nil else { return }
        leftField = focus
        leaveField(&turn)
        comparison = Comparison()
    }

    /// Shows what differs: where nothing has to be chosen, what has changed since the request was submitted.
    mutating func compareAnswers(_ turn: inout WizardTurn) {
        guard conflicts.isEmpty else { return openComparison(&turn) }
        guard comparison == nil, !fieldsChangedSinceSubmission.isEmpty else { return }
        leftField = focus
        leaveField(&turn)
        var comparison = Comparison()
        comparison.isWithSubmission = true
        comparison.selection = fieldsChangedSinceSubmission.firstIndex { $0.id == leftField } ?? 0
        self.comparison = comparison
    }

    mutating func closeComparison(_ turn: inout WizardTurn) {
        comparison = nil
        guard let form, focus == nil else { return }
        let left = leftField.flatMap { application?.field($0) }.flatMap { $0.isVisible ? $0 : nil }
        if let field = left ?? stops(in: form).first { focus(on: field, &turn) }
    }

    mutating func performInComparison(_ command: Command, _ turn: inout WizardTurn) {
        guard var comparison else { return }
        let fields = comparedFields
        let chosen = fields.indices.contains(comparison.selection) ? [fields[comparison.selection]] : []
        switch command {
        case .takeTheirs where comparison.isWithSubmission: if let field = chosen.first { restore(field, &turn) }
        case .keepMine: choose(mine: true, in: chosen, &turn)
        case .takeTheirs: choose(mine: false, in: chosen, &turn)
        case .keepAllMine: choose(mine: true, in: fields, &turn)
        case .takeAllTheirs: choose(mine: false, in: fields, &turn)
        case .open:
            closeComparison(&turn)
            if let field = chosen.first { go(to: field.id, &turn) }
        case .leaveWizard, .goBack, .compareAnswers: closeComparison(&turn)
        default:
            var position = ListPosition(selection: comparison.selection, top: 0)
            position.move(command, count: fields.count, visible: 3)
            comparison.selection = position.selection
            self.comparison = comparison
        }
    }

    private mutating func choose(mine: Bool, in fields: [FormField], _ turn: inout WizardTurn) {
        guard !isLocked, !fields.isEmpty else { return }
        for field in fields { choose(mine: mine, in: field, &turn) }
        showConditionalFields()
        edited(&turn)
        journalNow(&turn)
        guard conflicts.isEmpty else {
            let selection = min(comparison?.selection ?? 0, conflicts.count - 1)
            comparison?.selection = selection
            return
        }
        closeComparison(&turn)
        turn.tell(.success, "Everything is chosen.")
        saveAtService(&turn)
    }

    private mutating func choose(mine: Bool, in field: FormField, _ turn: inout WizardTurn) {
        let id = field.id
        touched.insert(id)
        switch conflicts[id]?.other {
        case .portal:
            draft.sentToService[id] = nil
            service.differed[id] = nil
            service.sent[id] = nil
            // What the portal has was seen: from now on it is what both know.
            draft.seenAtService[id] = mine ? field.value : nil
            if !mine { draft.answers[id] = nil }
        case .program:
            let aside = draft.aside.removeValue(forKey: id)
            if mine, let aside { keep(aside, for: field) }
        case .submitted, nil: return
        }
        findConflict(in: id)
    }

    /// The answer becomes again what was submitted.
    private mutating func restore(_ field: FormField, _ turn: inout WizardTurn) {
        guard !isLocked, let submitted = submittedAnswer(to: field) else { return }
        store(submitted, for: field, &turn)
        let left = fieldsChangedSinceSubmission.count
        guard left > 0 else { return closeComparison(&turn) }
        let selection = min(comparison?.selection ?? 0, left - 1)
        comparison?.selection = selection
    }
}
