import FoundationEssentials

/// A search that is kept under a name, and what was new of it when its portal was last asked. Which datasets are known
/// of it is a value of its own (`SeenDatasets`): a list of searches does without.
public struct SavedSearch: Hashable, Sendable {
    /// What tells it from the others of its profile, whatever it is called: a name of a file.
    public var id: String
    /// What the person calls it; one of the profile's searches has the name.
    public var name: String
    /// As `QueryLine` writes it; empty where all datasets are meant.
    public var line: String
    /// When it was saved.
    public var savedAt: Date
    /// When what it finds was last marked as seen.
    public var seenAt: Date
    /// When the portal last answered it as a whole.
    public var checkedAt: Date
    /// How many datasets it found then.
    public var total: Int
    /// What of them was new and changed then, against what was seen.
    public var news = NewsCount()

    /// - Parameters:
    ///   - time: when its portal answered what it finds, all of which counts as seen.
    ///   - total: how many datasets that were.
    public init(id: String, name: String, line: String, at time: Date, total: Int) {
        self.id = id
        self.name = name
        self.line = line
        self.total = total
        savedAt = time
        seenAt = time
        checkedAt = time
    }

    /// As many datasets as are remembered of a search: it is looked at as a whole each time.
    public static let most = 20_000
    /// As many searches as are kept of a profile.
    public static let mostSearches = 200
    /// Characters of a name.
    public static let longestName = 60

    /// Whether a search can have the name: something that is seen, in one line.
    public static func canBeCalled(_ name: String) -> Bool {
        !name.isEmpty && name == name.trimmingSpaces && name.count <= longestName
            && name.utf8.count <= 4 * longestName && name == name.cleaned(isMultiline: false)
    }
}

/// How many datasets of a search are otherwise than when they were last seen.
public struct NewsCount: Hashable, Sendable {
    /// Those that it had not found before.
    public var new: Int
    /// Those that were changed since.
    public var changed: Int
    /// Those that it does not find any more.
    public var gone: Int

    public init(new: Int = 0, changed: Int = 0, gone: Int = 0) {
        self.new = new
        self.changed = changed
        self.gone = gone
    }

    /// All is as it was, but for what is gone.
    public var isEmpty: Bool { new == 0 && changed == 0 }
}
