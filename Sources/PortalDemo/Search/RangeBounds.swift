import Foundation
import HTTPTypes

/// What several facets of one range say together: the first lower bound and the first upper one, or else one value.
///
/// Facets that are no range, that name no operator, or that exclude (`!`) say nothing (CkanFacetsQueryBuilder,
/// `resolveDateTimeCondition` and `resolveNumberCondition`).
struct RangeBounds {
    var type: FilterType
    var lower: SearchFacet?
    var upper: SearchFacet?
    var exact: SearchFacet?

    init?(_ facets: [SearchFacet]) {
        for type in [FilterType.dateTime, .number] {
            self.type = type
            let ranges = facets.filter { $0.type == type && $0.givenValue != nil }
            lower = ranges.first { $0.operator == .greater || $0.operator == .greaterOrEqual }
            upper = ranges.first { $0.operator == .less || $0.operator == .lessOrEqual }
            exact = ranges.first { $0.operator == .equal }
            if lower != nil || upper != nil || exact != nil { return }
        }
        return nil
    }

    func condition(on key: RangeKey) throws -> SearchCondition {
        let column = key.column
        var parts: [SearchCondition] = []
        if let lower { parts.append(try Self.bound(lower, column, key.type)) }
        if let upper { parts.append(try Self.bound(upper, column, key.type)) }
        if parts.isEmpty, let exact { parts.append(try Self.equal(exact, column, key.type)) }
        return .all(parts)
    }

    /// Bounds of numbers belong to the range whatever the sign (`[a TO b]`); a day is meant as a whole.
    private static func bound(_ facet: SearchFacet, _ column: String, _ type: FilterType) throws -> SearchCondition {
        let value = facet.givenValue ?? ""
        guard type == .dateTime else {
            let isLower = facet.operator == .greater || facet.operator == .greaterOrEqual
            return SearchCondition(sql: "\(column) \(isLower ? ">=" : "<=") ?", arguments: [try number(value)])
        }
        let (start, end) = try moments(value)
        return switch facet.operator {
        case .greater: SearchCondition(sql: "\(column) \(end == nil ? ">" : ">=") ?", arguments: [end ?? start])
        case .greaterOrEqual: SearchCondition(sql: "\(column) >= ?", arguments: [start])
        case .less: SearchCondition(sql: "\(column) < ?", arguments: [start])
        default: SearchCondition(sql: "\(column) \(end == nil ? "<=" : "<") ?", arguments: [end ?? start])
        }
    }

    private static func equal(_ facet: SearchFacet, _ column: String, _ type: FilterType) throws -> SearchCondition {
        let value = facet.givenValue ?? ""
        guard type == .dateTime else { return SearchCondition(sql: "\(column) = ?", arguments: [try number(value)]) }
        let (start, end) = try moments(value)
        return end.map { SearchCondition(sql: "\(column) >= ? AND \(column) < ?", arguments: [start, $0]) }
            ?? SearchCondition(sql: "\(column) = ?", arguments: [start])
    }

    /// What is no number is the search engine's to refuse, and so the service's own failure.
    private static func number(_ text: String) throws -> Double {
        guard let number = Double(text.trimmingCharacters(in: .whitespaces)), number.isFinite else {
            throw QueryReader.refusal("Invalid number: \(text)")
        }
        return number
    }

    /// - Returns: the moment, and where a whole day is meant, the moment at which it is over.
    static func moments(_ text: String) throws -> (start: Double, end: Double?) {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard let date = CatalogueDate.parse(text) else { throw QueryReader.refusal("Invalid Date String:'\(text)'") }
        let start = date.timeIntervalSince1970
        return (start, CatalogueDate.isDay(text) ? start + 86_400 : nil)
    }
}

/// `temporal_coverage`: the datasets whose period meets the one that is asked for.
///
/// CKAN is given the bounds apart from the other facets and looks for what intersects (CkanFacetsQueryBuilder,
/// `extractTemporalCoverageBounds`).
struct CoverageCondition {
    static let key = "temporal_coverage"

    private var minimum: Double?
    private var maximum: Double?

    /// - Throws: `Problem` 400 when the beginning is after the end.
    init(_ facets: [SearchFacet]) throws {
        guard let bounds = RangeBounds(facets.filter { $0.type == .dateTime }) else { return }
        if bounds.lower == nil, bounds.upper == nil, let exact = bounds.exact {
            minimum = try RangeBounds.moments(exact.givenValue ?? "").start
            maximum = minimum
            return
        }
        if let lower = bounds.lower {
            let (start, end) = try RangeBounds.moments(lower.givenValue ?? "")
            minimum = lower.operator == .greater ? end ?? start : start
        }
        if let upper = bounds.upper {
            let (start, end) = try RangeBounds.moments(upper.givenValue ?? "")
            maximum = upper.operator == .less ? start : end ?? start
        }
        if let minimum, let maximum, minimum > maximum {
            throw Problem(
                .badRequest, "Invalid Facet",
                "temporal_coverage: min date must be equal to or smaller than max date")
        }
    }

    var condition: SearchCondition? {
        guard minimum != nil || maximum != nil else { return nil }
        // A period that is open on one side goes on; a dataset without one is not found.
        var parts = [SearchCondition(sql: "coverageStart IS NOT NULL OR coverageEnd IS NOT NULL", arguments: [])]
        if let minimum {
            parts.append(SearchCondition(sql: "coverageEnd IS NULL OR coverageEnd >= ?", arguments: [minimum]))
        }
        if let maximum {
            parts.append(SearchCondition(sql: "coverageStart IS NULL OR coverageStart <= ?", arguments: [maximum]))
        }
        return .all(parts)
    }
}
