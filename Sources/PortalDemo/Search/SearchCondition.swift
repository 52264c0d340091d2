import Foundation
import GRDB
import HTTPTypes

/// A condition on rows of `dataset` with the values that its question marks stand for.
struct SearchCondition: Sendable {
    let sql: String
    let arguments: [any DatabaseValueConvertible & Sendable]

    static func all(_ conditions: [SearchCondition]) -> SearchCondition {
        joined(conditions, " AND ", whenEmpty: "1")
    }

    static func any(_ conditions: [SearchCondition]) -> SearchCondition {
        joined(conditions, " OR ", whenEmpty: "0")
    }

    var negated: SearchCondition { SearchCondition(sql: "NOT (\(sql))", arguments: arguments) }

    private static func joined(_ conditions: [SearchCondition], _ word: String, whenEmpty: String) -> SearchCondition {
        guard !conditions.isEmpty else { return SearchCondition(sql: whenEmpty, arguments: []) }
        return SearchCondition(
            sql: conditions.map { "(\($0.sql))" }.joined(separator: word), arguments: conditions.flatMap(\.arguments))
    }
}

/// Turns the facets of a search into one condition.
///
/// Keys narrow each other whatever the query's operator is, as in the running service, which joins them with AND;
/// the values of one key widen each other, but the two ends of a range and exclusions narrow.
enum FacetConditions {
    /// Far above what a person chooses, below what SQLite takes in one statement.
    static let limit = 500

    static func condition(for facets: [SearchFacet]) throws -> SearchCondition {
        guard facets.count <= limit else {
            throw Problem(.badRequest, "Invalid facet", "A search takes at most \(limit) facets.")
        }
        var order: [String] = []
        var widening: [String: [SearchCondition]] = [:]
        var narrowing: [SearchCondition] = []
        for facet in facets {
            try checkSource(of: facet)
            for (key, condition, narrows) in try conditions(of: facet) {
                if narrows {
                    narrowing.append(condition)
                } else {
                    if widening[key] == nil { order.append(key) }
                    widening[key, default: []].append(condition)
                }
            }
        }
        return .all(order.map { .any(widening[$0] ?? []) } + narrowing)
    }

    private static func checkSource(of facet: SearchFacet) throws {
        guard let source = FacetSource(rawValue: facet.source) else {
            throw Problem(.badRequest, "Invalid facet", "The sources of facets here are \"ckan\" and \"beacon\".")
        }
        guard let key = facet.key.flatMap(FacetKey.init(rawValue:)) else { return }
        guard key.source == source else {
            throw Problem(
                .badRequest, "Invalid facet", "The filter \(key.rawValue) has the source \"\(key.source.rawValue)\".")
        }
    }

    private static func conditions(of facet: SearchFacet) throws -> [(String, SearchCondition, narrows: Bool)] {
        if facet.type == .entries {
            return try (facet.entries ?? []).map { entry in
                let type = FacetKey(rawValue: entry.key)?.type ?? .dropdown
                let part = SearchFacet(source: facet.source, type: type, key: entry.key, value: entry.value)
                return (entry.key, try condition(of: part, key: entry.key, value: entry.value), true)
            }
        }
        guard let key = facet.key, let value = facet.value, !value.isEmpty else {
            throw Problem(.badRequest, "Invalid facet", "A facet needs a key and a value.")
        }
        let isEqual = (facet.operator ?? .equal) == .equal
        return [(key, try condition(of: facet, key: key, value: value), !isEqual)]
    }

    private static func condition(of facet: SearchFacet, key: String, value: String) throws -> SearchCondition {
        if let range = RangeKey(rawValue: key) {
            return try RangeCondition.make(range, facet.operator ?? .equal, value)
        }
        guard let facetKey = FacetKey(rawValue: key) else {
            // CKAN refuses a field it does not know, and the running service passes that on as its own failure.
            throw Problem(.internalServerError, "Internal server error", "undefined field \(key)")
        }
        let match = facet.type == .freeText ? containing(value, facetKey) : equal(value, facetKey)
        switch facet.operator ?? .equal {
        case .equal: return match
        case .not: return match.negated
        default: throw Problem(.badRequest, "Invalid facet", "The filter \(key) has no order: use = or !.")
        }
    }

    private static func equal(_ value: String, _ key: FacetKey) -> SearchCondition {
        having(SearchCondition(sql: "key = ? AND value = ?", arguments: [key.rawValue, value]))
    }

    private static func containing(_ text: String, _ key: FacetKey) -> SearchCondition {
        having(
            SearchCondition(sql: "key = ? AND instr(labelKey, ?) > 0", arguments: [key.rawValue, text.lowercased()]))
    }

    private static func having(_ facetValue: SearchCondition) -> SearchCondition {
        SearchCondition(
            sql: """
                number IN (SELECT dataset FROM dataset_facet
                WHERE value IN (SELECT number FROM facet_value WHERE \(facetValue.sql)))
                """,
            arguments: facetValue.arguments)
    }
}

/// Compares a number or a point in time with what a person gave.
enum RangeCondition {
    static func make(_ key: RangeKey, _ comparison: FilterOperator, _ value: String) throws -> SearchCondition {
        let text = value.trimmingCharacters(in: .whitespaces)
        switch key.type {
        case .number:
            guard let number = Double(text), number.isFinite else {
                throw Problem(.badRequest, "Invalid facet", "The filter \(key.rawValue) takes a number.")
            }
            return condition(key, comparison, from: number, upTo: nil)
        default:
            guard let date = CatalogueDate.parse(text) else {
                throw Problem(
                    .badRequest, "Invalid facet",
                    "The filter \(key.rawValue) takes a date such as 2024-05-31 or 2024-05-31T12:00:00Z.")
            }
            let start = date.timeIntervalSince1970
            let isDay = CatalogueDate.isDay(text)
            return condition(key, comparison, from: start, upTo: isDay ? start + 86_400 : nil)
        }
    }

    /// - Parameter end: Where a whole day is meant, the moment at which it is over.
    private static func condition(
        _ key: RangeKey, _ comparison: FilterOperator, from start: Double, upTo end: Double?
    ) -> SearchCondition {
        let column = key.column
        let equal =
            end.map { SearchCondition(sql: "\(column) >= ? AND \(column) < ?", arguments: [start, $0]) }
            ?? SearchCondition(sql: "\(column) = ?", arguments: [start])
        return switch comparison {
        case .equal: equal
        case .not: SearchCondition(sql: "\(column) IS NOT NULL AND NOT (\(equal.sql))", arguments: equal.arguments)
        case .less: SearchCondition(sql: "\(column) < ?", arguments: [start])
        case .greaterOrEqual: SearchCondition(sql: "\(column) >= ?", arguments: [start])
        case .greater:
            SearchCondition(sql: "\(column) \(end == nil ? ">" : ">=") ?", arguments: [end ?? start])
        case .lessOrEqual:
            SearchCondition(sql: "\(column) \(end == nil ? "<=" : "<") ?", arguments: [end ?? start])
        }
    }
}
