import GRDB
import PortalDomain

/// A dataset in the basket, as it lies in the table `basket`.
struct BasketRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "basket"

    /// From 0, in the order in which the basket shows them.
    var position: Int
    var dataset: StoredDataset

    /// Makes the basket `items`, but for what another program has put in or taken out since this one had `before`.
    static func replaceAll(with items: [BasketItem], from before: [BasketItem]?, in database: Database) throws {
        var items = items
        if let before {
            let stored = try Row.fetchAll(database, sql: "SELECT * FROM basket ORDER BY position")
                .compactMap { try? BasketRow(row: $0).dataset.item }
            let (known, there) = (Set(before.map(\.id)), Set(stored.map(\.id)))
            items.removeAll { known.contains($0.id) && !there.contains($0.id) }
            let here = Set(items.map(\.id))
            items += stored.filter { !known.contains($0.id) && !here.contains($0.id) }
        }
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
