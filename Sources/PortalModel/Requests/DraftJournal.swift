import FoundationEssentials

/// What of the draft has reached the disk.
public struct JournalState: Equatable, Sendable {
    /// The newest revision that was confirmed.
    public var confirmed: Int
    /// When that was.
    public var confirmedAt: Date?
    /// The revision that is being written.
    public var writing: Int?
    /// A write is planned.
    public var timerIsRunning = false
    /// Write again as soon as the write under way is done.
    public var isDue = false
    /// Why the last write failed; nil after one that did not.
    public var error: PortalError?
    /// The answers as they were confirmed, and as they are being written.
    var confirmedAnswers: [FieldID: FieldValue] = [:]
    /// The draft is being taken from another program: nothing is written until it is known what that has written.
    var isTakingOver = false
    var writtenAnswers: [FieldID: FieldValue] = [:]

    public init(confirmed: Int) { self.confirmed = confirmed }

    init(_ draft: Draft) {
        confirmed = draft.revision
        confirmedAnswers = draft.answers
    }
}

/// Draft safety: every edit reaches the disk, and "saved here" is said of what has been confirmed only.
extension RequestSession {
    /// From the first unsaved key; with the write itself it stays below 300 ms.
    static let journalDelay = 250
    /// From the last edit.
    static let serviceDelay = 3000

    /// Everything that was changed is on the disk.
    public var isSavedHere: Bool { journal.confirmed >= draft.revision }

    /// Counts a change of the draft, which then has to be journalled.
    mutating func bump(_ turn: inout SessionTurn) {
        draft.revision += 1
        draft.modified = turn.now
    }

    /// An answer changed.
    mutating func edited(_ turn: inout SessionTurn) {
        bump(&turn)
        lastEdit = draft.revision
        journalSoon(&turn)
        turn.perform(.host(.startTimer(.saveAtService, milliseconds: Self.serviceDelay)))
    }

    /// Starts the clock at the first unsaved change only, so that continuous typing is saved too.
    mutating func journalSoon(_ turn: inout SessionTurn) {
        // The clock is another session's: what changes here does not wait.
        guard !turn.isAside else { return journalNow(&turn) }
        guard !journal.timerIsRunning else { return }
        journal.timerIsRunning = true
        turn.perform(.host(.startTimer(.journalDraft, milliseconds: Self.journalDelay)))
    }

    /// Writes the draft as it is now, or as soon as the write under way is done.
    mutating func journalNow(_ turn: inout SessionTurn) {
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

    mutating func journalTimerFired(_ turn: inout SessionTurn) {
        guard journal.timerIsRunning else { return }
        journal.timerIsRunning = false
        journalNow(&turn)
    }

    mutating func journalled(revision: Int, _ failure: PortalError?, _ turn: inout SessionTurn) {
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

    private mutating func journalFailed(_ failure: PortalError, _ turn: inout SessionTurn) {
        if failure.isTakenOver {
            if journal.error?.isTakenOver != true { turn.tell(.takenOver(failure)) }
        } else if journal.error == nil {
            turn.tell(.notKept(failure))
        }
        journal.error = failure
        turn.failures.append(failure)
        // The other program may end and leave the draft as it was; what it has written is not written over.
        if failure.kind != .changedElsewhere { turn.perform(.host(.startTimer(.retryJournal, milliseconds: 5000))) }
        if case .journalling(let call, _) = submission {
            // Nothing is sent that could not be traced after a crash.
            submission = .stopped(call.phase, failure)
            if call == .creating(.first) { draft.knownBefore = nil }
            draft.phase = .editing
            draft.intent = nil
            bump(&turn)
        }
    }
}
