import Foundation
import GRDB

/// A dataset with its number in the loaded catalogue, which is also that of its catalogue item.
struct CatalogueEntry: Sendable {
    let number: Int
    let record: CatalogueRecord
}

/// Reads the loaded catalogue.
struct CatalogueStore: Sendable {
    let database: DatabaseQueue

    /// The dataset with this internal id, or nil.
    func record(id: String) async throws -> CatalogueRecord? {
        try await database.read { db in try Self.entries(db, where: "id = ?", arguments: [id]).first?.record }
    }

    /// The dataset that access management knows by this identifier, or nil.
    static func entry(identifier: String, _ db: Database) throws -> CatalogueEntry? {
        try entries(db, where: "identifier = ? ORDER BY number LIMIT 1", arguments: [identifier]).first
    }

    static func entry(id: String, _ db: Database) throws -> CatalogueEntry? {
        try entries(db, where: "id = ?", arguments: [id]).first
    }

    static func entry(number: Int, _ db: Database) throws -> CatalogueEntry? {
        try entries(db, where: "number = ?", arguments: [number]).first
    }

    static func entries(
        _ db: Database, where condition: String, arguments: StatementArguments = []
    ) throws -> [CatalogueEntry] {
        let decoder = JSONDecoder()
        return try Row.fetchAll(
            db, sql: "SELECT number, record FROM dataset WHERE \(condition)", arguments: arguments
        ).map { row in
            CatalogueEntry(
                number: row["number"], record: try decoder.decode(CatalogueRecord.self, from: row["record"] as Data))
        }
    }
}
