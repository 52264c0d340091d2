import Foundation
import HTTPTypes

/// The facets of a search that are the catalogue's, as one condition.
///
/// As DDS b2904a6 builds CKAN's `fq` (CkanFacetsQueryBuilder): a key's values are joined by the query's operator, keys by
/// AND; the operators of values are not looked at; several facets of a key that is a range are its bounds. What it cannot
/// use it leaves out without a word.
enum CatalogueFacets {
    /// Far above what a person chooses, below what SQLite takes in one statement.
    static let limit = 500

    static func condition(for facets: [SearchFacet], joining conjunction: QueryOperator) throws -> SearchCondition {
        guard facets.count <= limit else {
            throw Problem(.badRequest, "Invalid Facet", "A search takes at most \(limit) facets.")
        }
        var order: [String] = []
        var byKey: [String: [SearchFacet]] = [:]
        for facet in facets where facet.source == FacetSource.ckan.rawValue {
            guard let key = facet.key, !key.allSatisfy(\.isWhitespace) else { continue }
            if byKey[key] == nil { order.append(key) }
            byKey[key, default: []].append(facet)
        }
        let conditions = try order.compactMap { try condition(key: $0, facets: byKey[$0] ?? [], conjunction) }
        return .all(conditions)
    }

    private static func condition(
        key: String, facets: [SearchFacet], _ conjunction: QueryOperator
    ) throws -> SearchCondition? {
        if key == CoverageCondition.key { return try CoverageCondition(facets).condition }
        if let bounds = RangeBounds(facets) {
            guard let range = RangeKey(rawValue: key) else { throw unknown(key) }
            return try bounds.condition(on: range)
        }
        let values = facets.filter { $0.type != .dateTime && $0.type != .number }.compactMap(\.givenValue)
        guard !values.isEmpty else { return nil }
        guard let facetKey = FacetKey(rawValue: key), facetKey.source == .ckan else { throw unknown(key) }
        let conditions = values.map { having(facetKey, $0) }
        return conjunction == .and ? .all(conditions) : .any(conditions)
    }

    /// CKAN refuses a field it does not know, and the running service passes that on as its own failure.
    private static func unknown(_ key: String) -> Problem { QueryReader.refusal("undefined field \(key)") }

    /// Fields that are counted as facets are strings in CKAN's index: a value is found whole or not at all.
    static func having(_ key: FacetKey, _ value: String) -> SearchCondition {
        SearchCondition(
            sql: """
                number IN (SELECT dataset FROM dataset_facet
                WHERE value IN (SELECT number FROM facet_value WHERE key = ? AND value = ?))
                """,
            arguments: [key.rawValue, value])
    }
}

extension SearchFacet {
    var givenValue: String? {
        guard let value, !value.allSatisfy(\.isWhitespace) else { return nil }
        return value
    }
}
