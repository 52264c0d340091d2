import PortalDomain

/// What a service is asked for a search, and what is done here with its answer: for a person who wants to know.
public struct AskedSearch: Hashable, Sendable {
    /// What the service does not do, so that this program does.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        /// Looks for the words.
        case words
        /// Narrows by the facets.
        case facets
        /// Puts in order.
        case order
        /// Cuts pages.
        case pages
    }

    /// A name and what it has.
    public struct Parameter: Hashable, Sendable {
        /// The service's own name.
        public var name: String
        /// As it is sent, without the escapes of addresses.
        public var value: String
    }

    /// `GET` or `POST`.
    public var method: String
    /// Below the service's address.
    public var path: String
    /// What is sent, by its names, in its order: of an address or of a JSON object.
    public var parameters: [Parameter]
    /// What is done here, in its order; none where the service does it all.
    public var here: [Step]
    /// How many datasets are looked at where this program does it; nil where it looks at all that there are.
    public var most: Int?

    /// - Returns: nil for a search that finds nothing, for which nobody is asked.
    public init?(_ query: SearchQuery, start: Int, rows: Int, of dialect: DiscoveryDialect) {
        switch dialect {
        case .gdi:
            guard let request = SearchRequest(query, start: start, rows: rows) else { return nil }
            self.init("POST", "datasets/search", request.told)
        case .ckan:
            guard !SolrQuery(query).findsNothing else { return nil }
            self.init("GET", "package_search", CKANSearch(query, start: start, rows: rows, facets: []).query)
        case .guide:
            let words = query.text.trimmed
            self.init(
                "GET", words.isEmpty ? "datasets" : "search", words.isEmpty ? [] : [("q", words)],
                [query.facets.isEmpty ? nil : .facets, query.sort == .relevance ? nil : .order, .pages], most: 1000)
        case .rems:
            self.init(
                "GET", "catalogue-items", [("expand", "names")],
                [query.text.isEmpty ? nil : .words, query.facets.isEmpty ? nil : .facets, .order, .pages])
        case .fdp:
            self.init(
                "GET", "/", [],
                [query.text.isEmpty ? nil : .words, query.facets.isEmpty ? nil : .facets, .order, .pages])
        }
    }

    private init(
        _ method: String, _ path: String, _ parameters: [(name: String, value: String)], _ here: [Step?] = [],
        most: Int? = nil
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters.map { Parameter(name: $0.name, value: $0.value) }
        self.here = here.compactMap(\.self)
        self.most = most
    }
}

extension SearchRequest {
    /// A line a field; of facets a line each.
    fileprivate var told: [(name: String, value: String)] {
        let facets = facets.map { facet -> (name: String, value: String) in
            let name = "\(facet.source)/\(facet.key)"
            let entries = (facet.entries ?? []).map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
            return ("facet", "\(name) \(facet.value.map { "\(facet.operator ?? "=") \($0)" } ?? entries)")
        }
        return [("query", query)] + facets
            + [
                ("operator", self.operator), ("sort", sort), ("includeBeacon", String(includeBeacon)),
                ("start", String(start)), ("rows", String(rows)),
            ]
    }
}
