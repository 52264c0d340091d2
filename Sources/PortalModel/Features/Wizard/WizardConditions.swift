/// When the commands of the wizard can be used, and if not, why.
extension WizardState {
    var isInForm: Availability { form == nil ? .hidden : .available }

    func hasStep(after count: Int) -> Availability { step(after: count) == nil ? .hidden : .available }

    var canReview: Availability {
        session.application == nil || step == .review || step == .result ? .hidden : .available
    }

    var hasMissing: Availability {
        guard session.application != nil, step != .result else { return .hidden }
        return session.missingCount == 0 && session.fieldsAskedToChange.isEmpty
            ? .unavailable(reason: .wizard(.nothingMissing)) : .available
    }

    func isIn(_ mode: WizardMode) -> Availability { self.mode == mode ? .available : .hidden }

    var canUseEditor: Availability {
        mode == .editingText || mode == .editingLines || mode == .inTable ? .available : lockedOr(.hidden)
    }

    var canSave: Availability { session.application == nil || step == .result ? .hidden : lockedOr(.available) }

    var canTakeOver: Availability { session.canTakeOver ? .available : .hidden }

    var canCompare: Availability {
        session.conflicts.isEmpty && session.fieldsChangedSinceSubmission.isEmpty ? .hidden : .available
    }

    /// Between an answer here and another one that is there now.
    var canChoose: Availability { comparison?.isWithSubmission == false ? .available : .hidden }

    var canRetry: Availability { isRetryable ? .available : .hidden }

    /// From the first page.
    var canOpenFirst: Availability {
        switch mode {
        case .opening: canRetry
        case .choosingApplication, .datasets: .available
        case .licences, .comparing, .review, .choosingOption, .editingText, .editingLines, .choosingDay, .inTable,
            .editingCell, .inFiles, .choosingFile, .reading, .result:
            .hidden
        }
    }

    private var isRetryable: Bool {
        if case .unknown = session.submission { return true }
        switch session.opening {
        case .notCreated, .unknown, .notRead: return true
        case .ready: return (session.application == nil || session.isRecalled) && session.loading == nil
        case .journalling: return session.journal.error != nil
        case .claiming, .asking, .creating, .checking, .ambiguous, .reading: return false
        }
    }

    var canSubmit: Availability {
        guard mode == .review else { return .hidden }
        if case .unknown = session.submission { return .available }
        if session.isLocked { return lockedOr(.available) }
        if !session.conflicts.isEmpty {
            return .unavailable(reason: .wizard(.differs(count: session.conflicts.count)))
        }
        if session.isRecalled {
            return .unavailable(reason: .wizard(.notAnswered))
        }
        if session.uploads.contains(where: \.isUnderWay) { return .unavailable(reason: .wizard(.fileOnItsWay)) }
        if session.missingCount > 0 {
            return .unavailable(reason: .wizard(.missing(count: session.missingCount)))
        }
        return .available
    }

    func lockedOr(_ other: Availability) -> Availability {
        guard session.isLocked else { return other }
        if session.isTakenOver { return .unavailable(reason: .wizard(.takenOver)) }
        if session.submission.isUnderWay { return .unavailable(reason: .wizard(.beingSent)) }
        if session.submission.mayHaveArrived {
            return .unavailable(reason: .wizard(.outcomeUnknown))
        }
        return .unavailable(reason: .wizard(.unchangeable(state: session.application?.state ?? .submitted)))
    }
}
