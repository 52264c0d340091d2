/// One draft and two programs: the lease beside the draft says whose it is, and is looked at with every write.
///
/// Whoever is taken over from hears of it at the next write, and writes nothing any more, here or at the service. What
/// it has confirmed is in the draft; its newest words stay on its screen, and are offered when it takes the draft back.
extension WizardState {
    /// Another program has the draft that is open here.
    public var isTakenOver: Bool { journal.error?.isTakenOver == true && submission != .done }

    /// The draft can be had by taking it from the program that has it open.
    var canTakeOver: Bool {
        if case .notRead(let error) = opening { return error.kind == .heldElsewhere }
        return isTakenOver
    }

    mutating func tellOfTakeover(_ failure: PortalError, _ turn: inout WizardTurn) {
        turn.tell(
            .warning,
            (failure.detail ?? failure.sentence)
                + " Nothing is written here until then; your words stay on this screen. M-t takes the draft over.")
    }

    func askToTakeOver(_ turn: inout WizardTurn) {
        guard canTakeOver else { return }
        var error = journal.error
        if case .notRead(let reason) = opening { error = reason }
        turn.confirmation = Confirmation(
            subject: .takeOver(draft.id),
            question:
                "\(error?.detail ?? error?.sentence ?? "") Take it over? The other program stops writing; what it "
                + "has saved is here, and what it has not stays on its screen.",
            word: "take over")
    }

    mutating func takeOver(_ turn: inout WizardTurn) {
        guard canTakeOver, !journal.isTakingOver else { return }
        journal.isTakingOver = true
        turn.perform(.host(.stopTimer(.retryJournal)))
        turn.perform(.disk(.takeOverDraft(draft.id, draft.application)))
    }

    /// False when the draft is not there any more.
    mutating func tookOver(_ result: Result<Draft?, PortalError>, _ turn: inout WizardTurn) -> Bool {
        journal.isTakingOver = false
        if case .notRead = opening {
            opening = .reading
            return opened(result, &turn)
        }
        guard isTakenOver else { return true }
        switch result {
        case .success(let stored?): takeBack(stored, &turn)
        case .success(nil): return false
        case .failure(let error):
            turn.failures.append(error)
            turn.tell(.failure, error.detail ?? error.sentence)
            turn.perform(.host(.startTimer(.retryJournal, milliseconds: 5000)))
        }
        return true
    }

    /// Goes on with what the other program has written. Words of this one that never reached the disk take their places
    /// where it has not written there, and are put aside for the person to choose where it has.
    private mutating func takeBack(_ stored: Draft, _ turn: inout WizardTurn) {
        let (mine, confirmed) = (draft.answers, journal.confirmedAnswers)
        let licences = draft.acceptedLicences.union(stored.acceptedLicences)
        let left = focus
        leaveField(&turn)
        let known = Set(conflicts.keys)
        draft = stored
        draft.form = nil
        journal = JournalState(stored)
        comparison = nil
        lastEdit = max(stored.revision, stored.savedAtService + 1)
        service.mayArriveLate = true
        draft.acceptedLicences = licences
        for (id, words) in mine where words != confirmed[id] {
            let theirs = stored.answers[id]
            if theirs == confirmed[id] {
                draft.answers[id] = words
            } else if theirs?.hasWords(of: words) != true {
                draft.aside[id] = words
            }
        }
        showConditionalFields()
        bump(&turn)
        journalNow(&turn)
        turn.tell(.success, "The draft is this program's again.")
        findConflicts()
        tellOfConflicts(besides: known, &turn)
        if let field = left.flatMap({ application?.field($0) }), field.isVisible { focus(on: field, &turn) }
        turn.loadsApplication = draft.application != nil
    }
}

extension AppState {
    /// The answer to the question whether the draft shall be taken from the program that has it.
    mutating func confirmedTakeOver(_ id: DraftID) -> [Effect] {
        guard wizard?.draft.id == id else { return [] }
        return wizardTurn { wizard, turn in wizard.takeOver(&turn) }
    }
}
