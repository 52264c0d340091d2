import PortalDomain

/// The parameters of `package_search`.
struct CKANSearch {
    var query: [(name: String, value: String)]

    /// - Parameters:
    ///   - facets: fields to count.
    ///   - facetLimit: values a field; CKAN's own default is 50, and -1 means all.
    ///   - seesPrivate: whether there is a token whose owner may see private datasets.
    init(
        _ search: SearchQuery, start: Int, rows: Int, facets: [String], facetLimit: Int = 50, seesPrivate: Bool = false
    ) {
        let solr = SolrQuery(search)
        query = [("q", solr.q)]
        if let fq = solr.fq { query.append(("fq", fq)) }
        query += [
            ("sort", search.sort.serviceValue), ("start", String(max(0, start))),
            // More are cut off at the server without a word.
            ("rows", String(min(max(0, rows), 1000))),
        ]
        if !facets.isEmpty {
            query += [("facet.field", Self.list(facets)), ("facet.limit", String(facetLimit))]
        }
        if seesPrivate { query.append(("include_private", "true")) }
    }

    /// A list of names as JSON. Field names need no escapes.
    private static func list(_ names: [String]) -> String {
        "[" + names.map { "\"\($0.filter { $0 != "\"" && $0 != "\\" })\"" }.joined(separator: ",") + "]"
    }

    /// The same as a JSON object, as the GDI extension takes it by POST.
    var body: [String: CKANParameter] {
        Dictionary(query.map { ($0.name, CKANParameter($0.name, $0.value)) }) { _, last in last }
    }
}

/// A text, or a number where `ckan.yaml` has one.
enum CKANParameter: Encodable {
    case text(String)
    case number(Int)

    init(_ name: String, _ value: String) {
        if ["start", "rows", "facet.limit"].contains(name), let number = Int(value) {
            self = .number(number)
        } else {
            self = .text(value)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}
