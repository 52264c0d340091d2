import Foundation
import GRDB

/// Opens the SQLite database behind the portal and brings its tables up to date.
enum DemoDatabase {
    static let fileName = "demo.sqlite"

    /// One connection with SQLite's rollback journal rather than a pool with WAL: it also works where the data
    /// directory is on a network file system, and one person's portal has no use for parallel reads.
    ///
    /// - Throws: `StartFailure` when the directory or the file cannot be used.
    static func open(_ storage: DemoOptions.Storage) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "demo-portal"
        configuration.busyMode = .timeout(5)

        switch storage {
        case .memory:
            let database = try DatabaseQueue(configuration: configuration)
            try ApplicationSchema.migrator.migrate(database)
            return database
        case .directory(let path):
            try prepareDirectory(path)
            let file = URL(filePath: path, directoryHint: .isDirectory).appending(path: fileName).path
            do {
                let database = try DatabaseQueue(path: file, configuration: configuration)
                try ApplicationSchema.migrator.migrate(database)
                try checkWritable(database)
                return database
            } catch let error as DatabaseError {
                throw failure(of: error, file: file, directory: path)
            }
        }
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

    private static func failure(of error: DatabaseError, file: String, directory: String) -> StartFailure {
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            .dataDirectoryUnusable(path: directory, reason: "files in it cannot be written")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            .databaseUnusable(path: file, reason: "it is not a database of the demo portal, or it is damaged")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            .databaseUnusable(path: file, reason: "another program is using it")
        case .SQLITE_FULL, .SQLITE_IOERR:
            .databaseUnusable(path: file, reason: "the disk is full or failing")
        default:
            .databaseUnusable(path: file, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}

extension Error {
    /// The system's own words where there are any, such as "Permission denied".
    var plainReason: String {
        let cocoa = self as NSError
        if let underlying = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        return cocoa.localizedDescription
    }
}
