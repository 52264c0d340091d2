import FoundationEssentials

/// A read under way: which one, and since when.
public struct Pending: Equatable, Sendable {
    /// An answer with another one is late, and dropped.
    public var id: ReadID
    /// For the time that is shown beside it.
    public var since: Date

    public init(id: ReadID, since: Date) {
        self.id = id
        self.since = since
    }
}
