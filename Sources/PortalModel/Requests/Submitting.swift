import FoundationEssentials

/// Sending a request: each phase is on disk before its call is made, and nothing is submitted twice unasked.
extension RequestSession {
    /// The person has confirmed.
    mutating func beginSubmission(_ turn: inout SessionTurn) {
        guard !isLocked, application != nil, !isRecalled, missingCount == 0, conflicts.isEmpty else { return }
        turn.perform(.host(.stopTimer(.saveAtService)))
        guard style == .staged else { return askBeforeSending(&turn) }
        guard draft.application != nil else { return }
        let reviewed = shownAnswers
        // What was changed there since it was last seen is not written over.
        if hasLooked(turn) { sendAnswers(of: reviewed, &turn) } else { verify(.beforeSending, of: reviewed, &turn) }
    }

    /// Saves what the service does not have yet, or goes on where it has everything.
    mutating func sendAnswers(of reviewed: ReviewedAnswers, _ turn: inout SessionTurn) {
        guard !answersToSend.isEmpty else { return acceptLicences(of: reviewed, &turn) }
        let answers = differingAnswers.merging(answersToSend) { $1 }
        noteSending(answers)
        prepare(.saving(answers, of: reviewed), &turn)
    }

    /// Accepts the licences, or goes on where the service has all as accepted.
    mutating func acceptLicences(of reviewed: ReviewedAnswers, _ turn: inout SessionTurn) {
        guard application?.licences.allSatisfy(\.isAccepted) == false else {
            return verify(.allIsSent, of: reviewed, &turn)
        }
        prepare(.acceptingLicences(of: reviewed), &turn)
    }

    /// Writes to the disk what is about to be called: the call is made when it is there.
    mutating func prepare(_ call: SubmissionCall, _ turn: inout SessionTurn) {
        draft.phase = call.phase
        bump(&turn)
        switch call {
        case .submitting, .creating: draft.intent = submission(.intended, turn)
        case .saving, .acceptingLicences: break
        }
        submission = .journalling(call, revision: draft.revision)
        journalNow(&turn)
    }

    /// Makes the call that was waiting for the disk.
    mutating func continueSubmission(_ turn: inout SessionTurn) {
        guard case .journalling(let call, let revision) = submission, journal.confirmed >= revision,
            let write = write(for: call, revision: revision)
        else { return }
        submission = .underWay(call, revision: revision, since: turn.now)
        turn.perform(.write(write))
    }

    /// Nil while the application that it is for is not known.
    private func write(for call: SubmissionCall, revision: Int) -> ServiceWrite? {
        if case .creating = call { return .sendRequest(draft.id, identifiers: draft.identifiers, draft.answers) }
        guard let id = draft.application, let application else { return nil }
        switch call {
        case .creating: return nil
        case .saving(let answers, _): return .saveAnswers(draft.id, id, revision: revision, answers)
        case .acceptingLicences:
            return .acceptLicences(draft.id, id, Set(application.licences.filter(isAccepted).map(\.id)))
        case .submitting: return .submit(draft.id, id)
        }
    }

    mutating func licencesAccepted(_ failure: PortalError?, _ turn: inout SessionTurn) {
        guard case .underWay(let call, _, _) = submission, case .acceptingLicences(let reviewed) = call else { return }
        if let failure {
            turn.failures.append(failure)
            submissionFailed(call, failure, &turn)
        } else {
            verify(.allIsSent, of: reviewed, &turn)
        }
    }

    mutating func submitted(_ failure: PortalError?, _ turn: inout SessionTurn) {
        guard case .underWay(.submitting, _, _) = submission else { return }
        if let failure {
            turn.failures.append(failure)
            submissionFailed(.submitting, failure, &turn)
        } else {
            finish(&turn)
        }
    }

    mutating func submissionFailed(_ call: SubmissionCall, _ failure: PortalError, _ turn: inout SessionTurn) {
        switch call {
        case .creating(let attempt):
            if failure.outcomeIsUnknown { return checkSubmission(.creating, after: failure, &turn) }
            if attempt == .first { draft.knownBefore = nil }
        case .saving(_, let reviewed), .acceptingLicences(let reviewed):
            if failure.kind == .conflict { return checkSubmission(call.phase, after: failure, &turn) }
            guard failure.outcomeIsUnknown else { break }
            if call.phase == .saving { service.mayArriveLate = true }
            return verify(.lostAnswer(call.phase, failure), of: reviewed, &turn)
        case .submitting:
            if failure.kind == .conflict || failure.outcomeIsUnknown {
                return checkSubmission(.submitting, after: failure, &turn)
            }
        }
        stop(call.phase, failure, &turn)
        if case .invalid(let found) = failure.kind {
            place(found, &turn)
            turn.cues.append(.problems)
            // What it has as accepted may differ from what was known here.
            turn.loadsApplication = style == .staged
        }
    }

    /// Asks what became of it. Runs after the writes before it, and changes nothing.
    mutating func checkSubmission(
        _ phase: SubmissionPhase, after failure: PortalError? = nil, _ turn: inout SessionTurn
    ) {
        submission = .checking(phase, ask(.lostSubmission, &turn), since: turn.now, after: failure)
    }

    mutating func submissionReconciled(
        _ phase: SubmissionPhase, after failure: PortalError?, _ result: Result<Reconciliation, PortalError>,
        _ turn: inout SessionTurn
    ) {
        switch result {
        case .success(.found(let found)) where style == .atOnce:
            finishSent(as: found.id, &turn)
            adopt(found, &turn)
            turn.loadsApplication = false
        case .success(.ambiguous(let candidates)) where style == .atOnce:
            stop(phase, nil, &turn)
            opening = .ambiguous(candidates)
            turn.cues.append(.newList)
        case .success(.found(let found)):
            let isSubmitted = wasSubmitted(found)
            adopt(found, &turn)
            if isSubmitted { return finish(&turn) }
            stop(phase, failure, &turn)
            turn.tell(.notSubmitted(found.state))
        case .success(.nothing(let listed)) where style == .atOnce:
            draft.knownBefore = draft.knownBefore ?? listed
            stop(phase, nil, &turn)
        case .success: stop(phase, PortalError(.notFound, operation: "looking for the request"), &turn)
        case .failure(let error):
            turn.failures.append(error)
            guard error.canBeRetried || error.kind == .signedOut else { return stop(phase, error, &turn) }
            submission = .unknown(phase, error)
            tryAgain(.submission, after: error.waitingTime ?? Self.retryDelays[1], &turn)
        }
    }

    mutating func stop(_ phase: SubmissionPhase, _ failure: PortalError?, _ turn: inout SessionTurn) {
        submission = .stopped(phase, failure)
        draft.phase = .editing
        draft.intent = nil
        bump(&turn)
        journalNow(&turn)
        if application == nil { turn.loadsApplication = true }
        if style == .staged { sendWhatDiffers(&turn) }
    }

    /// Whether the service took the request, as far as it tells.
    ///
    /// A committee may have returned it again already: then there is one submission more in its history than before,
    /// or, after a restart, one since the draft was last written.
    func wasSubmitted(_ found: Application) -> Bool {
        if found.state.showsSubmission { return true }
        // Of a returned one its history decides, and of a state that nobody knows.
        if found.state == .draft { return false }
        if let application { return found.submissions.count > application.submissions.count }
        return found.submissions.contains { $0.time.map { $0 >= draft.modified.addingTimeInterval(-120) } ?? false }
    }

    /// What is remembered of it, with the answers that the committee gets.
    private func submission(_ phase: Submission.Phase, _ turn: SessionTurn) -> Submission {
        let accepted = (application?.licences ?? []).filter { style == .atOnce || isAccepted($0) }
        return Submission(
            draft: draft.id, application: draft.application, datasets: draft.identifiers,
            digest: AnswersDigest(
                of: style == .atOnce ? draft.answers : shownAnswers, licences: Set(accepted.map(\.id)), key: draft.id),
            phase: phase, time: turn.now)
    }

    mutating func finish(_ turn: inout SessionTurn) {
        turn.submission = submission(.submitted, turn)
        submission = .done
        draft.phase = .submitted
        draft.intent = nil
        inHand = nil
        turn.cues.append(.finished)
        for timer in [TimerID.journalDraft, .saveAtService] { turn.perform(.host(.stopTimer(timer))) }
        turn.discardsDraft = true
        turn.loadsApplication = true
    }
}

extension Application {
    fileprivate var submissions: [ApplicationEvent] { events.filter { $0.type.hasSuffix("submitted") } }
}

extension SubmissionProgress {
    /// The call that is saving with this revision; nil when the submission makes none.
    func savingCall(with revision: Int) -> SubmissionCall? {
        if case .underWay(let call, revision, _) = self, case .saving = call { call } else { nil }
    }
}
