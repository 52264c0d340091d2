import FoundationEssentials
import GRDB
import PortalDomain

/// The form of a draft as its service last described it. It can be had again from there: what cannot be read is passed
/// over, and a damaged file is not searched for it.
struct DraftFormRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "draftForm"

    var draft: String
    var application: Application

    /// Nil where none was kept, or by another version.
    static func form(of draft: DraftID, in database: Database) -> Application? {
        (try? DraftFormRow.fetchOne(database, key: ["draft": draft.rawValue]))?.application
    }
}
