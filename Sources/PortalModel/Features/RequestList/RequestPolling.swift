import FoundationEssentials

/// The list of requests is asked for again and again, whatever pane has the screen: a decision is news wherever one is.
extension AppState {
    /// In milliseconds, and the same for all panes. A decision takes days, and the service has others to answer.
    static let pollInterval = 30_000
    /// The same while the portal tells at once: what it tells is not promised.
    private static let livePollInterval = 300_000
    /// The same for so many seconds after a request has changed: what comes of it may come at once.
    private static let busyPollInterval = 5000
    private static let busySeconds: TimeInterval = 120

    /// Nobody is asked on behalf of somebody who is signed out: each call would be refused. The wizard asks for itself,
    /// and while it makes a request the list must not learn of it in passing.
    var polls: Bool {
        guard let profile, offered(.requests).isAvailable else { return false }
        return profile.signInWay == nil || profile.user != nil
    }

    /// The next time, where there is one.
    mutating func pollAgain() -> [Effect] {
        let effects = followAgain()
        guard polls else { return effects + [.host(.stopTimer(.pollRequests))] }
        return effects + [.host(.startTimer(.pollRequests, milliseconds: interval))]
    }

    /// In milliseconds.
    public var interval: Int {
        if channel == .live { return Self.livePollInterval }
        return requestsAreBusy ? Self.busyPollInterval : Self.pollInterval
    }

    /// Sooner than planned, where what has just come in is about to change again.
    mutating func pollSoon() -> [Effect] { requestsAreBusy ? pollAgain() : [] }

    /// By either clock: the service's may be another.
    private var requestsAreBusy: Bool {
        let sent = showsSentRequest ? wizard?.session.application.map { [$0.summary] } ?? [] : []
        return (requests.applications + sent).contains { application in
            guard !application.state.isEditable, let changed = application.stateChanged else { return false }
            return abs(now.timeIntervalSince(changed)) < Self.busySeconds
        }
    }

    mutating func pollRequests() -> [Effect] {
        guard polls, !isInUnsentWizard else { return [] }
        let asked = screen == .requests ? refreshRequests() : refreshApplications()
        return asked + refreshSentRequest() + pollAgain()
    }

    /// The list alone.
    mutating func refreshApplications() -> [Effect] {
        // What was kept fills an empty screen at once; it never stands for an answer.
        guard requests.pending == nil else { return [] }
        let id = nextRead(.applications, asksAnew: requests.shownAt != nil)
        requests.pending = Pending(id: id, since: now)
        return [.read(id, .applications)]
    }
}
