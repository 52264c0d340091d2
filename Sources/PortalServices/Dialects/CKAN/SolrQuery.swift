import FoundationEssentials
import PortalDomain

/// `q` and `fq` of a search.
struct SolrQuery: Hashable {
    var q: String
    /// Nil when nothing narrows the search.
    var fq: String?
    /// Something was typed in which nothing could be a word: no question finds what holds it.
    let findsNothing: Bool

    init(_ search: SearchQuery) {
        let terms = SolrText.terms(search.text)
        findsNothing = terms.isEmpty && !search.text.trimmed.isEmpty
        let joined = terms.joined(separator: " \(search.matching.rawValue) ")
        // Everything of a dataset is in `text`; a title that matches counts for more, as in CKAN's own searches.
        q = terms.isEmpty ? "*:*" : "title:(\(joined))^4 OR text:(\(joined))"
        let filters = Self.groups(search.facets).map { group in
            group.count == 1 ? group[0] : "(" + group.joined(separator: " OR ") + ")"
        }
        // CKAN writes a condition of its own in front: without the plus signs ours would only be wishes beside it.
        // Whether all words are wanted or any says nothing of them.
        fq = filters.isEmpty ? nil : filters.map { "+" + $0 }.joined(separator: " ")
    }

    /// Equal values of one field are alternatives; every other condition stands alone.
    private static func groups(_ facets: [FacetSelection]) -> [[String]] {
        var order: [FilterKey] = []
        var alternatives: [FilterKey: [String]] = [:]
        var alone: [[String]] = []
        for facet in facets {
            guard let condition = condition(facet) else { continue }
            guard facet.comparison == .equal else {
                alone.append([condition])
                continue
            }
            if alternatives[facet.filter] == nil { order.append(facet.filter) }
            alternatives[facet.filter, default: []].append(condition)
        }
        return order.compactMap { alternatives[$0] } + alone
    }

    private static func condition(_ facet: FacetSelection) -> String? {
        let value = facet.value.value.trimmed
        let field = facet.entry ?? facet.filter.key
        guard !value.isEmpty, !field.isEmpty else { return nil }
        let name = SolrText.escaped(field)
        if facet.kind == .freeText, !facet.isSeries {
            let terms = SolrText.terms(value)
            guard !terms.isEmpty else { return nil }
            let found = "\(name):(\(terms.joined(separator: " AND ")))"
            return facet.comparison == .not ? "(*:* -\(found))" : found
        }
        let (first, last) = bounds(value, facet.kind)
        return switch facet.comparison {
        case .equal: first == last ? "\(name):\(first)" : "\(name):[\(first) TO \(last)]"
        // Negation takes away from something: alone it finds nothing.
        case .not: first == last ? "(*:* -\(name):\(first))" : "(*:* -\(name):[\(first) TO \(last)])"
        case .greater: "\(name):{\(last) TO *]"
        case .greaterOrEqual: "\(name):[\(first) TO *]"
        case .less: "\(name):[* TO \(first)}"
        case .lessOrEqual: "\(name):[* TO \(last)]"
        }
    }

    /// The first and the last value that are meant: Solr knows points in time only, a person means whole days.
    private static func bounds(_ value: String, _ kind: FilterKind) -> (String, String) {
        guard kind == .dateTime, let date = ServiceDate(parsing: value) else {
            let quoted = SolrText.quoted(value)
            return (quoted, quoted)
        }
        let day = String(date.date.formatted(.iso8601).prefix(10))
        switch date.precision {
        case .time:
            let moment = SolrText.quoted(date.date.formatted(.iso8601))
            return (moment, moment)
        case .day: return ("\"\(day)T00:00:00Z\"", "\"\(day)T23:59:59.999Z\"")
        // Solr's own date arithmetic knows how long months and years are.
        case .month: return ("\"\(day)T00:00:00Z\"", "\"\(day)T00:00:00Z+1MONTH-1MILLISECOND\"")
        case .year: return ("\"\(day)T00:00:00Z\"", "\"\(day)T00:00:00Z+1YEAR-1MILLISECOND\"")
        }
    }
}
