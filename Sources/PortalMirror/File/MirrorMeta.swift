import FoundationEssentials
import GRDB
import PortalDomain

/// What a mirror says of itself.
struct MirrorMeta {
    let database: Database

    enum Key: String {
        case portal, owner, rowFields
        /// How far the filling has come, as JSON.
        case sync
        /// When the portal was asked last whether anything is new, and when all of it was here last: seconds since 1970.
        case checkedAt, wholeAt
        /// What the portal said last that it has.
        case total
    }

    subscript(_ key: Key) -> String? {
        get throws {
            let statement = try database.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?")
            return try String.fetchOne(statement, arguments: [key.rawValue])
        }
    }

    func set(_ key: Key, _ value: String?) throws {
        guard let value else {
            return try database.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [key.rawValue])
        }
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)")
            .execute(arguments: [key.rawValue, value])
    }

    func date(_ key: Key) throws -> Date? { try self[key].flatMap(Double.init).map(Date.init(timeIntervalSince1970:)) }

    func set(_ key: Key, _ date: Date) throws { try set(key, String(date.timeIntervalSince1970)) }

    /// Whether it is the mirror of this portal and for these eyes.
    func isOf(_ origin: MirrorOrigin) throws -> Bool {
        try self[.portal] == origin.portal && self[.owner] == origin.owner
    }

    func begin(_ origin: MirrorOrigin) throws {
        try set(.portal, origin.portal)
        try set(.owner, origin.owner)
    }
}
