/// The forms in which a catalogue gives out a dataset's description.
public enum ExportFormat: String, Hashable, Sendable, Codable, CaseIterable {
    /// RDF 1.1 XML Syntax.
    case rdfXML = "rdf"
    /// RDF 1.1 Turtle.
    case turtle = "ttl"
    /// JSON-LD 1.1.
    case jsonLD = "jsonld"

    /// As HTTP names it.
    public var mediaType: String {
        switch self {
        case .rdfXML: "application/rdf+xml"
        case .turtle: "text/turtle"
        case .jsonLD: "application/ld+json"
        }
    }
}

/// Somebody who publishes datasets.
public struct Organization: Hashable, Sendable, Codable {
    public var id: String
    /// The organisation's name for people.
    public var title: String
    public var description: String?
    /// How many datasets it has; nil where that is not told.
    public var datasetCount: Int?

    public init(id: String, title: String, description: String? = nil, datasetCount: Int? = nil) {
        self.id = id
        self.title = title
        self.description = description
        self.datasetCount = datasetCount
    }
}

/// What a service says of itself when it is asked whether it is well.
public struct ServiceStatus: Hashable, Sendable, Codable {
    /// The service's version, as it tells it.
    public var version: String?
    /// In the service's words, such as `UP`, or what was found of it.
    public var reason: Reason?

    public init(version: String? = nil, because reason: Reason?) {
        self.version = version
        self.reason = reason
    }

    public init(version: String? = nil, words: String? = nil) {
        self.init(version: version, because: words.map(Reason.words))
    }

    /// In English.
    public var words: String? { reason?.sentence }

    private enum CodingKeys: String, CodingKey {
        case version
        case reason = "words"
    }
}
