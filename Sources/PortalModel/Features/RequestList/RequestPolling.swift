/// The list of requests is asked for again and again, whatever pane has the screen: a decision is news wherever one is.
extension AppState {
    /// In milliseconds, and the same for all panes.
    static let pollInterval = 5000

    /// Nobody is asked on behalf of somebody who is signed out: each call would be refused. The wizard asks for itself,
    /// and while it makes a request the list must not learn of it in passing.
    private var polls: Bool {
        guard let profile, offered(.requests).isAvailable else { return false }
        return profile.signInWay == nil || profile.user != nil
    }

    /// The next time, where there is one.
    func pollAgain() -> [Effect] {
        polls
            ? [.host(.startTimer(.pollRequests, milliseconds: Self.pollInterval))] : [.host(.stopTimer(.pollRequests))]
    }

    mutating func pollRequests() -> [Effect] {
        guard polls, screen != .wizard else { return [] }
        return (screen == .requests ? refreshRequests() : refreshApplications()) + pollAgain()
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
