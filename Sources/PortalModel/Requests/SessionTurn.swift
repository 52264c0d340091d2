import FoundationEssentials

/// What one thing that happened gives to a session, and what the session asks for in answer.
struct SessionTurn: Sendable {
    let now: Date
    /// Applications that belong to drafts: none of them can be a lost one.
    let known: Set<ApplicationID>
    /// Applications that the service was last seen to have; nil when it has not been asked yet.
    let listed: Set<ApplicationID>?
    /// The timers of drafts are another session's.
    var isAside = false

    /// To be carried out in this order.
    private(set) var effects: [Effect] = []
    /// What is said of it, the newest last.
    var notices: [SessionNotice] = []
    /// What whoever shows the session has to follow, in this order.
    var cues: [SessionCue] = []
    /// Ask the service for the application again.
    var loadsApplication = false
    /// Something waits to be tried again.
    var retries = false
    /// Datasets that became part of a request and leave the basket.
    var usedDatasets: [DatasetID] = []
    /// Datasets that the portal did not take together, or one that it takes no request for.
    var refusal: DatasetRefusal?
    /// The service has the request: the draft is not needed any more.
    var discardsDraft = false
    /// That it has is to be remembered, and the draft discarded with that.
    var submission: Submission?
    /// The draft is not on the disk any more: another program has sent or deleted it.
    var draftIsGone = false
    /// For the log of failed calls.
    var failures: [PortalError] = []

    init(now: Date, known: Set<ApplicationID>, listed: Set<ApplicationID>?) {
        self.now = now
        self.known = known
        self.listed = listed
    }

    mutating func perform(_ effect: Effect) {
        if isAside, effect.isTimerOfDraft { return }
        effects.append(effect)
    }

    /// Asks for the application, or where there is none before it is sent, for its form.
    mutating func load(_ session: inout RequestSession, as id: ReadID) {
        session.loading = Pending(id: id, since: now)
        if let application = session.draft.application {
            perform(.read(id, .application(application)))
        } else if session.style == .atOnce {
            perform(.read(id, .form(identifiers: session.draft.identifiers)))
        }
    }

    mutating func tell(_ notice: SessionNotice) { notices.append(notice) }
}

/// What has changed under somebody who looks at the session.
enum SessionCue: Equatable {
    /// The service's description is taken over.
    case adopted(Adoption)
    /// A form that was kept is shown until the service answers.
    case recalled
    /// There is no form any more.
    case formGone
    /// What there is to choose from is something else than before.
    case newList
    /// What is wrong with these fields may be said from now on.
    case judged(Set<FieldID>)
    /// It was not sent, for what the service, or another look at the form, found.
    case problems
    /// It was not sent: answers differ.
    case conflicts
    /// The draft is this program's again, with what the other has written. The field was in hand.
    case tookBack(FieldID?)
    /// It is submitted.
    case finished
}

/// How a description of the service met what was here.
struct Adoption: Equatable {
    /// Nothing was known of the application before.
    var isFirst: Bool
    /// Nobody has begun to type.
    var isUntouched: Bool
    /// What the service had before in the field that is in hand.
    var shown: FieldValue?
}

extension Effect {
    fileprivate var isTimerOfDraft: Bool {
        switch self {
        case .host(.startTimer(let timer, _)), .host(.stopTimer(let timer)):
            timer == .journalDraft || timer == .saveAtService
        case .host, .portals, .read, .cancelRead, .tryAtOnce, .write, .disk, .file, .identity, .makeDraftID, .searches,
            .mirror, .data:
            false
        }
    }
}
