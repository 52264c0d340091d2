/// Which requests have news: their state changed since they were last looked at. What was seen is kept on the disk, and
/// goes when the person signs out.
extension RequestsState {
    /// The state changed since the request was last looked at.
    public func isUnread(_ application: ApplicationSummary) -> Bool {
        application.state != .draft && seen[application.id] != application.state
    }

    /// For the header: how many requests have news.
    public var unreadCount: Int { applications.count(where: isUnread) }

    /// Where nothing was ever seen, what is there at first is no news: the person has not come back to it.
    ///
    /// - Returns: whether there is something to keep.
    mutating func takeAsSeenAtFirst() -> Bool {
        guard seen.isEmpty, !applications.isEmpty else { return false }
        // A returned request waits for an answer: that is worth being told of, even the first time.
        for application in applications where application.state != .returned {
            seen[application.id] = application.state
        }
        return !seen.isEmpty
    }
}

extension AppState {
    mutating func markAllRequestsRead() -> [Effect] {
        let count = requests.unreadCount
        for application in requests.applications { requests.seen[application.id] = application.state }
        moveRequests(nil)
        return [.disk(.keepSeen(requests.seen))]
            + show(.success, count == 1 ? .requests(.readOne) : .requests(.readSeveral(count: count)))
    }

    var readingAvailability: Availability {
        requests.unreadCount == 0 ? .unavailable(reason: .requests(.nothingNew)) : .available
    }
}
