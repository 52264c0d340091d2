/// One draft and two programs: the lease beside the draft says whose it is, and is looked at with every write.
///
/// Whoever is taken over from hears of it at the next write, and writes nothing any more, here or at the service. What
/// it has confirmed is in the draft; its newest words stay on its screen, and are offered when it takes the draft back.
extension RequestSession {
    /// Another program has the draft that is open here.
    public var isTakenOver: Bool { journal.error?.isTakenOver == true && submission != .done }

    /// The draft can be had by taking it from the program that has it open.
    var canTakeOver: Bool {
        if case .notRead(let error) = opening { return error.kind == .heldElsewhere }
        return isTakenOver
    }

    mutating func takeOver(_ turn: inout SessionTurn) {
        guard canTakeOver, !journal.isTakingOver else { return }
        journal.isTakingOver = true
        turn.perform(.host(.stopTimer(.retryJournal)))
        turn.perform(.disk(.takeOverDraft(draft.id, draft.application)))
    }

    mutating func tookOver(_ result: Result<Draft?, PortalError>, _ turn: inout SessionTurn) {
        journal.isTakingOver = false
        if case .notRead = opening {
            opening = .reading
            return opened(result, &turn)
        }
        guard isTakenOver else { return }
        switch result {
        case .success(let stored?): takeBack(stored, &turn)
        case .success(nil): turn.draftIsGone = true
        case .failure(let error):
            turn.failures.append(error)
            turn.tell(.notTakenBack(error))
            turn.perform(.host(.startTimer(.retryJournal, milliseconds: 5000)))
        }
    }

    /// Goes on with what the other program has written. Words of this one that never reached the disk take their places
    /// where it has not written there, and are put aside for the person to choose where it has.
    private mutating func takeBack(_ stored: Draft, _ turn: inout SessionTurn) {
        let (mine, confirmed) = (draft.answers, journal.confirmedAnswers)
        let licences = draft.acceptedLicences.union(stored.acceptedLicences)
        let left = inHand
        letGo(&turn)
        let known = Set(conflicts.keys)
        draft = stored
        draft.form = nil
        journal = JournalState(stored)
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
        turn.tell(.isOursAgain)
        findConflicts()
        tellOfConflicts(besides: known, &turn)
        turn.cues.append(.tookBack(left))
        turn.loadsApplication = draft.application != nil
    }
}
