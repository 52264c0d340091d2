import FoundationEssentials

/// Sending a request: each phase is on disk before its call is made, and nothing is submitted twice unasked.
extension RequestSession {
    /// The person has confirmed.
    mutating func beginSubmission(_ turn: inout SessionTurn) {
        guard !isLocked, application != nil, !isRecalled, missingCount == 0, conflicts.isEmpty else { return }
        turn.perform(.host(.stopTimer(.saveAtService)))
        guard style == .staged else { return askBeforeSending(&turn) }
        reviewed = shownAnswers
        guard draft.application != nil else { return }
        // What was changed there since it was last seen is not written over.
        if hasLooked(turn) { enter(.saving, &turn) } else { verify(.beforeSending, &turn) }
    }

    /// Goes on to a phase, past those that have nothing to do.
    mutating func enter(_ phase: SubmissionPhase, _ turn: inout SessionTurn) {
        switch phase {
        case .saving where answersToSend.isEmpty:
            return enter(.acceptingLicences, &turn)
        case .acceptingLicences where application?.licences.allSatisfy(\.isAccepted) != false:
            return verify(.allIsSent, &turn)
        case .saving, .acceptingLicences, .editing, .creating, .submitting, .submitted: break
        }
        draft.phase = phase
        if phase == .saving { noteSending(differingAnswers.merging(answersToSend) { $1 }) }
        bump(&turn)
        if phase == .submitting || phase == .creating { draft.intent = submission(.intended, turn) }
        submission = .journalling(phase, revision: draft.revision)
        journalNow(&turn)
    }

    /// Makes the call that was waiting for the disk.
    mutating func continueSubmission(_ turn: inout SessionTurn) {
        guard case .journalling(let phase, let revision) = submission, journal.confirmed >= revision else { return }
        let call: SubmissionCall
        let write: ServiceWrite
        switch (phase, draft.application, application) {
        case (.creating, _, _):
            call = .creating
            write = .sendRequest(draft.id, identifiers: draft.identifiers, draft.answers)
        case (.saving, let id?, .some):
            let answers = differingAnswers.merging(answersToSend) { $1 }
            call = .saving(answers)
            write = .saveAnswers(draft.id, id, revision: revision, answers)
        case (.acceptingLicences, let id?, let application?):
            call = .acceptingLicences
            write = .acceptLicences(draft.id, id, Set(application.licences.filter(isAccepted).map(\.id)))
        case (.submitting, let id?, .some):
            call = .submitting
            write = .submit(draft.id, id)
        case (.saving, _, _), (.acceptingLicences, _, _), (.submitting, _, _), (.editing, _, _), (.submitted, _, _):
            return
        }
        submission = .underWay(call, revision: revision, since: turn.now)
        turn.perform(.write(write))
    }

    mutating func licencesAccepted(_ failure: PortalError?, _ turn: inout SessionTurn) {
        guard case .underWay(.acceptingLicences, _, _) = submission else { return }
        if let failure {
            turn.failures.append(failure)
            submissionFailed(.acceptingLicences, failure, &turn)
        } else {
            verify(.allIsSent, &turn)
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

    mutating func submissionFailed(_ phase: SubmissionPhase, _ failure: PortalError, _ turn: inout SessionTurn) {
        let isSending = phase == .submitting || phase == .creating
        if (failure.kind == .conflict && phase != .creating) || (isSending && failure.outcomeIsUnknown) {
            checkSubmission(phase, after: failure, &turn)
            return
        }
        if phase == .saving, failure.outcomeIsUnknown { service.mayArriveLate = true }
        if phase == .saving || phase == .acceptingLicences, failure.outcomeIsUnknown {
            return verify(.lostAnswer(phase, failure), &turn)
        }
        if phase == .creating, !hadLostCreation { draft.knownBefore = nil }
        stop(phase, failure, &turn)
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
            tryAgain(.question, after: error.waitingTime ?? Self.retryDelays[1], &turn)
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
    /// What the submission is saving with this revision; nil when it is not.
    func answersSaved(by revision: Int) -> [FieldID: FieldValue]? {
        if case .underWay(.saving(let answers), revision, _) = self { answers } else { nil }
    }
}
