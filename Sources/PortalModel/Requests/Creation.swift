import FoundationEssentials

/// Making the application: once, and never again unasked.
extension RequestSession {
    /// Asks first what the service has: what is there already cannot be what is made next, and a creation in doubt may
    /// have been carried out since.
    mutating func create(_ turn: inout SessionTurn) {
        bump(&turn)
        journalNow(&turn)
        opening = .asking(ask(.beforeCreating, &turn), since: turn.now)
    }

    mutating func asked(_ result: Result<Reconciliation, PortalError>, _ turn: inout SessionTurn) {
        switch result {
        case .success(.nothing(let listed)): create(beside: listed, &turn)
        case .success(let other): take(other, &turn)
        case .failure(let error):
            turn.failures.append(error)
            if draft.creationIsInDoubt { return creationUnknown(error, &turn) }
            if error.keepsFromCreating { return notCreated(error, &turn) }
            create(beside: turn.listed, &turn)
        }
    }

    /// Puts the intention on disk first: without it a lost answer could not be told from none.
    private mutating func create(beside listed: Set<ApplicationID>?, _ turn: inout SessionTurn) {
        let attempt = noteCreation(beside: listed, turn)
        draft.phase = .creating
        bump(&turn)
        opening = .journalling(attempt, revision: draft.revision)
        journalNow(&turn)
    }

    /// Notes what is there before a creation, or before the first of several that are in doubt.
    mutating func noteCreation(beside listed: Set<ApplicationID>?, _ turn: SessionTurn) -> CreationAttempt {
        if draft.creationIsInDoubt { return .afterLostAnswer }
        draft.knownBefore = listed.map(turn.known.union)
        return .first
    }

    mutating func continueOpening(_ turn: inout SessionTurn) {
        guard case .journalling(let attempt, let revision) = opening, journal.confirmed >= revision else { return }
        opening = .creating(attempt, since: turn.now)
        turn.perform(.write(.createApplication(draft.id, identifiers: draft.identifiers)))
    }

    mutating func created(_ result: Result<ApplicationID, PortalError>, _ turn: inout SessionTurn) {
        guard draft.application == nil else { return }
        switch result {
        case .success(let id): take(id, &turn)
        case .failure(let error):
            turn.failures.append(error)
            if error.outcomeIsUnknown { return check(&turn) }
            if case .creating(.first, _) = opening { draft.knownBefore = nil }
            turn.refusal = DatasetRefusal(error, of: draft.datasets)
            notCreated(error.naming(draft.datasets), &turn)
        }
    }

    /// Asks the service which applications it has. Changes nothing.
    ///
    /// - Parameter look: how often it was looked for by itself before.
    mutating func check(look: Int = 0, _ turn: inout SessionTurn) {
        opening = .checking(ask(.lostCreation(look: look), &turn), since: turn.now)
    }

    func lostCreation(_ turn: SessionTurn) -> LostCreation {
        // Where it is known what was there before, the time hardly matters. Where it is not, the draft was last modified
        // when the creation was journalled: nothing else changes it meanwhile.
        let since = draft.knownBefore != nil ? draft.created : draft.phase == .creating ? draft.modified : nil
        return LostCreation(
            identifiers: draft.identifiers, since: since, known: turn.known.union(draft.knownBefore ?? []),
            clockDifference: draft.knownBefore == nil ? 120 : 900, answers: style == .atOnce ? draft.answers : nil)
    }

    mutating func creationReconciled(
        _ result: Result<Reconciliation, PortalError>, look: Int, _ turn: inout SessionTurn
    ) {
        switch result {
        case .success(.nothing(let listed)):
            draft.knownBefore = draft.knownBefore ?? listed
            notCreated(nil, &turn)
            lookAgain(after: look, &turn)
        case .success(let other): take(other, &turn)
        case .failure(let error):
            turn.failures.append(error)
            creationUnknown(error, look: look, &turn)
        }
    }

    private mutating func take(_ what: Reconciliation, _ turn: inout SessionTurn) {
        switch what {
        case .found(let found):
            take(found.id, &turn)
            turn.loadsApplication = false
            adopt(found, &turn)
        case .ambiguous(let candidates):
            opening = .ambiguous(candidates)
            turn.cues.append(.newList)
        case .nothing: break
        }
    }

    private mutating func creationUnknown(_ error: PortalError, look: Int = 0, _ turn: inout SessionTurn) {
        opening = .unknown(error)
        guard error.canBeRetried else { return }
        tryAgain(.creation(look: look), after: error.waitingTime ?? Self.retryDelays[1], &turn)
    }

    /// What was sent may still be carried out: it is looked for a few times more, and adopted when it turns up. That it
    /// is sent again is up to the person.
    private mutating func lookAgain(after look: Int, _ turn: inout SessionTurn) {
        guard Self.retryDelays.indices.contains(look) else { return }
        tryAgain(.creation(look: look + 1), after: Self.retryDelays[look], &turn)
    }

    /// The person chose among several.
    ///
    /// - Parameter place: among the candidates; beyond the last one stands a new application.
    mutating func chooseApplication(_ place: Int, _ turn: inout SessionTurn) {
        guard case .ambiguous(let candidates) = opening else { return }
        guard style == .staged else { return chooseSentRequest(place, among: candidates, &turn) }
        if candidates.indices.contains(place) {
            take(candidates[place].id, &turn)
        } else {
            draft.knownBefore = (draft.knownBefore ?? []).union(candidates.map(\.id))
            draft.phase = .editing
            create(&turn)
        }
    }

    /// The application is there: the datasets leave the basket.
    private mutating func take(_ id: ApplicationID, _ turn: inout SessionTurn) {
        draft.application = id
        draft.knownBefore = nil
        draft.phase = .editing
        bump(&turn)
        opening = .ready
        turn.cues.append(.newList)
        journalNow(&turn)
        turn.usedDatasets = draft.datasets.map(\.id)
        turn.loadsApplication = true
    }

    mutating func notCreated(_ error: PortalError?, _ turn: inout SessionTurn) {
        draft.phase = .editing
        bump(&turn)
        opening = .notCreated(error)
        journalNow(&turn)
    }
}

extension PortalError {
    /// Without an answer to the question what there is nothing is made: it would not be answered either.
    var keepsFromCreating: Bool {
        switch kind {
        case .offline, .timedOut, .signedOut, .tooManyRequests, .cancelled: true
        case .forbidden, .notFound, .refused, .conflict, .invalid, .serverFault, .unavailable, .notTried,
            .unreadableAnswer, .unsupported, .local, .heldElsewhere, .changedElsewhere, .notKept:
            false
        }
    }
}
