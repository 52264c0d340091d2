import PortalDomain

/// `DatasetSearchQuery` of discovery.yaml.
struct SearchRequest: Encodable {
    var query: String
    var facets: [Facet]
    var sort: String
    var rows: Int
    var start: Int
    /// Joins the values of one facet, and nothing else: alternatives, as a person ticks them.
    var `operator` = "OR"
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

    /// - Returns: nil for a search that finds nothing: what was typed holds no word.
    init?(_ search: SearchQuery, start: Int, rows: Int) {
        guard let text = PlainQuery.text(search.text, matching: search.matching) else { return nil }
        query = text
        facets = Self.facets(search.facets)
        sort = search.sort.serviceValue
        self.rows = min(max(rows, 0), 1000)
        self.start = max(start, 0)
        // The service leaves facets of the Beacon network out, without a word, where it is not asked.
        includeBeacon = search.includeBeacon || search.facets.contains(where: \.isOfBeacon)
    }

    /// One each, but what was given for the entries of one filter stands together.
    private static func facets(_ selections: [FacetSelection]) -> [Facet] {
        var facets: [Facet] = []
        for selection in selections {
            let (source, key) = (selection.filter.source, selection.filter.key)
            guard selection.kind == .entries else {
                let (comparison, value) = selection.atService
                facets.append(
                    Facet(
                        source: source, type: selection.kind.rawValue, key: key, value: value,
                        operator: comparison.rawValue))
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
    /// The condition as the service reads it. Its bounds of numbers always belong to the range, and its points in time
    /// are moments: of a day the first or the last second, whichever makes the day as a whole count.
    fileprivate var atService: (FacetOperator, String) {
        if kind == .number, let number = Int(value.value.trimmed) {
            switch comparison {
            case .greater where number < Int.max: return (.greaterOrEqual, String(number + 1))
            case .less where number > Int.min: return (.lessOrEqual, String(number - 1))
            case .greater, .less, .greaterOrEqual, .lessOrEqual, .equal, .not: break
            }
        }
        guard kind == .dateTime, let date = ServiceDate(parsing: value.value), date.precision == .day else {
            return (comparison, value.value)
        }
        return switch comparison {
        case .greaterOrEqual, .less: (comparison, value.value.trimmed + "T00:00:00Z")
        case .greater, .lessOrEqual: (comparison, value.value.trimmed + "T23:59:59Z")
        case .equal, .not: (comparison, value.value)
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
