import Foundation
import GRDB

/// Opens the SQLite database behind the portal and brings its tables up to date.
enum DemoDatabase {
    static let fileName = "demo.sqlite"

    /// How long a portal waits for another over the same database, in seconds: as long as a large catalogue takes
    /// to load.
    static let patience: TimeInterval = 30

    /// One connection with SQLite's rollback journal rather than a pool with WAL: it also works where the data
    /// directory is on a network file system, and one person's portal has no use for parallel reads. Several portals
    /// may share a directory, each with a connection of its own; they wait for each other's transactions.
    ///
    /// - Throws: `StartFailure` when the directory cannot be used, and SQLite's own errors.
    static func open(_ storage: DemoOptions.Storage) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "demo-portal"
        configuration.busyMode = .timeout(patience)

        switch storage {
        case .memory:
            let database = try DatabaseQueue(configuration: configuration)
            try ApplicationSchema.migrator.migrate(database)
            return database
        case .directory(let path):
            try prepareDirectory(path)
            let file = URL(filePath: path, directoryHint: .isDirectory).appending(path: fileName).path
            let database = try DatabaseQueue(path: file, configuration: configuration)
            try migrateBesideOthers(database)
            try checkWritable(database)
            return database
        }
    }

    /// Another portal that starts at the same moment may have made a table between this one's look at what there is and
    /// its own attempt. Whoever comes second finds it there at the next look.
    private static func migrateBesideOthers(_ database: DatabaseQueue) throws {
        let migrator = ApplicationSchema.migrator
        for _ in migrator.migrations {
            do {
                return try migrator.migrate(database)
            } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode) {
                continue
            }
        }
        try migrator.migrate(database)
    }

    /// Applications are personal: a directory made here is for its owner only.
    private static func prepareDirectory(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StartFailure.dataDirectoryUnusable(path: path, reason: error.plainReason)
        }
    }

    /// SQLite opens a file it may only read without complaint, and the first save would be what fails.
    private static func checkWritable(_ database: DatabaseQueue) throws {
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE; PRAGMA user_version = 1; COMMIT")
        }
    }
}

extension StartFailure {
    /// - Parameter storage: Where the database was to be.
    init(_ error: DatabaseError, _ storage: DemoOptions.Storage) {
        let directory = if case .directory(let path) = storage { path } else { "in memory" }
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            self = .dataDirectoryUnusable(path: directory, reason: "files in it cannot be written")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            self = .databaseUnusable(
                path: directory, reason: "it is not a database of the demo portal, or it is damaged")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .databaseUnusable(path: directory, reason: "another program is using it")
        case .SQLITE_FULL, .SQLITE_IOERR:
            self = .databaseUnusable(
                path: directory, reason: "the disk is full, a quota on it is used up, or it is failing")
        default:
            let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
            self = .databaseUnusable(path: directory, reason: reason)
        }
    }
}

extension Error {
    /// Why a file or directory could not be used, to be read after a colon.
    var plainReason: String {
        switch (self as? CocoaError)?.code {
        case .fileReadNoPermission, .fileWriteNoPermission: "permission denied"
        case .fileReadNoSuchFile, .fileNoSuchFile: "no such file or directory"
        case .fileWriteFileExists: "there is a file of that name, not a directory"
        case .fileWriteVolumeReadOnly: "the disk is read-only"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileReadTooLarge: "the file is too large"
        default: (self as NSError).localizedDescription
        }
    }
}
