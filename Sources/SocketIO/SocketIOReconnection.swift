/// When a connection that was lost is tried again: a few times soon, and then every few minutes.
///
/// Each wait differs from program to program, so that not all of them come back to a server at once.
package struct SocketIOReconnection: Hashable, Sendable {
    /// Failures in a row.
    package private(set) var failures = 0

    /// So many tries come soon after one another.
    package static let soon = 5
    /// From here on the waits grow, each twice the one before.
    package static let first = 1.0
    /// So far.
    package static let longest = 5.0
    /// Seconds between tries after those.
    package static let rest = 300.0
    /// A connection that lasted so long counts as one; of one that ended sooner the next try is not the first.
    package static let steady = Duration.seconds(60)

    package init() {}

    /// It has ended, or did not come about.
    ///
    /// - Parameters:
    ///   - lasted: how long it was there; nil where it never was.
    ///   - chance: between 0 and 1.
    /// - Returns: seconds until the next try.
    package mutating func lost(after lasted: Duration?, chance: Double) -> Double {
        if let lasted, lasted >= Self.steady { failures = 0 }
        failures += 1
        guard failures <= Self.soon else { return Self.rest * (0.75 + chance / 2) }
        return min(Self.first * Double(1 << (failures - 1)), Self.longest) * (0.5 + chance)
    }

    /// The soon tries are over: nothing is told for minutes.
    package var isResting: Bool { failures > Self.soon }
}
