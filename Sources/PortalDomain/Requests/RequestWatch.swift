import FoundationEssentials

/// What has changed of somebody's requests, from one look at the list to the next.
///
/// The list is all that every service has: what a service pushes says no more than that it is time to look.
public struct RequestWatch: Hashable, Sendable {
    /// As they were at the last look; nil before the first.
    private var known: [ApplicationID: ApplicationSummary]?

    public init() {}

    /// What is different from the last look, the oldest change first. The first look changes nothing.
    public mutating func look(at list: [ApplicationSummary]) -> [RequestMovement] {
        let before = known
        // A list may name one twice: the last one stands for it.
        let now = Dictionary(list.map { ($0.id, $0) }) { $1 }
        known = now
        guard let before else { return [] }
        let there = now.values.compactMap { RequestMovement(from: before[$0.id], to: $0) }
        let gone = before.values.filter { now[$0.id] == nil }.map { RequestMovement(gone: $0) }
        return (there + gone).sorted {
            ($0.at ?? .distantPast, $0.request.id.rawValue) < ($1.at ?? .distantPast, $1.request.id.rawValue)
        }
    }
}

/// One change of a request.
public struct RequestMovement: Hashable, Sendable {
    /// What became of it.
    public enum Kind: Hashable, Sendable {
        /// It was not there before.
        case appeared
        /// Its state is another one.
        case changed(from: ApplicationState)
        /// Something happened to it, and its state is the same: a comment, a member, other datasets.
        case touched
        /// It is not in the list any more: a draft that was deleted, or a request that one is no member of now.
        case gone
    }

    /// As it is now; of one that is gone, as it was.
    public var request: ApplicationSummary
    /// What became of it.
    public var kind: Kind
    /// When, as far as the service tells.
    public var at: Date? {
        switch kind {
        case .appeared: request.stateChanged ?? request.created
        case .changed, .touched: request.stateChanged
        case .gone: nil
        }
    }

    /// Nil where nothing has changed.
    init?(from before: ApplicationSummary?, to now: ApplicationSummary) {
        request = now
        guard let before else {
            kind = .appeared
            return
        }
        if before.state != now.state {
            kind = .changed(from: before.state)
        } else if let at = now.stateChanged, at != before.stateChanged {
            kind = .touched
        } else {
            return nil
        }
    }

    init(gone: ApplicationSummary) {
        request = gone
        kind = .gone
    }
}

/// How often a portal is asked what has changed: seldom where nothing does, and never for as long as it does not bear it.
public struct WatchPace: Hashable, Sendable {
    /// Seconds between two looks, as the person wants them.
    public let interval: Double
    /// Looks in a row that found nothing, or failed.
    private var quiet = 0

    /// Nobody asks more often: a committee takes days.
    public static let shortest = 30.0
    /// However long nothing happens.
    public static let longest = 600.0

    /// - Parameter interval: in seconds; a shorter one than `shortest` is that.
    public init(interval: Double) { self.interval = max(interval, Self.shortest) }

    /// Seconds until the next look: as wanted for the first ten, twice as much for the next ten, and so on.
    public var wait: Double {
        max(interval, min(interval * Double(1 << min(quiet / 10, 6)), Self.longest))
    }

    /// - Parameter isNews: something had changed.
    public mutating func looked(isNews: Bool) { quiet = isNews ? 0 : quiet + 1 }
}
