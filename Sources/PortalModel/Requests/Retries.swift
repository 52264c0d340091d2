import FoundationEssentials

/// What is tried again by itself after a while.
public enum Retry: Hashable, Sendable {
    /// What is tried again by itself.
    case open, save, question, load
}

/// What failed and is tried again by itself. Each waits as long as the service asked for, and no longer.
extension RequestSession {
    /// Milliseconds before the first, the second and every later attempt.
    static let retryDelays = [5000, 15_000, 60_000]

    mutating func tryAgain(_ what: Retry, after milliseconds: Int, _ turn: inout SessionTurn) {
        retries[what] = turn.now.addingTimeInterval(Double(milliseconds) / 1000)
        turn.retries = true
    }

    /// The time has come for what was to wait until `due`.
    mutating func tryAgain(at due: Date, _ turn: inout SessionTurn) {
        let ready = retries.filter { $0.value <= due }
        for what in ready.keys { retries[what] = nil }
        if ready[.open] != nil, case .notRead = opening { read(&turn) }
        if ready[.save] != nil, service.phase == .backingOff {
            service.phase = .idle
            saveAtService(&turn)
        }
        if ready[.question] != nil {
            switch opening {
            case .unknown: check(&turn)
            case .notCreated where draft.creationIsInDoubt: check(&turn)
            case .ready, .notCreated, .claiming, .reading, .notRead, .asking, .journalling, .creating, .checking,
                .ambiguous:
                break
            }
            if case .unknown(let phase, _) = submission { checkSubmission(phase, &turn) }
        }
        if ready[.load] != nil, draft.application != nil || style == .atOnce, loadError != nil, loading == nil,
            opening == .ready
        {
            turn.loadsApplication = true
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
