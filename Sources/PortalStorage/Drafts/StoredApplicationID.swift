import GRDB
import PortalDomain

/// An application's id in a column or in JSON. Before the fourth migration it was a number, and a file that is being
/// salvaged may be older than that.
struct StoredApplicationID: Codable, DatabaseValueConvertible {
    var text: String

    init(_ id: ApplicationID) { text = id.rawValue }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text = try (try? container.decode(String.self)) ?? String(container.decode(Int64.self))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    var id: ApplicationID { ApplicationID(text) }

    var databaseValue: DatabaseValue { text.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoredApplicationID? {
        if let number = Int64.fromDatabaseValue(value) { return StoredApplicationID(ApplicationID(number)) }
        return String.fromDatabaseValue(value).map { StoredApplicationID(ApplicationID($0)) }
    }
}
