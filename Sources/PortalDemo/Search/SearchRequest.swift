/// `DatasetSearchQuery` of discovery.yaml.
struct SearchRequest: Decodable, Sendable {
    var query: String?
    var facets: [SearchFacet]?
    var sort: String?
    var rows: Int?
    var start: Int?
    var `operator`: QueryOperator?
    var includeBeacon: Bool?
}

/// `DatasetSearchQueryFacet` of discovery.yaml, without the `label` that it requires and nobody sends.
struct SearchFacet: Decodable, Sendable {
    var source: String?
    var type: FilterType?
    var key: String?
    var value: String?
    var `operator`: FilterOperator?
    var entries: [FacetEntry]?

    struct FacetEntry: Decodable, Sendable {
        let key: String
        let value: String
    }
}

enum FilterType: String, Codable, Sendable {
    case dropdown = "DROPDOWN"
    case freeText = "FREE_TEXT"
    case entries = "ENTRIES"
    case dateTime = "DATETIME"
    case number = "NUMBER"
}

enum FilterOperator: String, Codable, Sendable, CaseIterable {
    case equal = "="
    case less = "<"
    case greater = ">"
    case not = "!"
    case greaterOrEqual = ">="
    case lessOrEqual = "<="
}

enum QueryOperator: String, Codable, Sendable {
    case or = "OR"
    case and = "AND"
}
