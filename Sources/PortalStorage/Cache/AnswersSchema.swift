import GRDB
import Glibc

/// The table of kept answers.
enum AnswersSchema {
    /// Of the table and of what is encoded in it. A file of any other version is deleted: nothing is migrated.
    static let version = 1

    struct OtherVersion: Error {}

    /// - Parameter path: of a file that is there and may be empty.
    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "answers"
        // What another program holds for longer is not worth waiting for.
        configuration.busyMode = .timeout(0.25)
        configuration.prepareDatabase { database in
            // A program that is killed leaves the file whole. After a power cut it may be damaged: it is begun anew.
            try database.execute(sql: "PRAGMA synchronous = OFF")
            // What is forgotten is overwritten: it may be what somebody wrote in a form.
            _ = try Row.fetchOne(database, sql: "PRAGMA secure_delete = ON")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        if found == version { return queue }
        guard found == 0 else { throw OtherVersion() }
        try queue.write(create)
        return queue
    }

    private static func create(_ database: Database) throws {
        // Another program may have been first.
        try database.create(table: "answer", options: .ifNotExists) { table in
            table.column("portal", .text).notNull()
            // Whose answer it is; empty for nobody's.
            table.column("owner", .text).notNull()
            table.column("question", .text).notNull()
            // Of a request: its id, and the state that it was in.
            table.column("application", .text)
            table.column("state", .text)
            table.column("at", .double).notNull()
            table.column("used", .double).notNull()
            // In bytes of the file.
            table.column("size", .integer).notNull()
            table.column("contents", .blob).notNull()
            table.primaryKey(["portal", "owner", "question"])
        }
        try database.create(index: "answer_used", on: "answer", columns: ["used", "size"], options: .ifNotExists)
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Whether the file cannot be used, now or ever.
    static func isUseless(after error: any Error) -> Bool {
        switch error {
        case is OtherVersion: true
        // A link in its place: not ours.
        case let failure as FileFailure: failure.code == ELOOP
        case let error as DatabaseError:
            // SQLITE_ERROR: a table or a column is not what it should be.
            [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT].contains(error.resultCode)
        default: false
        }
    }
}
