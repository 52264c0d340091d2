import FoundationEssentials
import JSONStream
import PortalDomain

/// The last results as they lie in their file: JSON whose fields are named and read one by one.
///
/// Everything else that is kept goes by Codable. This file is read before the first frame, and there reflection costs a
/// third of the whole start: the runtime looks through some ten thousand conformances for each type that it meets for the
/// first time. What is seldom there (a narrowed search, a record that could not be read) is left to Codable all the same,
/// as a text within the text.
enum KeptResultsFormat {
    /// Goes up when what is written here changes its shape.
    static let number: Int64 = 3

    /// What lies in the file.
    struct Contents: Hashable {
        /// Whose results they are, as in `AnswerKey`.
        var portal: String
        /// See `portal`.
        var owner: String
        /// What was found, when and by which search.
        var results: StoredResults
    }

    /// - Throws: what Codable throws of the parts that are left to it.
    static func text(of contents: Contents) throws -> [UInt8] {
        let results = contents.results
        var fields: [String: JSONValue] = [
            "format": .integer(number), "portal": .string(contents.portal), "owner": .string(contents.owner),
            "at": .number(results.at.timeIntervalSinceReferenceDate),
            "start": .integer(Int64(results.page.start)), "total": .integer(Int64(results.page.total)),
            "results": .array(try results.page.results.map(value)),
            "filters": .array(results.page.filters.map(value)),
        ]
        fields["beaconError"] = results.page.beaconError.map(JSONValue.string)
        fields["isCut"] = results.page.isCut.map(JSONValue.bool)
        if results.query != SearchQuery() { fields["query"] = try nested(results.query) }
        return try JSONStream.encode(JSONValue.object(fields), dates: .seconds)
    }

    /// - Returns: nil for what is no such text, or one of another format.
    static func contents(of text: Data) -> Contents? {
        guard let json = try? JSONReader.read(text), json["format"] == .integer(number),
            let portal = json["portal"].string, let owner = json["owner"].string, let at = json["at"].date,
            let start = json["start"].int, let total = json["total"].int,
            let results = json["results"].each(result), let filters = json["filters"].each(filter)
        else { return nil }
        var query = SearchQuery()
        if json["query"] != .null {
            guard let narrowed: SearchQuery = denested(json["query"]) else { return nil }
            query = narrowed
        }
        let page = SearchPage(
            start: start, total: total, results: results, filters: filters, beaconError: json["beaconError"].string,
            isCut: json["isCut"] == .bool(true) ? true : nil)
        return Contents(
            portal: portal, owner: owner, results: StoredResults(query: query, page: page, at: at))
    }

    // MARK: What is left to Codable

    private static func nested(_ value: some Encodable) throws -> JSONValue {
        .string(String(decoding: try JSONStream.encode(value, dates: .seconds), as: UTF8.self))
    }

    private static func denested<Value: Decodable>(_ json: JSONValue) -> Value? {
        json.string.flatMap { try? JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
    }

    private static func value(_ result: SearchResult) throws -> JSONValue {
        switch result {
        case .dataset(let summary): summary.keptValue
        case .unreadable: try nested(result)
        }
    }

    private static func result(_ json: JSONValue) -> SearchResult? {
        if case .string = json { return denested(json) }
        return DatasetSummary(kept: json).map(SearchResult.dataset)
    }

    // MARK: Filters

    private static func value(_ filter: Filter) -> JSONValue {
        var fields: [String: JSONValue] = [
            "source": .string(filter.key.source), "key": .string(filter.key.key), "kind": .string(filter.kind.rawValue),
            "label": .string(filter.label), "values": .array(filter.values.map(value)),
            "operators": .array(filter.operators.map { .string($0.rawValue) }),
        ]
        fields["group"] = filter.group.map(JSONValue.string)
        fields["help"] = filter.help.map(JSONValue.string)
        fields["minimum"] = filter.minimum.map(JSONValue.string)
        fields["maximum"] = filter.maximum.map(JSONValue.string)
        return .object(fields)
    }

    private static func filter(_ json: JSONValue) -> Filter? {
        guard let source = json["source"].string, let key = json["key"].string,
            let kind = json["kind"].string.flatMap(FilterKind.init), let label = json["label"].string,
            let values = json["values"].each(filterValue),
            let operators = json["operators"].each({ $0.string.flatMap(FacetOperator.init) })
        else { return nil }
        return Filter(
            key: FilterKey(source: source, key: key), group: json["group"].string, kind: kind, label: label,
            help: json["help"].string, values: values, operators: operators, minimum: json["minimum"].string,
            maximum: json["maximum"].string)
    }

    /// `[value, label, count]`: a page has some hundreds of them.
    private static func value(_ value: FilterValue) -> JSONValue {
        .array(
            [.string(value.term.value), .string(value.term.label)]
                + (value.count.map { [.integer(Int64($0))] } ?? []))
    }

    private static func filterValue(_ json: JSONValue) -> FilterValue? {
        guard case .array(let parts) = json, parts.count >= 2, let value = parts[0].string, let label = parts[1].string
        else { return nil }
        return FilterValue(term: LabelledValue(value: value, label: label), count: parts.count > 2 ? parts[2].int : nil)
    }
}
