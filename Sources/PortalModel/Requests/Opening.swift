import FoundationEssentials

/// How the application comes to be at the service.
public enum RequestOpening: Equatable, Sendable {
    /// Nothing to wait for: the application is known.
    case ready
    /// It is asked whether such a request is known of, here or at the portal, and the draft held for this program.
    case claiming(since: Date)
    /// The draft is read from the disk and held for this program.
    case reading
    /// It could not be read, or another program has it.
    case notRead(PortalError)
    /// Before anything is made the service is asked what it has, so that what is made can be told from it.
    case asking(Inquiry, since: Date)
    /// The draft goes to disk before the service is told to make anything.
    case journalling(CreationAttempt, revision: Int)
    /// The application is being made at the service, since a time.
    case creating(CreationAttempt, since: Date)
    /// An answer was lost: the service is asked what it has.
    case checking(Inquiry, since: Date)
    /// The service could not be asked.
    case unknown(PortalError)
    /// Nothing was created, with the reason if it is known. Created again by the person only.
    case notCreated(PortalError?)
    /// Several applications at the service could be the lost one; the last choice is a new one.
    case ambiguous([ApplicationSummary])
}

/// What a creation comes after.
public enum CreationAttempt: Hashable, Sendable {
    /// None: when it is refused, nothing can be at the service.
    case first
    /// One whose answer was lost and that is not accounted for: when this one is refused, that one stays in doubt.
    case afterLostAnswer
}

/// With what a session begins.
enum SessionBeginning {
    /// The disk: another program may have changed the draft.
    case reading
    /// The question whether such a request is known of.
    case claiming
    /// The draft, which was made just now: nothing of it can be on the disk.
    case anew
}

/// From a draft to an application at the service: created once, and never again unasked.
extension RequestSession {
    mutating func begin(_ beginning: SessionBeginning, _ turn: inout SessionTurn) {
        switch beginning {
        case .reading: read(&turn)
        case .claiming: opening = .claiming(since: turn.now)
        case .anew: open(&turn)
        }
    }

    /// Nothing like it is known: it is made.
    mutating func claimed(_ turn: inout SessionTurn) {
        opening = .ready
        open(&turn)
    }

    /// Begins with what the list knows of a draft: it is read anew, since another program may have written it.
    mutating func read(_ turn: inout SessionTurn) {
        opening = .reading
        turn.perform(.disk(.openDraft(draft.id, draft.application)))
    }

    mutating func opened(_ result: Result<Draft?, PortalError>, _ turn: inout SessionTurn) {
        guard opening == .reading else { return }
        switch result {
        case .success(let stored?):
            take(stored)
        case .success(nil) where draft.revision > 0:
            turn.draftIsGone = true
            return
        case .success(nil): break
        case .failure(let error):
            turn.failures.append(error)
            opening = .notRead(error)
            if error.canBeRetried { tryAgain(.open, after: Self.retryDelays[0], &turn) }
            return
        }
        opening = .ready
        open(&turn)
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
    mutating func open(_ turn: inout SessionTurn) {
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

    /// The portal does not have the draft's application any more.
    public var hasLostApplication: Bool {
        (application == nil || isRecalled) && loading == nil && loadError?.kind == .notFound && draft.application != nil
    }

    /// The person wants a new application for the answers of one that has gone.
    mutating func createAgain(_ turn: inout SessionTurn) {
        guard hasLostApplication else { return }
        applicationGone(&turn)
        create(&turn)
    }

    /// It was deleted at the portal while its draft is open: what was typed is still there for a new one.
    mutating func applicationGone(_ turn: inout SessionTurn) {
        letGo(&turn)
        application = nil
        isRecalled = false
        keptForm = nil
        loadError = nil
        draft.application = nil
        draft.knownBefore = nil
        draft.seenAtService = [:]
        draft.sentToService = [:]
        conflicts = [:]
        service = ServiceSaveState()
        turn.cues.append(.formGone)
        notCreated(nil, &turn)
    }

    /// Somebody comes back to it. Nothing is created or sent that was not asked for.
    mutating func reopen(_ turn: inout SessionTurn) {
        if case .unknown = opening { check(&turn) }
        if case .notRead = opening { read(&turn) }
        if opening == .ready, loading == nil, draft.application != nil { turn.loadsApplication = true }
    }

    /// Goes on with what the person asked for after something failed.
    mutating func retry(_ turn: inout SessionTurn) {
        switch opening {
        // Asked once more it would be refused once more.
        case .notCreated where isRefusedBundle: discardRefusedBundle(&turn)
        case .notCreated: create(&turn)
        case .unknown: check(&turn)
        case .notRead: read(&turn)
        case .journalling: if journal.writing == nil { journalNow(&turn) }
        case .ready where !hasLostApplication && (application == nil || isRecalled) && loading == nil:
            turn.loadsApplication = true
        case .ready, .claiming, .asking, .creating, .checking, .reading, .ambiguous: break
        }
        if case .unknown(let phase, _) = submission { checkSubmission(phase, &turn) }
    }

    /// Nobody looks at it any more: everything is left as it is, on disk and on its way to the service.
    mutating func leave(_ turn: inout SessionTurn) {
        discardRefusedBundle(&turn)
        if !isSavedHere || journal.timerIsRunning { journalNow(&turn) }
        saveAtService(&turn)
    }

    /// The portal does not take these datasets together.
    var isRefusedBundle: Bool {
        if case .notCreated(let error?) = opening { error.refusesBundle } else { false }
    }

    /// Nothing was typed and nothing can come of it: as a draft it would only be in the way.
    mutating func discardRefusedBundle(_ turn: inout SessionTurn) {
        if isRefusedBundle, draft.answers.isEmpty { turn.discardsDraft = true }
    }
}
