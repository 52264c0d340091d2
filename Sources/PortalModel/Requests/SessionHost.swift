import FoundationEssentials

/// Holds a session where there is no screen: for linear mode and for commands.
///
/// It does for one session what the wizard's screen does besides: it numbers reads, keeps the basket and the seen states,
/// and leads what happened to the session. Pure, like the session. Nothing is tried again by itself: what failed is for
/// whoever runs the command to repeat.
public struct SessionHost: Equatable, Sendable {
    /// The session as it stands.
    public private(set) var session: RequestSession
    /// That it is submitted is being written: nobody is told before it is on the disk.
    public private(set) var isBeingRemembered = false
    /// The draft is not on the disk any more: another program has sent or deleted it.
    public private(set) var isGone = false
    /// Why that could not be written. The draft is there still, and the next run asks the portal.
    public private(set) var memoryFailure: PortalError?

    private let known: Set<ApplicationID>
    private let listed: Set<ApplicationID>
    /// Nil where the datasets are not out of the basket, and it stays as it is.
    private var basket: [BasketItem]?
    private var seen: [ApplicationID: ApplicationState]
    private var lastRead = 0

    /// - Parameters:
    ///   - stored: what is on the disk besides.
    ///   - applications: those that the service has: none of them can be one that is made from now on.
    ///   - keepsBasket: the basket stays as it is, whatever becomes of its datasets.
    public init(
        _ draft: Draft, style: SubmissionStyle, stored: StoredState, applications: [ApplicationSummary],
        keepsBasket: Bool
    ) {
        session = RequestSession(draft: draft, style: style)
        known = Set(stored.drafts.compactMap(\.application))
        listed = Set(applications.map(\.id))
        basket = keepsBasket ? nil : stored.basket
        seen = stored.seen
    }

    // MARK: What is asked of it

    /// Reads the draft from the disk and goes on with it: its application is made where there is none yet.
    public mutating func open(now: Date) -> [Effect] { turn(now) { $0.begin(.reading, &$1) } }

    /// Goes on after something failed.
    public mutating func retry(now: Date) -> [Effect] { turn(now) { $0.retry(&$1) } }

    /// Takes answers to fields that are asked for, and accepts licences. The draft is on its way to the disk then.
    public mutating func give(
        _ answers: [FieldID: FieldValue], licences: Set<Int64>, now: Date
    ) -> [Effect] {
        turn(now) { $0.take(answers, accepting: licences, &$1) }
    }

    /// Sends what the service does not have.
    public mutating func save(now: Date) -> [Effect] { turn(now) { $0.saveNow(&$1) } }

    /// - Parameter path: as it was typed.
    public mutating func attach(_ path: String, to field: FieldID, now: Date) -> [Effect] {
        turn(now) { $0.attach(path, to: field, &$1) }
    }

    /// Submits what is complete; asks first where it is not known whether the service has it already.
    public mutating func submit(now: Date) -> [Effect] {
        turn(now) { session, turn in
            if case .unknown = session.submission { session.retry(&turn) } else { session.beginSubmission(&turn) }
        }
    }

    // MARK: What happened

    /// Leads what became of an effect to the session; what is for somebody else is passed over.
    public mutating func take(_ action: AppAction, now: Date) -> [Effect] {
        switch action {
        case .session(session.draft.id, let event): return turn(now) { $0.take(event, &$1) }
        case .answered(let id, let result):
            return turn(now) { $0.applicationAnswered(id, result.as(\.application), &$1) }
        case .file(.uploadBegan(let id, let bytes)):
            return turn(now) { session, _ in session.uploadBegan(id, bytes: bytes) }
        case .file(.uploaded(let id, let result)): return turn(now) { $0.uploaded(id, result, &$1) }
        case .submissionKept(session.draft.id, let failure):
            isBeingRemembered = false
            memoryFailure = failure
            return []
        case .started, .input, .commandChosen, .timerFired, .clicked, .measured, .recalled, .callWaits, .channel,
            .session,
            .members,
            .file, .identity, .request, .draftIDMade, .requestClaimed,
            .draftDiscarded, .submissionKept, .writingFinished, .basketKept, .keptInCache, .personKept, .editorClosed,
            .copied, .pagerClosed, .clipboardUnavailable, .noted, .catalogueLinesSkipped, .catalogueRead, .portalOpened,
            .portals, .searches, .mirror, .data:
            return []
        }
    }

    private mutating func turn(
        _ now: Date, _ body: (inout RequestSession, inout SessionTurn) -> Void
    ) -> [Effect] {
        var turn = SessionTurn(now: now, known: known, listed: listed)
        body(&session, &turn)
        // Nobody types here: there is nothing to wait for before the draft is written.
        session.journalTimerFired(&turn)
        if turn.loadsApplication {
            lastRead += 1
            turn.load(&session, as: ReadID(.wizardApplication, lastRead))
        }
        isGone = isGone || turn.draftIsGone
        return turn.effects + discard(turn) + takeOutOfBasket(turn.usedDatasets)
    }

    private mutating func discard(_ turn: SessionTurn) -> [Effect] {
        guard turn.discardsDraft else { return [] }
        var effects: [Effect] = []
        if let submission = turn.submission {
            isBeingRemembered = true
            effects.append(.disk(.keepSubmission(submission)))
        } else {
            effects.append(.disk(.discardDraft(session.draft.id)))
        }
        // One's own sending is no news; what the committee makes of it is.
        if let id = session.draft.application {
            seen[id] = .submitted
            effects.append(.disk(.keepSeen(seen)))
        }
        return effects
    }

    private mutating func takeOutOfBasket(_ datasets: [DatasetID]) -> [Effect] {
        guard !datasets.isEmpty, var items = basket else { return [] }
        items.removeAll { datasets.contains($0.id) }
        basket = items
        return [.disk(.keepBasket(items))]
    }
}
