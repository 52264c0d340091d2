import GRDB
import PortalModel

/// A dataset in the basket, as it lies in the table `basket`.
struct BasketRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "basket"

    /// From 0, in the order in which the basket shows them.
    var position: Int
    var dataset: StoredDataset

    /// Puts `items` in the place of the whole basket.
    static func replaceAll(with items: [BasketItem], in database: Database) throws {
        try BasketRow.deleteAll(database)
        for (position, item) in items.enumerated() {
            try BasketRow(position: position, dataset: StoredDataset(item)).insert(database)
        }
    }
}

/// The state in which a request was last looked at, as it lies in the table `seen`.
struct SeenRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "seen"

    var application: StoredApplicationID
    /// The service's word; see `ApplicationState.word`.
    var state: String

    static func replaceAll(with seen: [ApplicationID: ApplicationState], in database: Database) throws {
        try SeenRow.deleteAll(database)
        for (application, state) in seen {
            try SeenRow(application: StoredApplicationID(application), state: state.word).insert(database)
        }
    }
}
