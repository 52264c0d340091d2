import CSQLiteURI
import FoundationEssentials
import GRDB
import Glibc
import PortalDomain
import Synchronization

/// Opens a mirror's file, for reading or for filling.
enum MirrorFile {
    /// A file that others may put another one in place of, and that nobody writes, is read without locks and without
    /// anything beside it: on any disk, with no right but to read.
    static func reading(_ place: MirrorPlace) throws -> DatabaseQueue {
        guard access(place.path, F_OK) == 0 else { throw SystemFailure(code: ENOENT) }
        var configuration = Configuration()
        configuration.label = "mirror"
        configuration.readonly = true
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000")
        }
        guard place.kind == .shared else { return try DatabaseQueue(path: place.path, configuration: configuration) }
        return try looking(place.path, configuration)
    }

    /// Looks into any database without a lock or a file beside it.
    static func looking(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        let path = sqlite_reads_uris() != 0 ? "file:\(escaped(path))?immutable=1" : path
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// - Parameter isShared: a rollback journal and the file for oneself: what is made is read elsewhere.
    static func writing(_ path: String, isShared: Bool, maximumPages: Int? = nil) throws -> DatabaseQueue {
        // Before SQLite does it with the mode that everybody's files have.
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, isShared ? 0o644 : 0o600)
        guard descriptor >= 0 else { throw SystemFailure() }
        close(descriptor)
        var configuration = Configuration()
        configuration.label = "mirror"
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { database in
            func set(_ pragma: String) throws { _ = try Row.fetchOne(database, sql: "PRAGMA \(pragma)") }
            if isShared {
                try set("locking_mode = EXCLUSIVE")
                try set("journal_mode = DELETE")
                // A page that is lost with the power is asked for again; the file is forced before it is put in place.
                try set("synchronous = NORMAL")
            } else {
                try set("journal_mode = WAL")
                try set("synchronous = NORMAL")
                // A page of a thousand datasets is more than the usual 4 MB: it would be written twice each time.
                try set("wal_autocheckpoint = 8000")
            }
            try set("cache_size = -16000")
            try set("temp_store = MEMORY")
            if let maximumPages { try set("max_page_count = \(maximumPages)") }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    static func remove(_ path: String) throws {
        // The journal first: without its database it would be taken for that of the next one.
        for suffix in MirrorPlace.suffixes.reversed() where unlink(path + suffix) != 0 && errno != ENOENT {
            throw SystemFailure()
        }
    }

    /// Forces a finished file to the disk and puts it in its place.
    static func putInPlace(_ work: String, as path: String) throws {
        let descriptor = open(work, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFailure() }
        let isForced = fsync(descriptor) == 0
        let failure = SystemFailure()
        close(descriptor)
        guard isForced else { throw failure }
        // Those of a file that was written in place before: they are nothing to the new one.
        for suffix in ["-wal", "-shm"] where unlink(path + suffix) != 0 && errno != ENOENT { throw SystemFailure() }
        guard rename(work, path) == 0 else { throw SystemFailure() }
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        let opened = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        fsync(opened)
        close(opened)
    }

    /// In bytes, with what lies beside it.
    static func size(_ path: String) -> Int64 {
        MirrorPlace.suffixes.reduce(0) { sum, suffix in
            var status = stat()
            return stat(path + suffix, &status) == 0 ? sum + Int64(status.st_size) : sum
        }
    }

    /// Of a URI only these mean something else than themselves.
    private static func escaped(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    }
}

/// One program at a time fills a mirror: by a lock on a file beside it, which ends with the program.
final class FillingTurn: Sendable {
    private let descriptor: Mutex<CInt?>

    /// - Throws: `SystemFailure` with `EWOULDBLOCK` where another program has it.
    init(_ path: String) throws {
        let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard opened >= 0 else { throw SystemFailure() }
        if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            close(opened)
            throw SystemFailure(code: EWOULDBLOCK)
        }
        // A disk that cannot lock is found out by SQLite. The file stays: who removes it may remove another one's.
        descriptor = Mutex(opened)
    }

    func end() {
        descriptor.withLock { descriptor in
            if let descriptor { close(descriptor) }
            descriptor = nil
        }
    }

    deinit { end() }
}
