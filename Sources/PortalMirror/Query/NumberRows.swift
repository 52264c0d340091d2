import GRDB
import GRDBSQLite

/// Reads many rows of numbers and packed numbers, each in a fraction of a microsecond: GRDB's rows cost several times that.
enum NumberRows {
    /// The number in the first column of each row.
    static func forEach(
        _ statement: Statement, _ arguments: StatementArguments = StatementArguments(), _ body: (Int) throws -> Void
    ) throws {
        try statement.setArguments(arguments)
        let rows = statement.sqliteStatement
        sqlite3_reset(rows)
        defer { sqlite3_reset(rows) }
        while try isRow(sqlite3_step(rows)) { try body(Int(sqlite3_column_int64(rows, 0))) }
    }

    /// The number in the first column of each row, and the bytes in the second; they are gone when `body` returns.
    static func forEachPacked(
        _ statement: Statement, _ arguments: StatementArguments = StatementArguments(),
        _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try statement.setArguments(arguments)
        let rows = statement.sqliteStatement
        sqlite3_reset(rows)
        defer { sqlite3_reset(rows) }
        while try isRow(sqlite3_step(rows)) {
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(rows, 1), count: Int(sqlite3_column_bytes(rows, 1)))
            try body(Int(sqlite3_column_int64(rows, 0)), bytes)
        }
    }

    private static func isRow(_ code: CInt) throws -> Bool {
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }
}
