/// Requests at a service without drafts, where one call creates and submits.
///
/// The form is filled in here alone. Sending has a single phase, `creating`, which is on the disk with everything that
/// is sent before the call is made. When its answer is lost, the service is asked which requests it has: the one for
/// these datasets with these answers, made since then and not known before, is ours. Nothing is sent again unasked.
extension RequestSession {
    mutating func openAtOnce(_ turn: inout SessionTurn) {
        switch draft.phase {
        case .editing: turn.loadsApplication = true
        // The program ended while it was being sent.
        case .creating, .saving, .acceptingLicences, .submitting, .submitted: checkSubmission(.creating, &turn)
        }
    }

    /// What is sent is what is journalled: the answers to all visible fields, those from the form included.
    ///
    /// Before it is, the service is asked what it has: what is there already cannot be what is sent now, and what was
    /// sent before and not found may have arrived since.
    mutating func askBeforeSending(_ turn: inout SessionTurn) {
        draft.answers = shownAnswers
        submission = .asking(ask(.beforeSending, &turn), since: turn.now)
    }

    mutating func askedBeforeSending(_ result: Result<Reconciliation, PortalError>, _ turn: inout SessionTurn) {
        switch result {
        case .success(.nothing(let listed)):
            prepare(.creating(noteCreation(beside: listed, turn)), &turn)
        case .failure(let error) where !draft.creationIsInDoubt && !error.keepsFromCreating:
            turn.failures.append(error)
            prepare(.creating(noteCreation(beside: turn.listed, turn)), &turn)
        case .failure(let error) where !draft.creationIsInDoubt:
            turn.failures.append(error)
            stop(.creating, error, &turn)
        case .success, .failure: submissionReconciled(.creating, after: nil, result, &turn)
        }
    }

    mutating func requestSent(_ result: Result<ApplicationID, PortalError>, _ turn: inout SessionTurn) {
        guard case .underWay(let call, _, _) = submission, case .creating = call else { return }
        switch result {
        case .success(let id): finishSent(as: id, &turn)
        case .failure(let error):
            turn.failures.append(error)
            submissionFailed(call, error, &turn)
        }
    }

    /// The person chose among several; beyond the last one stands that it was none of them.
    mutating func chooseSentRequest(
        _ place: Int, among candidates: [ApplicationSummary], _ turn: inout SessionTurn
    ) {
        opening = .ready
        if candidates.indices.contains(place) {
            finishSent(as: candidates[place].id, &turn)
        } else {
            draft.knownBefore = (draft.knownBefore ?? []).union(candidates.map(\.id))
            bump(&turn)
            journalNow(&turn)
            turn.cues.append(.newList)
            turn.tell(.nothingWasSent)
            if application == nil { turn.loadsApplication = true }
        }
    }

    mutating func finishSent(as id: ApplicationID, _ turn: inout SessionTurn) {
        draft.application = id
        turn.usedDatasets = draft.datasets.map(\.id)
        finish(&turn)
    }
}
