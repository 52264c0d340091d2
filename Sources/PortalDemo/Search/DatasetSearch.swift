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
    /// How much each column of the full-text index weighs: title, description, keywords, publisher, name, other.
    private static let weights = "10.0, 1.0, 5.0, 3.0, 10.0, 1.0"

    /// Whether the Beacon network had a part in it: it counts the records then.
    let isCounted: Bool
    private let words: QueryWords
    private let filter: SearchCondition
    private let isFiltered: Bool
    private let order: SearchOrder
    private let rows: Int
    private let start: Int

    /// - Parameter asksBeacon: whether the network of Beacons takes part: asked for, by somebody who signed in.
    /// - Throws: `Problem` for a search that the running service refuses.
    init(_ request: SearchRequest, asksBeacon: Bool = false) throws {
        rows = request.rows ?? Self.standardRows
        start = request.start ?? 0
        guard (0...Self.maximalRows).contains(rows), start >= 0 else {
            throw Problem(
                .badRequest, "Constraint violation",
                "rows takes 0 to \(Self.maximalRows), start takes 0 and above.")
        }
        words = try QueryWords(request.query ?? "")
        let facets = request.facets ?? []
        var conditions = [try CatalogueFacets.condition(for: facets, joining: request.operator ?? .or)]
        let beacon = asksBeacon ? try BeaconFacets.condition(for: facets) : nil
        isCounted = beacon != nil
        conditions += [beacon].compactMap(\.self)
        if words == .nothing { conditions.append(.any([])) }
        conditions.removeAll { $0.sql == SearchCondition.all([]).sql }
        filter = .all(conditions)
        isFiltered = !conditions.isEmpty
        // The datasets that both know are looked up by their identifiers: there are no words then to rank by.
        order = try SearchOrder(request.sort, isRanked: words.isRanked && beacon == nil)
    }

    /// A search by words alone, the best matches first.
    init(plain text: String, rows: Int?) {
        self.rows = rows ?? Self.standardRows
        start = 0
        isCounted = false
        words = QueryWords(plain: text)
        filter = words == .nothing ? .any([]) : .all([])
        isFiltered = words == .nothing
        order = SearchOrder(isRanked: words.isRanked)
    }

    func run(_ db: Database) throws -> SearchPage {
        // Of everything there was counted when it was loaded.
        let counting = isOfAll ? "SELECT datasets FROM catalogue" : "SELECT count(*) FROM (\(matches))"
        let count = try Int.fetchOne(db, sql: counting, arguments: StatementArguments(arguments)) ?? 0
        let lines = try Data.fetchAll(
            db, sql: page, arguments: StatementArguments(arguments + [rows, start]))
        let decoder = JSONDecoder()
        return SearchPage(
            count: count,
            records: try lines.map { try decoder.decode(CatalogueRecord.self, from: $0) },
            facets: try facets(db))
    }

    /// The numbers of all datasets found.
    private var matches: String {
        guard words.isRanked else { return "SELECT number FROM dataset WHERE \(filter.sql)" }
        guard isFiltered else { return words.rows(select: "rowid AS number") }
        return "\(found(ranked: false)) SELECT number FROM found JOIN dataset USING (number) WHERE \(filter.sql)"
    }

    /// The records of one page, in order. Ranks only are computed here, because they are what costs. Rows are looked at
    /// when it is known which: without words an index gives them in their order.
    private var page: String {
        guard words.isRanked else {
            return """
                SELECT record FROM dataset WHERE number IN
                (SELECT number FROM dataset WHERE \(filter.sql) ORDER BY \(order.sql) LIMIT ? OFFSET ?)
                ORDER BY \(order.sql)
                """
        }
        return """
            SELECT record FROM dataset JOIN (\(found(ranked: true))
            SELECT number, row_number() OVER (ORDER BY \(order.sql)) AS position
            FROM found JOIN dataset USING (number) WHERE \(filter.sql) ORDER BY position LIMIT ? OFFSET ?)
            USING (number) ORDER BY position
            """
    }

    /// Nothing narrows it: what is asked of the whole catalogue is known.
    private var isOfAll: Bool { !words.isRanked && !isFiltered }

    /// The datasets that the words find. On its own, because SQLite may otherwise look for two values of a facet in
    /// the full-text index by row, where it cannot match words.
    private func found(ranked: Bool) -> String {
        let rank = ranked ? ", bm25(dataset_text, \(Self.weights)) AS rank" : ""
        return "WITH found AS MATERIALIZED (\(words.rows(select: "rowid AS number\(rank)")))"
    }

    private var arguments: [any DatabaseValueConvertible & Sendable] { words.arguments + filter.arguments }

    private func facets(_ db: Database) throws -> [FacetKey: [ValueLabel]] {
        guard !isOfAll else { return try FacetCounts.ofAll(db) }
        return try FacetCounts.of(matches, arguments: arguments, db)
    }
}

extension QueryWords {
    /// Whether there are words to find and rank by.
    fileprivate var isRanked: Bool { if case .matching = self { true } else { false } }

    fileprivate func rows(select columns: String) -> String {
        let some = "SELECT rowid FROM dataset_text WHERE dataset_text MATCH ?"
        guard case .matching(_, let threshold?) = self else {
            return "SELECT \(columns) FROM dataset_text WHERE dataset_text MATCH ?"
        }
        let each = threshold.expressions.map { _ in some }.joined(separator: " UNION ALL ")
        return """
            SELECT \(columns) FROM dataset_text WHERE dataset_text MATCH ? AND rowid IN
            (SELECT rowid FROM (\(each)) GROUP BY rowid HAVING count(*) >= \(threshold.count))
            """
    }

    fileprivate var arguments: [String] {
        guard case .matching(let expression, let threshold) = self else { return [] }
        return [expression] + (threshold?.expressions ?? [])
    }
}
