import Foundation
import GRDB
import HTTPTypes

/// A page of results with the number of all and the counts of the facets over all.
struct SearchPage {
    let count: Int
    let records: [CatalogueRecord]
    let facets: [FacetKey: [ValueLabel]]
}

/// One search, ready to be run.
struct DatasetSearch: Sendable {
    static let standardRows = 10
    static let maximalRows = 1000
    /// How much each column of the full-text index weighs: title, description, keywords, publisher.
    private static let weights = "10.0, 1.0, 5.0, 3.0"

    private let words: String?
    private let filter: SearchCondition
    private let isFiltered: Bool
    private let order: SearchOrder
    private let rows: Int
    private let start: Int

    /// - Throws: `Problem` for a search that the running service refuses.
    init(_ request: SearchRequest) throws {
        rows = request.rows ?? Self.standardRows
        start = request.start ?? 0
        guard (0...Self.maximalRows).contains(rows), start >= 0 else {
            throw Problem(
                .badRequest, "Constraint violation",
                "rows takes 0 to \(Self.maximalRows), start takes 0 and above.")
        }
        words = FTSExpression.of(request.query ?? "", joining: request.operator ?? .or)
        filter = try FacetConditions.condition(for: request.facets ?? [])
        isFiltered = !(request.facets ?? []).isEmpty
        order = try SearchOrder(request.sort, isRanked: words != nil)
    }

    func run(_ db: Database) throws -> SearchPage {
        let count =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (\(matches))", arguments: StatementArguments(arguments)) ?? 0
        let lines = try Data.fetchAll(
            db,
            sql: "SELECT record FROM dataset JOIN (\(page)) USING (number) ORDER BY position",
            arguments: StatementArguments(arguments + [rows, start]))
        let decoder = JSONDecoder()
        return SearchPage(
            count: count,
            records: try lines.map { try decoder.decode(CatalogueRecord.self, from: $0) },
            facets: try facets(db))
    }

    /// The numbers of all datasets found.
    private var matches: String {
        guard words != nil else { return "SELECT number FROM dataset WHERE \(filter.sql)" }
        guard isFiltered else { return "SELECT rowid AS number FROM dataset_text WHERE dataset_text MATCH ?" }
        return "\(found(ranked: false)) SELECT number FROM found JOIN dataset USING (number) WHERE \(filter.sql)"
    }

    /// The numbers of one page, in order. Ranks only are computed here, because they are what costs.
    private var page: String {
        let source = words == nil ? "dataset" : "found JOIN dataset USING (number)"
        return """
            \(words == nil ? "" : found(ranked: true))
            SELECT number, row_number() OVER (ORDER BY \(order.sql)) AS position
            FROM \(source) WHERE \(filter.sql) ORDER BY position LIMIT ? OFFSET ?
            """
    }

    /// The datasets that the words find. On its own, because SQLite may otherwise look for two values of a facet in
    /// the full-text index by row, where it cannot match words.
    private func found(ranked: Bool) -> String {
        let rank = ranked ? ", bm25(dataset_text, \(Self.weights)) AS rank" : ""
        return """
            WITH found AS MATERIALIZED (SELECT rowid AS number\(rank) FROM dataset_text WHERE dataset_text MATCH ?)
            """
    }

    private var arguments: [any DatabaseValueConvertible & Sendable] {
        (words.map { [$0] } ?? []) + filter.arguments
    }

    private func facets(_ db: Database) throws -> [FacetKey: [ValueLabel]] {
        guard words != nil || isFiltered else { return try FacetCounts.ofAll(db) }
        return try FacetCounts.of(matches, arguments: arguments, db)
    }
}
