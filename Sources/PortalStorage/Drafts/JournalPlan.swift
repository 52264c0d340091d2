import FoundationEssentials
import GRDB

/// How SQLite keeps a transaction whole, by what the disk can do. In each a commit that returned survives a power cut.
enum JournalPlan: Hashable, Sendable {
    /// Several programs of one machine read and write at once, through shared memory.
    case writeAheadLog
    /// For disks shared between machines, where shared memory does not work: one program has the file for itself.
    case rollback
    /// Changes nothing and needs no shared memory: lets drafts be read where there is no room for either journal.
    case asItIs

    /// How long another program's writing is waited for, in seconds. Who has the file for itself does not let go of it.
    var patience: TimeInterval { self == .writeAheadLog ? 2 : 0.3 }

    func prepare(_ database: Database) throws {
        switch self {
        case .writeAheadLog:
            try set("journal_mode", "WAL", in: database)
            try set("synchronous", "FULL", in: database)
        case .rollback:
            // Before the first access: a file that was in WAL mode is then read without shared memory.
            try set("locking_mode", "EXCLUSIVE", in: database)
            try set("journal_mode", "DELETE", in: database)
            // With FULL the deletion of the journal may be lost with the power, and the commit with it.
            try set("synchronous", "EXTRA", in: database)
            // Takes the lock now and not at the first save: whoever comes second hears of it at its start.
            try database.inTransaction(.exclusive) { .commit }
        case .asItIs:
            try set("locking_mode", "EXCLUSIVE", in: database)
            try set("synchronous", "EXTRA", in: database)
        }
    }

    private func set(_ pragma: String, _ value: String, in database: Database) throws {
        _ = try Row.fetchOne(database, sql: "PRAGMA \(pragma) = \(value)")
    }
}
