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
            ? .unavailable(reason: "Nothing is missing.") : .available
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
            let answers =
                session.conflicts.count == 1 ? "One answer differs" : "\(session.conflicts.count) answers differ"
            return .unavailable(reason: "\(answers) at the portal: F12 shows both and lets you choose.")
        }
        if session.isRecalled {
            return .unavailable(reason: "The portal has not answered yet; the request can be sent then.")
        }
        if session.uploads.contains(where: \.isUnderWay) { return .unavailable(reason: "A file is still on its way.") }
        if session.missingCount > 0 {
            let things = session.missingCount == 1 ? "One thing is" : "\(session.missingCount) things are"
            return .unavailable(reason: "\(things) missing: F8 goes there.")
        }
        return .available
    }

    func lockedOr(_ other: Availability) -> Availability {
        guard session.isLocked else { return other }
        if session.isTakenOver { return .unavailable(reason: "Another program has this draft: M-t takes it over.") }
        if session.submission.isUnderWay { return .unavailable(reason: "The request is being sent.") }
        if session.submission.mayHaveArrived {
            return .unavailable(reason: "It is not known yet whether the portal has the request.")
        }
        let word = session.application?.state.word ?? "submitted"
        return .unavailable(reason: "The portal has it as \(word): it cannot be changed any more.")
    }
}
