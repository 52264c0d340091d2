import GRDB

/// The files of one profile's drafts, all in one folder.
struct DraftsFile: Hashable, Sendable {
    /// Absolute path, without a slash at its end.
    var directory: String

    var path: String { directory + "/drafts.sqlite" }
    /// Names the program that has the drafts for itself, for the words to others; only on network file systems.
    var holderPath: String { directory + "/drafts.holder" }
    /// There while the last error was one after which the database has to be looked through.
    var doubtPath: String { directory + "/drafts.doubtful" }

    /// The database and what SQLite puts beside it.
    static let suffixes = ["", "-wal", "-shm", "-journal"]
}

/// An open drafts file.
struct DraftsConnection: Sendable {
    var queue: DatabaseQueue
    /// Which file was opened: another one may have taken its place since. Nil in memory.
    var identity: FileIdentity?
    /// Others are kept out while it is open, and the holder file says who keeps them out.
    var isExclusive: Bool
}
