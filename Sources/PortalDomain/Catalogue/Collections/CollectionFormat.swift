/// The forms in which several datasets are written into a file. The raw values are what `portal export --format` takes.
public enum CollectionFormat: String, Hashable, Sendable, CaseIterable {
    /// A row a dataset: comma-separated values (RFC 4180) and tab-separated ones.
    case csv, tsv
    /// A JSON object a line (docs/schemas/search.json).
    case ndjson
    /// Citations: BibTeX, and the JSON of the Citation Style Language.
    case bibtex, csl
    /// A row a file, for a workflow: tab-separated.
    case manifest
    /// The same, comma-separated.
    case manifestCSV = "manifest-csv"
    /// A JSON object a dataset, with its files (docs/schemas/manifest.json).
    case manifestJSON = "manifest-json"
    /// The catalogue's own descriptions, a file a dataset: JSON-LD.
    case jsonLD = "jsonld"
    /// Turtle.
    case turtle = "ttl"
    /// RDF/XML.
    case rdfXML = "rdf"

    /// What a file of it is called by.
    public var fileExtension: String {
        switch self {
        case .csv, .manifestCSV: "csv"
        case .tsv, .manifest: "tsv"
        case .ndjson, .manifestJSON: "ndjson"
        case .bibtex: "bib"
        case .csl: "json"
        case .jsonLD, .turtle, .rdfXML: rawValue
        }
    }

    /// By what a file is called, in small letters and without the dot; nil for what no form ends with.
    public init?(ending: String) {
        guard let format = Self.allCases.first(where: { $0.fileExtension == ending }) else { return nil }
        self = format
    }

    /// Of the catalogue's own descriptions; nil for what is written here. Each of them names its blank nodes for itself,
    /// so that two of them in one file would say something else: they go into a folder.
    public var description: ExportFormat? {
        switch self {
        case .jsonLD: .jsonLD
        case .turtle: .turtle
        case .rdfXML: .rdfXML
        case .csv, .tsv, .ndjson, .bibtex, .csl, .manifest, .manifestCSV, .manifestJSON: nil
        }
    }

    /// Whether more is needed of a dataset than a search tells: then each is asked for by itself.
    public var needsDetail: Bool {
        switch self {
        case .csv, .tsv, .ndjson, .jsonLD, .turtle, .rdfXML: false
        case .bibtex, .csl, .manifest, .manifestCSV, .manifestJSON: true
        }
    }

    /// Whether it is a list of files.
    public var isManifest: Bool { [.manifest, .manifestCSV, .manifestJSON].contains(self) }
}

/// Which datasets are written.
public enum DatasetCollection: Equatable, Sendable {
    /// In this order.
    case datasets([DatasetID])
    /// All that it finds, or so many of the first.
    case search(SearchQuery, most: Int?)
}

extension DatasetCollection {
    /// Whether it is written as a folder of files: several descriptions do not make one document.
    public func isFolder(as format: CollectionFormat) -> Bool {
        guard format.description != nil else { return false }
        if case .datasets(let ids) = self { return ids.count != 1 }
        return true
    }
}

/// What became of writing several datasets.
public struct CollectionReport: Equatable, Sendable {
    /// Where it lies: a file or a folder. Nil for standard output.
    public var path: String?
    /// How many datasets are in it.
    public var datasets = 0
    /// Of a manifest: how many files.
    public var files = 0
    /// Of a manifest: datasets that name no files.
    public var withoutFiles = 0
    /// Records of a search that could not be understood.
    public var unreadable = 0
    /// What could not be had, and why.
    public var missing: [Missing] = []

    /// A dataset that could not be had.
    public struct Missing: Equatable, Sendable {
        public var id: DatasetID
        /// Why.
        public var error: PortalError

        public init(_ id: DatasetID, _ error: PortalError) {
            (self.id, self.error) = (id, error)
        }
    }

    public init() {}

    /// All is there that was asked for.
    public var isWhole: Bool { missing.isEmpty && unreadable == 0 }
}

/// How far writing several datasets is.
public struct CollectionProgress: Hashable, Sendable {
    /// How many datasets were looked at.
    public var done: Int
    /// Of how many; nil before a search has told.
    public var total: Int?

    public init(done: Int, total: Int?) {
        self.done = done
        self.total = total
    }
}
