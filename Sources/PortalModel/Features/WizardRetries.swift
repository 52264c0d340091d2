import FoundationEssentials

/// What failed and is tried again by itself. Each waits as long as the service asked for, and no longer.
extension WizardState {
    /// Milliseconds before the first, the second and every later attempt.
    static let retryDelays = [5000, 15_000, 60_000]

    mutating func tryAgain(_ what: Retry, after milliseconds: Int, _ turn: inout WizardTurn) {
        retries[what] = turn.now.addingTimeInterval(Double(milliseconds) / 1000)
        turn.retries = true
    }

    /// The time has come for what was to wait until `due`.
    mutating func tryAgain(at due: Date, _ turn: inout WizardTurn) {
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
    mutating func retryJournal(_ turn: inout WizardTurn) {
        guard let error = journal.error, error.kind != .changedElsewhere, journal.writing == nil else { return }
        journalNow(&turn)
    }
}

extension AppState {
    /// One timer for all that waits: it runs out when the first of them is due.
    /// - Parameter current: the wizard that changes just now.
    func retryTimer(with current: WizardState? = nil) -> Effect? {
        let others = wizards.filter { $0.draft.id != current?.draft.id }
        guard let next = (others + [current].compactMap(\.self)).flatMap(\.retries.values).min() else { return nil }
        return .host(.startTimer(.tryAgain, milliseconds: max(0, Int(next.timeIntervalSince(now) * 1000)) + 1))
    }
}
