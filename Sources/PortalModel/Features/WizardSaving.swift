import FoundationEssentials

/// Saving at the service: in the background, one call at a time, again by itself when the network comes back.
extension WizardState {
    /// Something was edited that the service has not confirmed.
    public var needsSaving: Bool { style == .staged && lastEdit > draft.savedAtService }

    /// What is sent: visible fields only, and nothing that the service would refuse, since it would refuse all.
    public var savableAnswers: [FieldID: FieldValue] {
        let findings = findings
        return draft.answers.filter { findings.isSavable($0.key) }
    }

    /// What would be sent and is not what the service had when it was last asked.
    var differingAnswers: [FieldID: FieldValue] {
        let findings = findings
        return savableAnswers.filter { id, value in findings.field(id)?.value != value }
    }

    /// Of these, what it was not sent either: hidden answers that show again, and answers that a change of the form has
    /// made right.
    var unsentAnswers: [FieldID: FieldValue] {
        differingAnswers.filter { id, value in service.sent[id] != value || service.differed[id, default: 0] < 2 }
    }

    /// Edited answers that are not sent before they are put right.
    public var heldBack: Int {
        let findings = findings
        return draft.answers.count { findings.isHeldBack($0.key) }
    }

    /// - Parameter asked: by the person, so that waiting for the next attempt ends.
    mutating func saveAtService(asked: Bool = false, _ turn: inout WizardTurn) {
        guard let id = draft.application, application != nil, opening == .ready, !isLocked, needsSaving else { return }
        // The answers would overwrite those of the program that has the draft.
        guard journal.error?.kind != .heldElsewhere else { return }
        guard service.saving == nil else {
            service.isDue = true
            return
        }
        guard asked || !service.isWaiting else { return }
        service.isDue = false
        service.isWaiting = false
        turn.perform(.stopTimer(.saveAtService))
        let answers = savableAnswers
        guard !answers.isEmpty else {
            draft.savedAtService = draft.revision
            return
        }
        service.saving = draft.revision
        service.sending[draft.revision] = answers
        turn.perform(.saveAnswers(draft.id, id, revision: draft.revision, answers))
    }

    mutating func answersSaved(revision: Int, _ failure: PortalError?, _ turn: inout WizardTurn) {
        if service.saving == revision { service.saving = nil }
        let sent = service.sending.removeValue(forKey: revision) ?? [:]
        let isForSubmission = submission.awaits(.saving, revision: revision)
        if let failure {
            turn.failures.append(failure)
            service.error = failure
            isForSubmission ? submissionFailed(.saving, failure, &turn) : saveFailed(failure, &turn)
            return
        }
        draft.savedAtService = max(draft.savedAtService, revision)
        // Of what was hidden while it was on its way the service keeps nothing.
        service.sent.merge(sent.filter { application?.field($0.key)?.isVisible == true }) { $1 }
        service.savedAt = turn.now
        service.error = nil
        service.attempts = 0
        service.isWaiting = false
        if isForSubmission {
            enter(.acceptingLicences, &turn)
        } else {
            // Answers decide which other fields are asked for.
            turn.loadsApplication = true
            if service.isDue { saveAtService(&turn) }
        }
    }

    private mutating func saveFailed(_ failure: PortalError, _ turn: inout WizardTurn) {
        switch failure.kind {
        case .conflict:
            turn.loadsApplication = true
        case .invalid(let found):
            place(found)
        case _ where failure.canBeRetried:
            let delay = Self.retryDelays[min(service.attempts, Self.retryDelays.count - 1)]
            service.attempts += 1
            service.isWaiting = true
            tryAgain(.save, after: failure.waitingTime ?? delay, &turn)
        default: break
        }
    }

    /// Keeps what the service found, at the fields where it belongs.
    mutating func place(_ found: [ValidationWarning]) {
        warnings = [:]
        otherWarnings = []
        for warning in found {
            if let id = warning.field, let field = application?.field(id) {
                let length = FormValidation.length(of: value(of: field).text)
                warnings[id, default: []].append(
                    FieldProblem(serviceKey: warning.key, field: field, length: length))
                touched.insert(id)
            } else {
                otherWarnings.append(FieldProblem(serviceKey: warning.key))
            }
        }
    }

    mutating func applicationAnswered(
        _ id: ReadID, _ result: Result<Application, PortalError>, _ turn: inout WizardTurn
    ) {
        guard loading?.id == id else { return }
        loading = nil
        switch result {
        case .success(let loaded):
            adopt(loaded, &turn)
            if isSubmittedAlready { finish(&turn) }
        case .failure(let error):
            turn.failures.append(error)
            loadError = error
            if error.canBeRetried {
                tryAgain(.load, after: error.waitingTime ?? Self.retryDelays[0], &turn)
            }
        }
    }

    /// The service has the request with all that was answered here: submitted at its web page, or by a call of ours that
    /// was given up on and carried out late. The draft has nothing left to do.
    private var isSubmittedAlready: Bool {
        switch application?.state {
        case .submitted, .approved, .rejected: break
        default: return false
        }
        return style == .staged && submission != .done && !submission.isUnderWay && !submission.mayHaveArrived
            && draft.answers.allSatisfy { application?.field($0.key)?.value == $0.value }
    }

    /// Takes over the service's description; answers given here stay.
    mutating func adopt(_ loaded: Application, _ turn: inout WizardTurn) {
        let isFirst = application == nil
        application = loaded
        showConditionalFields()
        loadError = nil
        if submission == .done { return }
        takeDatasets(of: loaded)
        compareAnswers(with: loaded, &turn)
        if isFirst, step == .datasets, hasAnswers { resume(&turn) }
        if let focus, application?.field(focus)?.isVisible != true { refocus(&turn) }
        if !steps.contains(step) { go(to: .datasets, &turn) }
        sendWhatDiffers(&turn)
    }
}

extension WizardState {
    /// The datasets may have been changed at the service since; what it asks for counts.
    private mutating func takeDatasets(of loaded: Application) {
        guard style == .staged, !loaded.datasets.isEmpty,
            Set(loaded.datasets.map(\.identifier)) != Set(draft.identifiers)
        else { return }
        draft.datasets = loaded.datasets.map { dataset in
            draft.datasets.first { $0.identifier == dataset.identifier }
                ?? BasketItem(
                    id: DatasetID(dataset.identifier), identifier: dataset.identifier,
                    title: dataset.title.text(in: []), added: draft.modified)
        }
    }

    /// Something was answered already, here or at the service.
    private var hasAnswers: Bool {
        (application?.forms ?? []).flatMap(\.fields).contains {
            $0.type.takesValue && !FormValidation.isBlank(value(of: $0))
        }
    }
}

extension PortalError {
    /// Milliseconds that the service asks to wait.
    var waitingTime: Int? {
        secondsToWait.map { max(1, $0) * 1000 }
    }
}
