/// Where a mirror lies, and how its file may be written there.
public struct MirrorPlace: Hashable, Sendable {
    /// What else reads the file.
    public enum Kind: Hashable, Sendable {
        /// Programs of this person on this machine: it is written where it lies, with a write-ahead log, and can be
        /// searched meanwhile.
        case own
        /// Other people or other machines, or a disk that machines share: a finished file, which is never written. A new
        /// one is made beside it and put in its place by a rename.
        case shared
    }

    /// Absolute.
    public var path: String
    /// What else reads it.
    public var kind: Kind
    /// Somebody chose the path: what lies there may be anything, and is kept unless it is a mirror. What lies in the
    /// folder of a profile is this program's own.
    public var isNamed: Bool

    /// - Parameter isNamed: whether somebody chose the path; what is shared is taken for such where nothing is said.
    public init(path: String, kind: Kind, isNamed: Bool? = nil) {
        self.path = path
        self.kind = kind
        self.isNamed = isNamed ?? (kind == .shared)
    }

    /// The file that is made beside a finished one.
    var workPath: String { path + ".new" }
    /// Locked by whoever fills it.
    var turnPath: String { path + ".lock" }
    /// What SQLite puts beside a file.
    static let suffixes = ["", "-journal", "-wal", "-shm"]
}

/// What a mirror holds: one portal's catalogue, as one person sees it.
public struct MirrorOrigin: Hashable, Sendable {
    /// Dialect and address.
    public var portal: String
    /// Who asked, where somebody was signed in; nil for what everybody may see.
    public var owner: String?
    /// What a row of a search of the dialect holds of each dataset.
    public var rowFields: [MirrorField]

    public init(portal: String, owner: String? = nil, rowFields: [MirrorField] = MirrorField.ofRows) {
        self.portal = portal
        self.owner = owner
        self.rowFields = rowFields
    }
}
