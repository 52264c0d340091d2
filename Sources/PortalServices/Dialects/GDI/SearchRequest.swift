import PortalModel

/// `DatasetSearchQuery` of discovery.yaml.
struct SearchRequest: Encodable {
    var query: String
    var facets: [Facet]
    var sort: String
    var rows: Int
    var start: Int
    var `operator`: String
    var includeBeacon: Bool

    struct Facet: Encodable {
        var source: String
        var type: String
        var key: String
        var value: String?
        var `operator`: String?
        var entries: [Entry]?
    }

    struct Entry: Encodable {
        var key: String
        var value: String
    }

    init(_ search: SearchQuery, start: Int, rows: Int) {
        query = PlainQuery.text(search.text)
        facets = Self.facets(search.facets)
        sort = search.sort.serviceValue
        self.rows = min(max(rows, 0), 1000)
        self.start = max(start, 0)
        `operator` = search.matching.rawValue
        includeBeacon = search.includeBeacon
    }

    /// One each, but what was given for the entries of one filter stands together.
    private static func facets(_ selections: [FacetSelection]) -> [Facet] {
        var facets: [Facet] = []
        for selection in selections {
            let (source, key) = (selection.filter.source, selection.filter.key)
            guard selection.kind == .entries else {
                facets.append(
                    Facet(
                        source: source, type: selection.kind.rawValue, key: key, value: selection.serviceValue,
                        operator: selection.comparison.rawValue))
                continue
            }
            let entry = Entry(key: selection.entry ?? key, value: selection.value.value)
            if let index = facets.firstIndex(where: { $0.entries != nil && $0.source == source && $0.key == key }) {
                facets[index].entries?.append(entry)
            } else {
                facets.append(Facet(source: source, type: selection.kind.rawValue, key: key, entries: [entry]))
            }
        }
        return facets
    }
}

extension FacetSelection {
    /// Solr compares points in time only: a day's first or last second, whichever makes the day as a whole count.
    fileprivate var serviceValue: String {
        guard kind == .dateTime, let date = ServiceDate(parsing: value.value), date.precision == .day else {
            return value.value
        }
        return switch comparison {
        case .greaterOrEqual, .less: value.value.trimmed + "T00:00:00Z"
        case .greater, .lessOrEqual: value.value.trimmed + "T23:59:59Z"
        case .equal, .not: value.value
        }
    }
}

extension SearchSort {
    /// Solr's fields as CKAN names them. An unknown one is answered with 500.
    var serviceValue: String {
        switch self {
        case .relevance: "score desc, metadata_modified desc"
        case .newest: "metadata_modified desc"
        case .oldest: "metadata_modified asc"
        case .recentlyAdded: "metadata_created desc"
        case .titleAscending: "title_string asc"
        case .titleDescending: "title_string desc"
        }
    }
}
