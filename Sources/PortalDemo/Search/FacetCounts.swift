import GRDB

/// How many datasets have each value of each filter.
enum FacetCounts {
    /// How many values of one filter are listed, as CKAN does unless told otherwise.
    static let valueLimit = 50

    /// The counts over the whole catalogue, which were made when it was loaded.
    static func ofAll(_ db: Database) throws -> [FacetKey: [ValueLabel]] {
        let listed = try FacetKey.allCases.filter { $0.type == .dropdown }.map { key in
            (key, try values(of: key, limit: valueLimit, db))
        }
        return Dictionary(uniqueKeysWithValues: listed)
    }

    /// All values of one filter, the most frequent first.
    static func values(of key: FacetKey, limit: Int = -1, _ db: Database) throws -> [ValueLabel] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT value, label, total FROM facet_value WHERE key = ?
                ORDER BY total DESC, labelKey, value LIMIT ?
                """,
            arguments: [key.rawValue, limit])
        return rows.map { ValueLabel(value: $0["value"], label: $0["label"], count: $0["total"]) }
    }

    /// The counts over the datasets whose numbers a query selects.
    static func of(
        _ matches: String, arguments: [any DatabaseValueConvertible & Sendable], _ db: Database
    ) throws -> [FacetKey: [ValueLabel]] {
        let listed = FacetKey.allCases.filter { $0.type == .dropdown }
        let keys = listed.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT key, facet_value.value, label, hits
                FROM (SELECT value AS number, count(*) AS hits FROM dataset_facet
                WHERE dataset IN (\(matches)) GROUP BY value)
                JOIN facet_value USING (number)
                WHERE key IN (\(keys))
                ORDER BY hits DESC, labelKey, facet_value.value
                """,
            arguments: StatementArguments(arguments))
        var counts = Dictionary(uniqueKeysWithValues: listed.map { ($0, [ValueLabel]()) })
        for row in rows {
            guard let key = FacetKey(rawValue: row["key"]), (counts[key]?.count ?? 0) < valueLimit else { continue }
            counts[key]?.append(ValueLabel(value: row["value"], label: row["label"], count: row["hits"]))
        }
        return counts
    }
}
