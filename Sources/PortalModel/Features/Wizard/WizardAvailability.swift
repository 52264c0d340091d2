extension WizardState {
    /// Whether a command can be used now, and if not, why.
    func availability(of command: Command, languages: [String] = []) -> Availability {
        switch command {
        case .nextField, .previousField: return form == nil ? .hidden : .available
        case .nextStep: return step(after: 1) == nil ? .hidden : .available
        case .previousStep: return step(after: -1) == nil ? .hidden : .available
        case .showReview: return session.application == nil || step == .review || step == .result ? .hidden : .available
        case .nextMissing:
            guard session.application != nil, step != .result else { return .hidden }
            return session.missingCount == 0 && session.fieldsAskedToChange.isEmpty
                ? .unavailable(reason: "Nothing is missing.") : .available
        case .jumpToField: return mode == .review ? .available : .hidden
        case .toggleChoice: return mode == .choosingOption ? .available : .hidden
        case .editInEditor: return canUseEditor ? .available : lockedOr(.hidden)
        case .openCalendar:
            if case .date = editor { return .available }
            return .hidden
        case .addFile: return mode == .inFiles ? .available : .hidden
        case .downloadFile where mode == .licences, .acceptLicence, .acceptAllLicences, .changeLanguage,
            .copyIdentifier:
            return licenceAvailability(of: command, languages: languages)
        case .removeFile, .downloadFile, .openFile, .retryUpload: return fileAvailability(of: command)
        case .saveNow: return session.application == nil || step == .result ? .hidden : lockedOr(.available)
        case .submitRequest: return submissionAvailability
        case .takeOver: return session.canTakeOver ? .available : .hidden
        case .compareAnswers:
            return session.conflicts.isEmpty && session.fieldsChangedSinceSubmission.isEmpty ? .hidden : .available
        case .keepMine, .keepAllMine, .takeAllTheirs:
            return comparison?.isWithSubmission == false ? .available : .hidden
        case .takeTheirs: return comparison == nil ? .hidden : lockedOr(.available)
        case .retry: return canRetry ? .available : .hidden
        case .open: return openAvailability
        default: return .available
        }
    }

    private var canUseEditor: Bool {
        mode == .editingText || mode == .editingLines || mode == .inTable
    }

    private var canRetry: Bool {
        if case .unknown = session.submission { return true }
        switch session.opening {
        case .notCreated, .unknown, .notRead: return true
        case .ready: return (session.application == nil || session.isRecalled) && session.loading == nil
        case .journalling: return session.journal.error != nil
        case .claiming, .asking, .creating, .checking, .ambiguous, .reading: return false
        }
    }

    private var openAvailability: Availability {
        switch mode {
        case .opening: canRetry ? .available : .hidden
        case .comparing, .choosingApplication, .licences, .datasets: .available
        case .review, .choosingOption, .editingText, .editingLines, .choosingDay, .inTable, .editingCell, .inFiles,
            .choosingFile, .reading, .result:
            .hidden
        }
    }

    private var submissionAvailability: Availability {
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
