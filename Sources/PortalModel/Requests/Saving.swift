import FoundationEssentials

/// Saving at the service: in the background, one call at a time, again by itself when the network comes back.
extension RequestSession {
    /// Something was edited that the service has not confirmed.
    public var needsSaving: Bool { style == .staged && lastEdit > draft.savedAtService }

    /// What may be sent: visible fields only, nothing that the service would refuse, since it would refuse all, and
    /// nothing that would write over an answer which the person has not chosen against.
    public var savableAnswers: [FieldID: FieldValue] {
        let findings = findings
        return draft.answers.filter { findings.isSavable($0.key) && conflicts[$0.key] == nil }
    }

    /// What is sent: what the service does not have by all that is known. The rest was not changed here, and may be
    /// changed there meanwhile.
    var answersToSend: [FieldID: FieldValue] {
        let findings = findings
        return savableAnswers.filter { id, value in
            guard let field = findings.field(id) else { return false }
            // Sent, and not seen since.
            if let last = draft.sentToService[id]?.last, last != value { return true }
            switch mergeStatus(of: value, in: field) {
            case .localNewer: return true
            case .same, .remoteNewer, .conflict: return false
            }
        }
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
    mutating func saveAtService(asked: Bool = false, _ turn: inout SessionTurn) {
        guard draft.application != nil, application != nil, !isRecalled, opening == .ready, !isLocked, needsSaving
        else { return }
        switch service.phase {
        case .looking, .awaitingDisk, .sending:
            service.isDue = true
            return
        case .backingOff where !asked: return
        case .backingOff, .idle: break
        }
        service.isDue = false
        service.phase = .idle
        turn.perform(.host(.stopTimer(.saveAtService)))
        guard hasLooked(turn) else { return look(&turn) }
        let answers = answersToSend
        guard !answers.isEmpty else {
            draft.savedAtService = draft.revision
            return
        }
        noteSending(answers)
        bump(&turn)
        service.phase = .awaitingDisk(revision: draft.revision, answers)
        journalNow(&turn)
    }

    /// What was asked for by the person: writes the draft, and sends what the service does not have.
    mutating func saveNow(_ turn: inout SessionTurn) {
        if !isSavedHere { journalNow(&turn) }
        saveAtService(asked: true, &turn)
        if isRecalled, loading == nil { turn.loadsApplication = true }
    }

    /// Notes what the service may have from now on, whatever becomes of the call.
    mutating func noteSending(_ answers: [FieldID: FieldValue]) {
        for (id, value) in answers where draft.sentToService[id]?.last != value {
            draft.sentToService[id] = (draft.sentToService[id] ?? []).suffix(5) + [value]
        }
    }

    /// Makes the call that was waiting for the disk: what may be at the service is known here after a crash too, and
    /// nothing is sent of a draft that another program has taken over. A full disk does not keep words from the service.
    mutating func continueSaving(_ failure: PortalError?, _ turn: inout SessionTurn) {
        guard case .awaitingDisk(let revision, let answers) = service.phase, let id = draft.application else { return }
        if failure == nil, journal.confirmed < revision { return }
        if failure?.isTakenOver == true {
            service.phase = .idle
            return
        }
        service.phase = .sending(revision: revision, answers)
        turn.perform(.write(.saveAnswers(draft.id, id, revision: revision, answers)))
    }

    // MARK: Looking first

    /// For so many seconds what the service has is taken as it was seen.
    private static let freshness = 5.0

    /// Whether the service was seen just now, so that what was changed there is known.
    func hasLooked(_ turn: SessionTurn) -> Bool {
        service.lookedAt.map { turn.now.timeIntervalSince($0) < Self.freshness } ?? false
    }

    private mutating func look(_ turn: inout SessionTurn) {
        service.phase = .looking(ask(.beforeSaving, &turn))
    }

    mutating func looked(_ result: Result<Reconciliation, PortalError>, _ turn: inout SessionTurn) {
        service.phase = .idle
        switch result {
        case .success(.found(let found)) where found.id == draft.application:
            adopt(found, &turn)
            if !service.phase.isSending { saveAtService(&turn) }
        case .success: turn.loadsApplication = true
        case .failure(let error):
            turn.failures.append(error)
            service.error = error
            saveFailed(error, &turn)
        }
    }

    mutating func answersSaved(revision: Int, _ failure: PortalError?, _ turn: inout SessionTurn) {
        let call = submission.savingCall(with: revision)
        var sent: [FieldID: FieldValue] = [:]
        if case .saving(let answers, _) = call { sent = answers }
        if case .sending(revision, let answers) = service.phase {
            sent = answers
            service.phase = .idle
        }
        if let failure {
            if failure.outcomeIsUnknown { service.mayArriveLate = true }
            turn.failures.append(failure)
            service.error = failure
            if let call { submissionFailed(call, failure, &turn) } else { saveFailed(failure, &turn) }
            return
        }
        draft.savedAtService = max(draft.savedAtService, revision)
        // Of what was hidden while it was on its way the service keeps nothing.
        service.sent.merge(sent.filter { application?.field($0.key)?.isVisible == true }) { $1 }
        service.savedAt = turn.now
        service.error = nil
        service.attempts = 0
        if service.phase == .backingOff { service.phase = .idle }
        if case .saving(_, let reviewed) = call {
            acceptLicences(of: reviewed, &turn)
        } else {
            // Answers decide which other fields are asked for.
            turn.loadsApplication = true
            if service.isDue { saveAtService(&turn) }
        }
    }

    private mutating func saveFailed(_ failure: PortalError, _ turn: inout SessionTurn) {
        if failure.kind == .conflict {
            turn.loadsApplication = true
        } else if case .invalid(let found) = failure.kind {
            place(found, &turn)
        } else if failure.canBeRetried {
            let delay = Self.retryDelays[min(service.attempts, Self.retryDelays.count - 1)]
            service.attempts += 1
            service.phase = .backingOff
            tryAgain(.save, after: failure.waitingTime ?? delay, &turn)
        }
    }

    /// Keeps what the service found, at the fields where it belongs.
    mutating func place(_ found: [ValidationWarning], _ turn: inout SessionTurn) {
        warnings = [:]
        otherWarnings = []
        var fields: Set<FieldID> = []
        for warning in found {
            if let id = warning.field, let field = application?.field(id) {
                let length = FormValidation.length(of: value(of: field).text)
                warnings[id, default: []].append(
                    FieldProblem(serviceKey: warning.key, field: field, length: length))
                fields.insert(id)
            } else {
                otherWarnings.append(FieldProblem(serviceKey: warning.key))
            }
        }
        turn.cues.append(.judged(fields))
    }
}

extension PortalError {
    /// Milliseconds that the service asks to wait.
    var waitingTime: Int? {
        secondsToWait.map { max(1, $0) * 1000 }
    }
}
