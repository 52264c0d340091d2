import FoundationEssentials

/// What is tried again by itself after a while.
public enum Retry: Hashable, Sendable {
    /// The draft is read from the disk, the answers are saved, the application is read.
    case open, save, load
    /// A creation in doubt is looked for; how often it was before, by itself.
    case creation(look: Int)
    /// It is asked what became of a submission.
    case submission

    /// Which of several is tried first.
    fileprivate var place: Int {
        switch self {
        case .open: 0
        case .save: 1
        case .creation: 2
        case .submission: 3
        case .load: 4
        }
    }
}

/// What failed and is tried again by itself. Each waits as long as the service asked for, and no longer.
extension RequestSession {
    /// Milliseconds before the first, the second and every later attempt.
    static let retryDelays = [5000, 15_000, 60_000]

    mutating func tryAgain(_ what: Retry, after milliseconds: Int, _ turn: inout SessionTurn) {
        // Whatever look it is: one is planned at a time.
        if case .creation = what { retries = retries.filter { if case .creation = $0.key { false } else { true } } }
        retries[what] = turn.now.addingTimeInterval(Double(milliseconds) / 1000)
        turn.retries = true
    }

    /// The time has come for what was to wait until `due`.
    mutating func tryAgain(at due: Date, _ turn: inout SessionTurn) {
        let ready = retries.filter { $0.value <= due }
        for what in ready.keys { retries[what] = nil }
        for what in ready.keys.sorted(by: { $0.place < $1.place }) { tryAgain(what, &turn) }
    }

    private mutating func tryAgain(_ what: Retry, _ turn: inout SessionTurn) {
        switch what {
        case .open: if case .notRead = opening { read(&turn) }
        case .save:
            guard service.phase == .backingOff else { return }
            service.phase = .idle
            saveAtService(&turn)
        case .creation(let look):
            switch opening {
            case .unknown: check(look: look, &turn)
            case .notCreated where draft.creationIsInDoubt: check(look: look, &turn)
            case .ready, .notCreated, .claiming, .reading, .notRead, .asking, .journalling, .creating, .checking,
                .ambiguous:
                break
            }
        case .submission: if case .unknown(let phase, _) = submission { checkSubmission(phase, &turn) }
        case .load:
            let canLoad = draft.application != nil || style == .atOnce
            if canLoad, loadError != nil, loading == nil, opening == .ready { turn.loadsApplication = true }
        }
    }

    /// The disk refused, and is asked again.
    mutating func retryJournal(_ turn: inout SessionTurn) {
        guard let error = journal.error, error.kind != .changedElsewhere, journal.writing == nil else { return }
        journalNow(&turn)
    }
}

extension RequestSession {
    /// Somebody is signed in again: what was refused for want of it goes on.
    mutating func signedIn(_ turn: inout SessionTurn) {
        switch opening {
        case .notCreated(let error) where error?.kind == .signedOut: create(&turn)
        case .unknown(let error) where error.kind == .signedOut: check(&turn)
        case .ready where (application == nil || isRecalled) && loading == nil && loadError?.kind == .signedOut:
            turn.loadsApplication = true
        case .notCreated, .unknown, .ready, .claiming, .reading, .notRead, .asking, .journalling, .creating, .checking,
            .ambiguous:
            break
        }
        if case .unknown(let phase, let error) = submission, error.kind == .signedOut { checkSubmission(phase, &turn) }
        if service.error?.kind == .signedOut { saveAtService(asked: true, &turn) }
    }
}
