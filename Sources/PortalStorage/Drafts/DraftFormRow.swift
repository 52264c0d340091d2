import FoundationEssentials
import GRDB
import PortalDomain

/// The form of a draft as its service last described it. It can be had again from there: what cannot be read is passed
/// over, and a damaged file is not searched for it.
struct DraftFormRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "draftForm"

    var draft: String
    var application: Application

    /// Nil where none was kept, or by another version, or it is sealed and the key is not at hand.
    static func form(of draft: DraftID, in database: Database, by seal: PrivateSeal) -> Application? {
        let key = ["draft": draft.rawValue]
        guard let sealed = (try? sealedForm(of: draft.rawValue, in: database)) ?? nil else {
            return (try? DraftFormRow.fetchOne(database, key: key))?.application
        }
        guard let plain = try? seal.open(sealed, at: place(of: draft.rawValue)) else { return nil }
        return try? JSONDecoder().decode(Application.self, from: plain)
    }

    /// Puts it onto the disk, sealed where that has to be: it holds what the service has of the answers.
    func keep(in database: Database, by seal: PrivateSeal) throws {
        guard let sealed = try seal.seal(try JSONEncoder().encode(application), at: Self.place(of: draft)) else {
            return try save(database)
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO draftForm (draft, application) VALUES (?, ?)", arguments: [draft, sealed])
    }

    /// What lies there, where that is sealed.
    static func sealedForm(of draft: String, in database: Database) throws -> Data? {
        let row = try Row.fetchOne(
            database, sql: "SELECT application FROM draftForm WHERE draft = ?", arguments: [draft])
        guard case .blob(let value)? = row.map({ $0["application"] as DatabaseValue })?.storage,
            PrivateSeal.isSealed(value)
        else { return nil }
        return value
    }

    private static func place(of draft: String) -> PrivateSeal.Place {
        PrivateSeal.Place(table: "draftForm", column: "application", row: draft)
    }
}
