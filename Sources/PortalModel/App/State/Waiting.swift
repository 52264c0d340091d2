import FoundationEssentials

extension AppState {
    /// A call waits before its next try. What is over is forgotten.
    mutating func callWaits(_ wait: CallWait) -> [Effect] {
        waits.removeAll { $0.id == wait.id || $0.until <= now }
        waits.append(wait)
        return tick()
    }

    /// The wait of a read that is still wanted; nil while its call is under way.
    public func wait(of pending: Pending?) -> CallWait? {
        guard let pending else { return nil }
        return waits.last { $0.purpose == .read(pending.id) && $0.until > now }
    }

    /// The wait of what the open wizard has asked the portal for.
    public var wizardWait: CallWait? {
        guard let wizard else { return nil }
        if let wait = wait(of: wizard.session.loading) { return wait }
        return waits.last { $0.purpose == .draft(wizard.session.draft.id) && $0.until > now }
    }

    /// The wait of the list of requests, or of what was granted: both are asked for at once.
    public var requestsWait: CallWait? { wait(of: requests.pending) ?? wait(of: requests.entitlementsPending) }

    static let stoppedNote = Message.general(.stopped)

    var isWaiting: Bool { waits.contains { $0.until > now } }

    /// Ends the waits of the requests' list, so that it can be asked for anew or left as it is.
    mutating func stopRequestWaits() -> [Effect] {
        var effects: [Effect] = []
        if wait(of: requests.pending) != nil {
            requests.pending = nil
            effects.append(.cancelRead(.applications))
        }
        if wait(of: requests.entitlementsPending) != nil {
            requests.entitlementsPending = nil
            effects.append(.cancelRead(.entitlements))
        }
        return effects
    }

    /// After failures in a row a service is left alone for a while. What the person asks for is tried all the same, at
    /// once; what the program does by itself is not.
    mutating func asked(_ effects: [Effect]) -> [Effect] {
        guard hasPortalFailed, effects.contains(where: \.asksPortal) else { return effects }
        hasPortalFailed = false
        return [.tryAtOnce] + effects
    }
}

extension AppAction {
    /// A failure of the kind after which a service is left alone, or a call that was not made because it is.
    var tellsOfFailingPortal: Bool { serviceFailure?.kind.isOfTheWay ?? false }
}

extension Effect {
    /// Asks a service for something that the person waits for, or comes before a call that does.
    fileprivate var asksPortal: Bool {
        switch self {
        case .read(_, let question): question.handling.isAsked
        case .write: true
        case .disk(let change): change.comesBeforeCall
        case .file(let work): work.asksPortal
        case .searches(let work): work.isAwaited
        case .mirror(let work): work.asksPortal
        case .data(let work): work.asksPortal
        case .cancelRead, .tryAtOnce, .identity, .makeDraftID, .host, .portals: false
        }
    }
}

extension DataWork {
    fileprivate var asksPortal: Bool {
        switch self {
        case .look, .fetch: true
        case .stop, .check: false
        }
    }
}

extension SavedSearchWork {
    /// What is new is asked for by the program itself.
    fileprivate var isAwaited: Bool { if case .save = self { true } else { false } }
}

extension DiskWrite {
    fileprivate var comesBeforeCall: Bool {
        switch self {
        case .journalDraft: true
        case .openDraft, .takeOverDraft, .keepForm, .discardDraft, .keepSubmission, .keepBasket, .keepSeen, .keepPerson,
            .keepSearch, .keepTable:
            false
        }
    }
}

extension FileWork {
    fileprivate var asksPortal: Bool {
        switch self {
        case .upload, .fetchAttachment, .exportDataset, .exportCollection, .fetchLicence: true
        case .listFolder, .cancelUpload, .stopExport, .exportRequest, .exportComparison, .readAnswers, .writeAnswers:
            false
        }
    }
}
