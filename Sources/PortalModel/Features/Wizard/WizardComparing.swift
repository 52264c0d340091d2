/// The page on which the person chooses between answers that differ.
extension WizardState {
    /// The fields of the page that is open.
    public var comparedFields: [FormField] {
        comparison?.isWithSubmission == true ? session.fieldsChangedSinceSubmission : session.conflictingFields
    }

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
            position.move(Movement(command), count: fields.count, visible: 3)
            comparison.selection = position.selection
            self.comparison = comparison
        }
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
        turn.tell(.success, "Everything is chosen.")
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
