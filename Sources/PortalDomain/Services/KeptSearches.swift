/// Searches as lines (`QueryLine`) that are kept on this machine, by profile.
public struct KeptSearches: Hashable, Sendable {
    /// What was searched for on the screen, the newest first, each once.
    public private(set) var recent: [String]

    /// As many as anybody goes back through.
    public static let mostRecent = 100
    /// Of a longer line nothing is kept.
    public static let longest = 4000

    /// - Parameter recent: the newest first.
    public init(recent: [String] = []) {
        self.recent = Array(recent.filter { $0.count <= Self.longest }.unique.prefix(Self.mostRecent))
    }

    /// Puts a line in front of the others.
    public mutating func remember(_ line: String) { self = KeptSearches(recent: [line] + recent) }
}
