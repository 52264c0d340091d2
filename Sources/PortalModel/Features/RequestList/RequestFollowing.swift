import FoundationEssentials

/// What a portal tells at once (`RequestChannel`). All that it says is that something has changed: then everything is asked
/// for as it would have been later anyhow.
extension AppState {
    /// Begins to follow, or ends it, where what is asked for by itself begins or ends.
    mutating func followAgain() -> [Effect] {
        guard profile?.isFollowed == true else { return [] }
        guard polls else { return stopFollowing() }
        if case .refused = channel { return [] }
        guard !isFollowing else { return [] }
        isFollowing = true
        channel = .connecting
        return [.host(.follow)]
    }

    /// Somebody is signed out, or in anew: what was refused before says nothing of that.
    mutating func stopFollowing() -> [Effect] {
        channel = .none
        guard isFollowing else { return [] }
        isFollowing = false
        return [.host(.stopFollowing)]
    }

    mutating func channelTold(_ news: ChannelNews) -> [Effect] {
        // What was on its way when it was ended.
        guard isFollowing else { return [] }
        switch news {
        case .changed: return askSoon()
        case .state(let new):
            let wasLive = channel == .live
            channel = new
            switch new {
            case .live: return pollAgain() + askSoon() + (overlay?.isHealth == true ? askForHealth() : [])
            case .refused(let error):
                isFollowing = false
                let effects = pollAgain() + record(error)
                // Whoever is signed out hears of that anyhow.
                return error.kind == .signedOut ? effects : effects + show(.warning, .requests(.notFollowed))
            case .none, .connecting, .lost: return wasLive ? pollAgain() : []
            }
        }
    }

    /// Several events follow each other quickly, and one question answers them all.
    private mutating func askSoon() -> [Effect] {
        guard !requests.isToldOf else { return [] }
        requests.isToldOf = true
        let since = requests.toldAt.map { now.timeIntervalSince($0) } ?? .infinity
        let rest = max(Self.leastBetweenTold - max(since, 0), Self.restAfterTold)
        return [.host(.startTimer(.askAsTold, milliseconds: Int(rest * 1000)))]
    }

    mutating func askAsTold() -> [Effect] {
        guard requests.isToldOf else { return [] }
        guard polls else {
            requests.isToldOf = false
            return []
        }
        // An answer that is under way may be older than what was told.
        let isSentAsked = showsSentRequest && wizard?.session.loading != nil
        if requests.pending != nil || requests.open?.pending != nil || isSentAsked {
            return [.host(.startTimer(.askAsTold, milliseconds: Self.whileAsked))]
        }
        // The wizard asks for itself until it has sent; the list is asked for when it is left.
        guard !isInUnsentWizard else { return [] }
        requests.isToldOf = false
        requests.toldAt = now
        return refreshRequests() + refreshSentRequest()
    }

    var isInUnsentWizard: Bool { screen == .wizard && wizard?.step != .result }

    /// The page that says what has become of the request is open.
    var showsSentRequest: Bool { screen == .wizard && wizard?.step == .result }

    /// What was told while the wizard was on the screen is asked for now; and the page after sending follows its request
    /// as the list does.
    mutating func askAfterWizard() -> [Effect] {
        guard !isInUnsentWizard else { return [] }
        let polling = showsSentRequest ? pollAgain() : []
        guard requests.isToldOf else { return polling }
        return polling + [.host(.startTimer(.askAsTold, milliseconds: Int(Self.restAfterTold * 1000)))]
    }

    /// The request that was sent, for the page that says what has become of it.
    mutating func refreshSentRequest() -> [Effect] {
        guard showsSentRequest, let session = wizard?.session, session.draft.application != nil, session.loading == nil
        else { return [] }
        return wizardTurn { $1.session.loadsApplication = true }
    }

    /// Whoever reads there what has become of it has seen it.
    mutating func sentRequestShown() -> [Effect] {
        // That one has sent it oneself is no news.
        guard showsSentRequest, let application = wizard?.session.application,
            ![.draft, .submitted].contains(application.state)
        else { return [] }
        requests.take(stateOf: application.summary)
        guard requests.seen[application.id] != application.state else { return [] }
        requests.seen[application.id] = application.state
        return [.disk(.keepSeen(requests.seen))]
    }

    /// In seconds: a server that tells without end is not asked without end.
    private static let leastBetweenTold: TimeInterval = 2
    private static let restAfterTold: TimeInterval = 0.2
    private static let whileAsked = 500

    // MARK: - What the person is told

    /// What a committee, or anybody but the person, has done since the list was last asked for.
    ///
    /// - Parameter before: nil where the service has not given the list in this run.
    func ringing(for before: [ApplicationSummary]?) -> [Effect] {
        guard let before else { return [] }
        var watch = RequestWatch()
        _ = watch.look(at: before)
        let moved = watch.look(at: requests.applications).filter(\.isOfOthers)
        return RequestMessage.news(of: moved).map { [.host(.ring(.requests($0), moved))] } ?? []
    }
}

extension RequestMessage {
    /// What is told of changes that a committee, or anybody but the person, has made; nil where there is none.
    public static func news(of movements: [RequestMovement]) -> RequestMessage? {
        let moved = movements.filter(\.isOfOthers)
        guard let first = moved.first else { return nil }
        guard moved.count == 1 else { return .haveChanged(count: moved.count) }
        return .hasChanged(number: first.request.id.rawValue, state: first.request.state)
    }
}

extension RequestMovement {
    /// Into a draft and to the committee requests go by their people, who know of it.
    public var isOfOthers: Bool {
        guard case .changed = kind else { return false }
        return request.state != .draft && request.state != .submitted
    }
}

extension Overlay {
    fileprivate var isHealth: Bool { if case .health = self { true } else { false } }
}
