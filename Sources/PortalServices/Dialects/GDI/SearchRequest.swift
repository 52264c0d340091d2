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
        var value: String
        var `operator`: String
    }

    init(_ search: SearchQuery, start: Int, rows: Int) {
        query = PlainQuery.text(search.text)
        facets = search.facets.map {
            Facet(
                source: $0.filter.source, type: $0.kind.rawValue, key: $0.filter.key, value: $0.serviceValue,
                operator: $0.comparison.rawValue)
        }
        sort = search.sort.serviceValue
        self.rows = min(max(rows, 0), 1000)
        self.start = max(start, 0)
        `operator` = search.matching.rawValue
        includeBeacon = search.includeBeacon
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
