extension WizardState {
    /// Whether a command can be used now, and if not, why.
    func availability(of command: Command, languages: [String] = []) -> Availability {
        switch command {
        case .nextField, .previousField: return form == nil ? .hidden : .available
        case .nextStep: return step(after: 1) == nil ? .hidden : .available
        case .previousStep: return step(after: -1) == nil ? .hidden : .available
        case .showReview: return application == nil || step == .review || step == .result ? .hidden : .available
        case .nextMissing:
            guard application != nil, step != .result else { return .hidden }
            return missingCount == 0 && fieldsAskedToChange.isEmpty
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
        case .saveNow: return application == nil || step == .result ? .hidden : lockedOr(.available)
        case .submitRequest: return submissionAvailability
        case .takeOver: return canTakeOver ? .available : .hidden
        case .compareAnswers: return conflicts.isEmpty && fieldsChangedSinceSubmission.isEmpty ? .hidden : .available
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
        if case .unknown = submission { return true }
        switch opening {
        case .notCreated, .unknown, .notRead: return true
        case .ready: return (application == nil || isRecalled) && loading == nil
        case .journalling: return journal.error != nil
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
        if case .unknown = submission { return .available }
        if isLocked { return lockedOr(.available) }
        if !conflicts.isEmpty {
            let answers = conflicts.count == 1 ? "One answer differs" : "\(conflicts.count) answers differ"
            return .unavailable(reason: "\(answers) at the portal: F12 shows both and lets you choose.")
        }
        if isRecalled { return .unavailable(reason: "The portal has not answered yet; the request can be sent then.") }
        if uploads.contains(where: \.isUnderWay) { return .unavailable(reason: "A file is still on its way.") }
        if missingCount > 0 {
            let things = missingCount == 1 ? "One thing is" : "\(missingCount) things are"
            return .unavailable(reason: "\(things) missing: F8 goes there.")
        }
        return .available
    }

    func lockedOr(_ other: Availability) -> Availability {
        guard isLocked else { return other }
        if isTakenOver { return .unavailable(reason: "Another program has this draft: M-t takes it over.") }
        if submission.isUnderWay { return .unavailable(reason: "The request is being sent.") }
        if submission.mayHaveArrived {
            return .unavailable(reason: "It is not known yet whether the portal has the request.")
        }
        let word = application?.state.word ?? "submitted"
        return .unavailable(reason: "The portal has it as \(word): it cannot be changed any more.")
    }
}
