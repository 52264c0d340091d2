/// Why a line is no search, or none that can be asked here, and where in it that shows.
public struct QueryProblem: Error, Hashable, Sendable {
    /// What is wrong, and what would be right.
    public var reason: QueryReason
    /// The part of the line that is meant.
    public var start: Int
    /// In characters; 0 at the end of the line.
    public var length: Int

    public init(_ reason: QueryReason, at place: QueryPlace) {
        self.reason = reason
        start = place.start
        length = place.length
    }

    /// As a person counts it: from 1.
    public var column: Int { start + 1 }
}
