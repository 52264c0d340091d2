import GRDB
import PortalDomain

/// What can still be read of a damaged or displaced drafts file.
struct Salvage: Sendable {
    private(set) var drafts: [String: DraftRow] = [:]
    private(set) var basket: [BasketRow] = []
    private(set) var seen: [SeenRow] = []
    private(set) var submissions: [SubmissionRow] = []
    /// Nothing was met that could not be read.
    private(set) var isWhole = true

    /// Reads the file at `path`, which is no database at all in the worst case.
    static func ofDamagedFile(_ path: String) -> Salvage {
        var salvage = Salvage()
        var configuration = Configuration()
        // SQLite refuses a file that is shorter than its header says, unless its schema is to be repaired.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
            salvage.isWhole = false
            return salvage
        }
        salvage.readAll(queue)
        try? queue.close()
        return salvage
    }

    /// Reads through a connection that is open still.
    init(_ queue: DatabaseQueue) { readAll(queue) }

    /// Nothing at all.
    init() {}

    /// With what another reading of the same file found besides.
    func adding(_ other: Salvage) -> Salvage {
        var sum = self
        sum.drafts.merge(other.drafts) { one, another in one.revision < another.revision ? another : one }
        if sum.basket.isEmpty { sum.basket = other.basket }
        if sum.seen.isEmpty { sum.seen = other.seen }
        if sum.submissions.isEmpty { sum.submissions = other.submissions }
        sum.isWhole = isWhole && other.isWhole
        return sum
    }

    /// Adds what was read to a database; what it holds already stays where it is newer.
    func merge(into database: Database) throws {
        for row in drafts.values {
            let stored = try DraftRow.revision(of: DraftID(row.id), in: database)
            if (stored ?? row.revision) <= row.revision { try row.save(database) }
        }
        if try BasketRow.fetchCount(database) == 0 {
            for row in basket { try row.insert(database, onConflict: .ignore) }
        }
        for row in seen { try row.insert(database, onConflict: .ignore) }
        for row in submissions { try row.insert(database, onConflict: .ignore) }
    }

    private mutating func readAll(_ queue: DatabaseQueue) {
        // From both ends: a scan stops at the first page that cannot be read.
        for order in ["ASC", "DESC"] {
            for row in read(DraftRow.self, order, queue) where drafts[row.id] == nil { drafts[row.id] = row }
        }
        basket = read(BasketRow.self, "ASC", queue)
        seen = read(SeenRow.self, "ASC", queue)
        // A file from before they were remembered has none, and nothing is missing then.
        let sql = "SELECT COUNT(*) FROM sqlite_master WHERE name = ?"
        let table = SubmissionRow.databaseTableName
        let count = try? queue.unsafeRead { try Int.fetchOne($0, sql: sql, arguments: [table]) }
        if count != 0 { submissions = read(SubmissionRow.self, "ASC", queue) }
    }

    private mutating func read<Record: FetchableRecord & TableRecord & Sendable>(
        _ type: Record.Type, _ order: String, _ queue: DatabaseQueue
    ) -> [Record] {
        let sql = "SELECT * FROM \(Record.databaseTableName) NOT INDEXED ORDER BY rowid \(order)"
        var records: [Record] = []
        do {
            // Without a transaction: damage would roll it back, and with it what was read before.
            try queue.unsafeRead { database in
                let rows = try Row.fetchCursor(database, sql: sql)
                while let row = try rows.next() {
                    do { records.append(try Record(row: row)) } catch { isWhole = false }
                }
            }
        } catch {
            isWhole = false
        }
        return records
    }
}
