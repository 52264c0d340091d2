// Both are written as the compiler would write them, `{"filterValues":{"_0":…,"_1":…}}`, so that answers that are kept on
// disks stay readable. By its own way it looks up a type of keys for every case that there is, whichever is written, and
// each is a search through all that the program's libraries have: a third of a million instructions, 27 times a kept answer.

/// A case's name, and the names of what it holds.
private struct CaseKey: CodingKey {
    let stringValue: String

    init(_ name: String) { stringValue = name }

    init?(stringValue: String) { self.init(stringValue) }

    var intValue: Int? { nil }

    init?(intValue: Int) { nil }
}

/// What a case holds, by its places.
private struct CaseWriter {
    var held: KeyedEncodingContainer<CaseKey>

    init(_ name: String, _ encoder: any Encoder) {
        var container = encoder.container(keyedBy: CaseKey.self)
        held = container.nestedContainer(keyedBy: CaseKey.self, forKey: CaseKey(name))
    }

    mutating func put(_ value: some Encodable, _ name: String = "_0") throws {
        try held.encode(value, forKey: CaseKey(name))
    }

    /// Of a case that holds one.
    static func write(_ name: String, _ value: some Encodable, _ encoder: any Encoder) throws {
        var writer = CaseWriter(name, encoder)
        try writer.put(value)
    }
}

/// The one case that was written, and what it holds.
private struct CaseReader {
    let name: String
    private let held: KeyedDecodingContainer<CaseKey>

    init(_ decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CaseKey.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "one case is wanted"))
        }
        name = key.stringValue
        held = try container.nestedContainer(keyedBy: CaseKey.self, forKey: key)
    }

    func take<Value: Decodable>(_ name: String = "_0") throws -> Value {
        try held.decode(Value.self, forKey: CaseKey(name))
    }

    /// Of a version that has other cases.
    var unknown: DecodingError {
        .dataCorrupted(.init(codingPath: held.codingPath, debugDescription: "no case is called \(name)"))
    }
}

extension Question: Codable {
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .search(let query, let start, let rows):
            var writer = CaseWriter("search", encoder)
            try writer.put(query)
            try writer.put(start, "start")
            try writer.put(rows, "rows")
        case .filters: _ = CaseWriter("filters", encoder)
        case .filterValues(let key): try CaseWriter.write("filterValues", key, encoder)
        case .dataset(let id): try CaseWriter.write("dataset", id, encoder)
        case .frequencies(let query): try CaseWriter.write("frequencies", query, encoder)
        case .applications: _ = CaseWriter("applications", encoder)
        case .application(let id): try CaseWriter.write("application", id, encoder)
        case .entitlements: _ = CaseWriter("entitlements", encoder)
        case .passport: _ = CaseWriter("passport", encoder)
        case .catalogue: _ = CaseWriter("catalogue", encoder)
        case .form(let identifiers):
            var writer = CaseWriter("form", encoder)
            try writer.put(identifiers, "identifiers")
        case .earlier(let ids): try CaseWriter.write("earlier", ids, encoder)
        case .dataUses(let subjects): try CaseWriter.write("dataUses", subjects, encoder)
        case .organizations: _ = CaseWriter("organizations", encoder)
        case .health(let place): try CaseWriter.write("health", place, encoder)
        }
    }

    public init(from decoder: any Decoder) throws {
        let reader = try CaseReader(decoder)
        switch reader.name {
        case "search":
            self = .search(try reader.take(), start: try reader.take("start"), rows: try reader.take("rows"))
        case "filters": self = .filters
        case "filterValues": self = .filterValues(try reader.take())
        case "dataset": self = .dataset(try reader.take())
        case "frequencies": self = .frequencies(try reader.take())
        case "applications": self = .applications
        case "application": self = .application(try reader.take())
        case "entitlements": self = .entitlements
        case "passport": self = .passport
        case "catalogue": self = .catalogue
        case "form": self = .form(identifiers: try reader.take("identifiers"))
        case "earlier": self = .earlier(try reader.take())
        case "dataUses": self = .dataUses(try reader.take())
        case "organizations": self = .organizations
        case "health": self = .health(try reader.take())
        default: throw reader.unknown
        }
    }
}

extension Answer: Codable {
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .page(let page): try CaseWriter.write("page", page, encoder)
        case .filters(let filters): try CaseWriter.write("filters", filters, encoder)
        case .filterValues(let key, let values):
            var writer = CaseWriter("filterValues", encoder)
            try writer.put(key)
            try writer.put(values, "_1")
        case .dataset(let detail): try CaseWriter.write("dataset", detail, encoder)
        case .frequencies(let rows): try CaseWriter.write("frequencies", rows, encoder)
        case .applications(let list): try CaseWriter.write("applications", list, encoder)
        case .application(let application): try CaseWriter.write("application", application, encoder)
        case .entitlements(let list): try CaseWriter.write("entitlements", list, encoder)
        case .passport(let report): try CaseWriter.write("passport", report, encoder)
        case .catalogue(let facts): try CaseWriter.write("catalogue", facts, encoder)
        case .earlier(let list): try CaseWriter.write("earlier", list, encoder)
        case .dataUses(let list): try CaseWriter.write("dataUses", list, encoder)
        case .organizations(let list): try CaseWriter.write("organizations", list, encoder)
        case .health(let finding): try CaseWriter.write("health", finding, encoder)
        }
    }

    public init(from decoder: any Decoder) throws {
        let reader = try CaseReader(decoder)
        switch reader.name {
        case "page": self = .page(try reader.take())
        case "filters": self = .filters(try reader.take())
        case "filterValues": self = .filterValues(try reader.take(), try reader.take("_1"))
        case "dataset": self = .dataset(try reader.take())
        case "frequencies": self = .frequencies(try reader.take())
        case "applications": self = .applications(try reader.take())
        case "application": self = .application(try reader.take())
        case "entitlements": self = .entitlements(try reader.take())
        case "passport": self = .passport(try reader.take())
        case "catalogue": self = .catalogue(try reader.take())
        case "earlier": self = .earlier(try reader.take())
        case "dataUses": self = .dataUses(try reader.take())
        case "organizations": self = .organizations(try reader.take())
        case "health": self = .health(try reader.take())
        default: throw reader.unknown
        }
    }
}
