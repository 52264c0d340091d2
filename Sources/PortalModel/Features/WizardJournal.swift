import FoundationEssentials

/// Draft safety: every edit reaches the disk, and "saved here" is said of what has been confirmed only.
extension WizardState {
    /// From the first unsaved key; with the write itself it stays below 300 ms.
    static let journalDelay = 250
    /// From the last edit.
    static let serviceDelay = 3000

    /// Everything that was changed is on the disk.
    public var isSavedHere: Bool { journal.confirmed >= draft.revision }

    /// Nothing is under way that needs this state: it can be dropped and be made again from the journal.
    var isSettled: Bool {
        if submission == .done { return true }
        let opens =
            switch opening {
            case .asking, .journalling, .creating, .checking: true
            case .ready, .claiming, .reading, .notRead, .unknown, .notCreated, .ambiguous: false
            }
        return isSavedHere && journal.writing == nil && !opens && !submission.isUnderWay && service.phase == .idle
            && uploads.isEmpty
    }

    /// Counts a change of the draft, which then has to be journalled.
    mutating func bump(_ turn: inout WizardTurn) {
        draft.revision += 1
        draft.modified = turn.now
    }

    /// An answer changed.
    mutating func edited(_ turn: inout WizardTurn) {
        bump(&turn)
        lastEdit = draft.revision
        journalSoon(&turn)
        turn.perform(.host(.startTimer(.saveAtService, milliseconds: Self.serviceDelay)))
    }

    /// Starts the clock at the first unsaved change only, so that continuous typing is saved too.
    mutating func journalSoon(_ turn: inout WizardTurn) {
        // The clock is the open wizard's: what changes elsewhere does not wait.
        guard !turn.isParked else { return journalNow(&turn) }
        guard !journal.timerIsRunning else { return }
        journal.timerIsRunning = true
        turn.perform(.host(.startTimer(.journalDraft, milliseconds: Self.journalDelay)))
    }

    /// Writes the draft as it is now, or as soon as the write under way is done.
    mutating func journalNow(_ turn: inout WizardTurn) {
        guard submission != .done else { return }
        if journal.timerIsRunning {
            journal.timerIsRunning = false
            turn.perform(.host(.stopTimer(.journalDraft)))
        }
        guard journal.writing == nil, !journal.isTakingOver else {
            journal.isDue = true
            return
        }
        journal.isDue = false
        journal.writing = draft.revision
        journal.writtenAnswers = draft.answers
        turn.perform(.disk(.journalDraft(draft)))
    }

    mutating func journalTimerFired(_ turn: inout WizardTurn) {
        guard journal.timerIsRunning else { return }
        journal.timerIsRunning = false
        journalNow(&turn)
    }

    mutating func journalled(revision: Int, _ failure: PortalError?, _ turn: inout WizardTurn) {
        if journal.writing == revision { journal.writing = nil }
        if let failure {
            journalFailed(failure, &turn)
        } else {
            journal.confirmed = max(journal.confirmed, revision)
            journal.confirmedAt = turn.now
            journal.confirmedAnswers = journal.writtenAnswers
            journal.error = nil
        }
        if journal.isDue {
            journalNow(&turn)
        } else if !isSavedHere, failure == nil, journal.writing == nil {
            journalSoon(&turn)
        }
        continueSaving(failure, &turn)
        guard failure == nil else { return }
        continueOpening(&turn)
        continueSubmission(&turn)
    }

    private mutating func journalFailed(_ failure: PortalError, _ turn: inout WizardTurn) {
        if failure.isTakenOver {
            if journal.error?.isTakenOver != true { tellOfTakeover(failure, &turn) }
        } else if journal.error == nil {
            turn.tell(
                .failure,
                "This draft could not be saved on this machine; it is kept in memory and tried again. "
                    + (failure.detail ?? failure.sentence))
        }
        journal.error = failure
        turn.failures.append(failure)
        // The other program may end and leave the draft as it was; what it has written is not written over.
        if failure.kind != .changedElsewhere { turn.perform(.host(.startTimer(.retryJournal, milliseconds: 5000))) }
        if case .journalling(let phase, _) = submission {
            // Nothing is sent that could not be traced after a crash.
            submission = .stopped(phase, failure)
            if phase == .creating, !hadLostCreation { draft.knownBefore = nil }
            draft.phase = .editing
            draft.intent = nil
            bump(&turn)
        }
    }
}
