/// What the person sees follows what becomes of the session.
extension WizardState {
    mutating func follow(_ turn: inout WizardTurn) {
        // What is followed may bring more.
        while !turn.session.cues.isEmpty {
            let cues = turn.session.cues
            turn.session.cues = []
            for cue in cues { follow(cue, &turn) }
        }
        if session.conflicts.isEmpty, comparison?.isWithSubmission == false { comparison = nil }
        // What was done just now is said rather than what came of it on the way.
        let own = turn.toast
        for notice in turn.session.notices { turn.tell(notice) }
        turn.session.notices = []
        turn.toast = own ?? turn.toast
    }

    private mutating func follow(_ cue: SessionCue, _ turn: inout WizardTurn) {
        switch cue {
        case .adopted(let adoption): if session.submission != .done { adopted(adoption, &turn) }
        case .recalled: if step == .datasets, session.hasAnswers { resume(&turn) }
        case .formGone:
            closeEditor()
            comparison = nil
            step = .datasets
        case .newList: selection = 0
        case .judged(let fields): touched.formUnion(fields)
        case .problems: goToFirstProblem(&turn)
        case .conflicts: openComparison(&turn)
        case .tookBack(let left):
            comparison = nil
            closeEditor()
            guard let field = left.flatMap({ session.application?.field($0) }), field.isVisible else { return }
            noteLeft(field)
            focus(on: field, &turn)
        case .finished:
            step = .result
            closeEditor()
        }
    }

    private mutating func adopted(_ adoption: Adoption, _ turn: inout WizardTurn) {
        if adoption.isFirst, step == .datasets, session.hasAnswers || skipsDatasets { resume(&turn) }
        if adoption.isUntouched { openComparison(&turn) }
        showAnew(besides: adoption.shown)
        if let focus, session.application?.field(focus)?.isVisible != true { refocus(&turn) }
        if !steps.contains(step) { go(to: .datasets, &turn) }
    }

    /// A field with the cursor in which nothing was typed yet shows what the service has now: else the next key would
    /// write over it.
    private mutating func showAnew(besides shown: FieldValue?) {
        guard let focus, session.draft.answers[focus] == nil, let field = session.application?.field(focus),
            field.value != shown
        else { return }
        editor = makeEditor(for: field)
    }
}
