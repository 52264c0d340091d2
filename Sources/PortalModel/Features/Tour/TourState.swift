/// The places that are shown to somebody new, and which of them is looked at.
public struct TourState: Equatable, Sendable {
    /// How many places there are.
    public static let count = 3
    /// Counted from 0.
    public var selection = 0

    public init() {}
}
