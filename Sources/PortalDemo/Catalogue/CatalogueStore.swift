import Foundation
import GRDB

/// Reads the loaded catalogue.
struct CatalogueStore: Sendable {
    let database: DatabaseQueue

    /// The dataset with this internal id, or nil.
    func record(id: String) async throws -> CatalogueRecord? {
        try await database.read { db in
            try Self.records(db, where: "id = ?", arguments: [id]).first
        }
    }

    /// The dataset that access management knows by this identifier, or nil.
    static func record(identifier: String, _ db: Database) throws -> CatalogueRecord? {
        try records(db, where: "identifier = ? ORDER BY number LIMIT 1", arguments: [identifier]).first
    }

    private static func records(
        _ db: Database, where condition: String, arguments: StatementArguments
    ) throws -> [CatalogueRecord] {
        let lines = try Data.fetchAll(db, sql: "SELECT record FROM dataset WHERE \(condition)", arguments: arguments)
        return try lines.map { try JSONDecoder().decode(CatalogueRecord.self, from: $0) }
    }
}
