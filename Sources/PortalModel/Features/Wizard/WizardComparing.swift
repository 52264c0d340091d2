/// The page on which the person chooses between answers that differ.
extension WizardState {
    /// The fields of the page that is open.
    public var comparedFields: [FormField] {
        comparison?.isWithSubmission == true ? session.fieldsChangedSinceSubmission : session.conflictingFields
    }

    /// Both answers to a field of the page, and the one that both come from where it is known; nil for a field that is
    /// the same.
    public func comparedAnswers(to field: FormField) -> AnswerConflict? {
        guard comparison?.isWithSubmission == true else { return session.conflicts[field.id] }
        return session.submittedAnswer(to: field).map {
            AnswerConflict(.submitted, mine: session.value(of: field), theirs: $0, before: nil)
        }
    }

    /// It opens by itself only where nobody types yet.
    mutating func openComparison(_ turn: inout WizardTurn) {
        guard !session.conflicts.isEmpty, comparison == nil else { return }
        leftField = focus
        leaveField(&turn)
        comparison = Comparison()
    }

    /// Shows what differs: where nothing has to be chosen, what has changed since the request was submitted.
    mutating func compareAnswers(_ turn: inout WizardTurn) {
        guard session.conflicts.isEmpty else { return openComparison(&turn) }
        guard comparison == nil, !session.fieldsChangedSinceSubmission.isEmpty else { return }
        leftField = focus
        leaveField(&turn)
        var comparison = Comparison()
        comparison.isWithSubmission = true
        comparison.selection = session.fieldsChangedSinceSubmission.firstIndex { $0.id == leftField } ?? 0
        self.comparison = comparison
    }

    mutating func closeComparison(_ turn: inout WizardTurn) {
        comparison = nil
        focusAgain(&turn)
    }

    /// The field under the cursor.
    private var comparedField: FormField? {
        let (fields, place) = (comparedFields, comparison?.selection ?? 0)
        return fields.indices.contains(place) ? fields[place] : nil
    }

    mutating func moveInComparison(_ movement: Movement) {
        guard var moved = comparison else { return }
        moved.selection = ListPosition.moved(moved.selection, movement, count: comparedFields.count, visible: 3)
        comparison = moved
    }

    mutating func keepMine(_ turn: inout WizardTurn) {
        choose(mine: true, in: [comparedField].compactMap(\.self), &turn)
    }

    mutating func takeTheirs(_ turn: inout WizardTurn) {
        guard let field = comparedField else { return }
        if comparison?.isWithSubmission == true { return restore(field, &turn) }
        choose(mine: false, in: [field], &turn)
    }

    mutating func chooseAll(mine: Bool, _ turn: inout WizardTurn) { choose(mine: mine, in: comparedFields, &turn) }

    /// To the field, to write the answer anew.
    mutating func editCompared(_ turn: inout WizardTurn) {
        let field = comparedField
        closeComparison(&turn)
        if let field { go(to: field.id, &turn) }
    }

    private mutating func choose(mine: Bool, in fields: [FormField], _ turn: inout WizardTurn) {
        guard !session.isLocked, !fields.isEmpty else { return }
        touched.formUnion(fields.map(\.id))
        session.choose(mine: mine, in: fields, &turn.session)
        guard session.conflicts.isEmpty else {
            keepSelection(below: session.conflicts.count)
            return
        }
        closeComparison(&turn)
        turn.tell(.success, .wizard(.allChosen))
    }

    /// The answer becomes again what was submitted.
    private mutating func restore(_ field: FormField, _ turn: inout WizardTurn) {
        guard !session.isLocked, let submitted = session.submittedAnswer(to: field) else { return }
        session.store(submitted, for: field, &turn.session)
        let left = session.fieldsChangedSinceSubmission.count
        guard left > 0 else { return closeComparison(&turn) }
        keepSelection(below: left)
    }

    private mutating func keepSelection(below count: Int) {
        let selection = min(comparison?.selection ?? 0, count - 1)
        comparison?.selection = selection
    }
}
