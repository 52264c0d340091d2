import FoundationEssentials

/// With what a wizard begins.
enum WizardBeginning {
    /// The disk: another program may have changed the draft.
    case reading
    /// The question whether such a request is known of.
    case claiming
    /// The draft, which was made just now: nothing of it can be on the disk.
    case anew
}

/// From a draft to an application at the service: created once, and never again unasked.
extension WizardState {
    /// Begins with what the list knows of a draft: it is read anew, since another program may have written it.
    mutating func read(_ turn: inout WizardTurn) {
        opening = .reading
        turn.perform(.disk(.openDraft(draft.id, draft.application)))
    }

    /// False when the draft is not there any more.
    mutating func opened(_ result: Result<Draft?, PortalError>, _ turn: inout WizardTurn) -> Bool {
        guard opening == .reading else { return true }
        switch result {
        case .success(let stored?):
            take(stored)
        case .success(nil) where draft.revision > 0: return false
        case .success(nil): break
        case .failure(let error):
            turn.failures.append(error)
            opening = .notRead(error)
            if error.canBeRetried { tryAgain(.open, after: Self.retryDelays[0], &turn) }
            return true
        }
        opening = .ready
        open(&turn)
        return true
    }

    private mutating func take(_ stored: Draft) {
        guard stored.revision >= draft.revision else {
            // An older copy of the file was put back: what is known here is newer.
            journal.confirmed = stored.revision
            return
        }
        draft = stored
        // Held once, and not with every state of the draft.
        keptForm = stored.form ?? keptForm
        draft.form = nil
        journal = JournalState(stored)
        service.mayArriveLate = !stored.sentToService.isEmpty
        lastEdit = stored.answers.isEmpty ? stored.savedAtService : stored.revision
    }

    /// Begins with a draft as the disk or the basket has it.
    mutating func open(_ turn: inout WizardTurn) {
        if !isSavedHere { journalNow(&turn) }
        guard style == .staged else { return openAtOnce(&turn) }
        switch draft.phase {
        case .saving, .acceptingLicences, .submitting, .submitted:
            // The program ended while it was being sent.
            checkSubmission(draft.phase, &turn)
        case .creating where draft.application == nil: check(&turn)
        case .editing where draft.creationIsInDoubt: check(&turn)
        case .editing, .creating:
            guard draft.application != nil else { return create(&turn) }
            recallForm(&turn)
            turn.loadsApplication = true
        }
    }

    /// Asks first what the service has: what is there already cannot be what is made next, and a creation in doubt may
    /// have been carried out since.
    mutating func create(_ turn: inout WizardTurn) {
        bump(&turn)
        journalNow(&turn)
        opening = .asking(ask(.beforeCreating, &turn), since: turn.now)
    }

    mutating func asked(_ result: Result<Reconciliation, PortalError>, _ turn: inout WizardTurn) {
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
    private mutating func create(beside listed: Set<ApplicationID>?, _ turn: inout WizardTurn) {
        noteCreation(beside: listed, turn)
        draft.phase = .creating
        bump(&turn)
        opening = .journalling(revision: draft.revision)
        journalNow(&turn)
    }

    /// What is there before a creation, or before the first of several that are in doubt.
    mutating func noteCreation(beside listed: Set<ApplicationID>?, _ turn: WizardTurn) {
        hadLostCreation = draft.creationIsInDoubt
        if !hadLostCreation { draft.knownBefore = listed.map(turn.known.union) }
    }

    mutating func continueOpening(_ turn: inout WizardTurn) {
        guard case .journalling(let revision) = opening, journal.confirmed >= revision else { return }
        opening = .creating(since: turn.now)
        turn.perform(.write(.createApplication(draft.id, identifiers: draft.identifiers)))
    }

    mutating func created(_ result: Result<ApplicationID, PortalError>, _ turn: inout WizardTurn) {
        guard draft.application == nil else { return }
        switch result {
        case .success(let id): take(id, &turn)
        case .failure(let error):
            turn.failures.append(error)
            if error.outcomeIsUnknown { return check(&turn) }
            if !hadLostCreation { draft.knownBefore = nil }
            turn.refusal = DatasetRefusal(error, of: draft.datasets)
            notCreated(error.naming(draft.datasets), &turn)
        }
    }

    /// Asks the service which applications it has. Changes nothing.
    mutating func check(_ turn: inout WizardTurn) {
        opening = .checking(ask(.lostCreation, &turn), since: turn.now)
    }

    func lostCreation(_ turn: WizardTurn) -> LostCreation {
        // Where it is known what was there before, the time hardly matters. Where it is not, the draft was last modified
        // when the creation was journalled: nothing else changes it meanwhile.
        let since = draft.knownBefore != nil ? draft.created : draft.phase == .creating ? draft.modified : nil
        return LostCreation(
            identifiers: draft.identifiers, since: since, known: turn.known.union(draft.knownBefore ?? []),
            clockDifference: draft.knownBefore == nil ? 120 : 900, answers: style == .atOnce ? draft.answers : nil)
    }

    mutating func creationReconciled(_ result: Result<Reconciliation, PortalError>, _ turn: inout WizardTurn) {
        switch result {
        case .success(.nothing(let listed)):
            draft.knownBefore = draft.knownBefore ?? listed
            notCreated(nil, &turn)
            lookAgain(&turn)
        case .success(let other): take(other, &turn)
        case .failure(let error):
            turn.failures.append(error)
            creationUnknown(error, &turn)
        }
    }

    private mutating func take(_ what: Reconciliation, _ turn: inout WizardTurn) {
        switch what {
        case .found(let found):
            take(found.id, &turn)
            turn.loadsApplication = false
            adopt(found, &turn)
        case .ambiguous(let candidates):
            opening = .ambiguous(candidates)
            selection = 0
        case .nothing: break
        }
    }

    private mutating func creationUnknown(_ error: PortalError, _ turn: inout WizardTurn) {
        opening = .unknown(error)
        guard error.canBeRetried else { return }
        tryAgain(.question, after: error.waitingTime ?? Self.retryDelays[1], &turn)
    }

    /// What was sent may still be carried out: it is looked for a few times more, and adopted when it turns up. That it
    /// is sent again is up to the person.
    private mutating func lookAgain(_ turn: inout WizardTurn) {
        guard Self.retryDelays.indices.contains(looks) else { return }
        tryAgain(.question, after: Self.retryDelays[looks], &turn)
        looks += 1
    }

    /// The person chose among several; beyond the last one stands a new application.
    mutating func chooseApplication(_ turn: inout WizardTurn) {
        guard case .ambiguous(let candidates) = opening else { return }
        guard style == .staged else { return chooseSentRequest(among: candidates, &turn) }
        if candidates.indices.contains(selection) {
            take(candidates[selection].id, &turn)
        } else {
            draft.knownBefore = (draft.knownBefore ?? []).union(candidates.map(\.id))
            draft.phase = .editing
            create(&turn)
        }
    }

    /// The application is there: the datasets leave the basket.
    private mutating func take(_ id: ApplicationID, _ turn: inout WizardTurn) {
        draft.application = id
        draft.knownBefore = nil
        draft.phase = .editing
        bump(&turn)
        opening = .ready
        selection = 0
        journalNow(&turn)
        turn.usedDatasets = draft.datasets.map(\.id)
        turn.loadsApplication = true
    }

    private mutating func notCreated(_ error: PortalError?, _ turn: inout WizardTurn) {
        draft.phase = .editing
        bump(&turn)
        opening = .notCreated(error)
        journalNow(&turn)
    }

    /// The portal does not have the draft's application any more.
    public var hasLostApplication: Bool {
        (application == nil || isRecalled) && loading == nil && loadError?.kind == .notFound && draft.application != nil
    }

    private func askToCreateAgain(_ turn: inout WizardTurn) {
        turn.confirmation = Confirmation(
            subject: .createAgain(draft.id),
            question: "The portal does not have this request any more. Make a new one with the answers kept here?",
            word: "new")
    }

    /// It was deleted at the portal while its draft is open: what was typed is still there for a new one.
    mutating func applicationGone(_ turn: inout WizardTurn) {
        leaveField(&turn)
        application = nil
        isRecalled = false
        keptForm = nil
        loadError = nil
        draft.application = nil
        draft.knownBefore = nil
        draft.seenAtService = [:]
        draft.sentToService = [:]
        conflicts = [:]
        comparison = nil
        service = ServiceSaveState()
        step = .datasets
        notCreated(nil, &turn)
    }

    /// Comes back to the screen. Nothing is created or sent that was not asked for.
    mutating func reopen(_ turn: inout WizardTurn) {
        if case .unknown = opening { check(&turn) }
        if case .notRead = opening { read(&turn) }
        if opening == .ready, loading == nil, draft.application != nil { turn.loadsApplication = true }
        guard focus == nil, let form else { return }
        let left = leftField.flatMap { application?.field($0) }.flatMap { $0.isVisible ? $0 : nil }
        if let field = left ?? stops(in: form).first { focus(on: field, &turn) }
    }

    /// Goes on with what the person asked for after something failed.
    mutating func retry(_ turn: inout WizardTurn) {
        switch opening {
        case .notCreated(let error?) where error.refusesBundle:
            discardRefusedBundle(&turn)
            turn.returnsToBasket = true
        case .notCreated: create(&turn)
        case .unknown: check(&turn)
        case .notRead: read(&turn)
        case .ambiguous: chooseApplication(&turn)
        case .journalling: if journal.writing == nil { journalNow(&turn) }
        case .ready where hasLostApplication: askToCreateAgain(&turn)
        case .ready where (application == nil || isRecalled) && loading == nil: turn.loadsApplication = true
        case .ready, .claiming, .asking, .creating, .checking, .reading: break
        }
        if case .unknown(let phase, _) = submission { checkSubmission(phase, &turn) }
    }
}

extension PortalError {
    /// Without an answer to the question what there is nothing is made: it would not be answered either.
    var keepsFromCreating: Bool {
        switch kind {
        case .offline, .timedOut, .signedOut, .tooManyRequests, .cancelled: true
        default: false
        }
    }
}
