import FoundationEssentials

/// The catalogue's internal id of a dataset: what stands in its address (`/datasets/{id}`).
public struct DatasetID: Hashable, Sendable, Codable {
    public var rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// How open a dataset is, as far as its access rights can be understood.
public enum AccessLevel: String, Hashable, Sendable, Codable {
    /// What the catalogue says of who may have it; `external` ones are asked for elsewhere.
    case open, restricted, nonPublic, external, unknown

    /// From words that say no more than how open something is; nil for all others, which are terms.
    public init?(words: String) {
        guard let letters = Self.letters(of: words) else { return nil }
        self.init(letters: letters)
    }

    /// Small, without all else; nil where there are more of them than any of the words has. Asked of every row, and nearly
    /// all are ASCII.
    private static func letters(of words: String) -> String? {
        guard words.utf8.allSatisfy({ $0 < 0x80 }) else { return words.lowercased().filter(\.isLetter) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestWord) { letters in
            var count = 0
            for byte in words.utf8 where 0x61...0x7A ~= byte | 0x20 {
                guard count < longestWord else { return nil }
                letters[count] = byte | 0x20
                count += 1
            }
            return String(decoding: letters[..<count], as: UTF8.self)
        }
    }

    /// Letters of `metadataonlyaccess`.
    private static let longestWord = 18

    private init?(letters: String) {
        switch letters {
        case "public", "open", "openaccess", "publicaccess": self = .open
        case "restricted", "restrictedaccess", "controlled", "controlledaccess", "registered", "registeredaccess",
            "sensitive", "confidential", "embargoed", "embargoedaccess":
            self = .restricted
        case "nonpublic", "private", "closed", "closedaccess", "notpublic", "metadataonly", "metadataonlyaccess":
            self = .nonPublic
        default: return nil
        }
    }
}

/// One dataset as a search result shows it.
public struct DatasetSummary: Hashable, Sendable, Codable {
    public var id: DatasetID
    /// What access management knows the dataset by; without one it cannot be requested.
    public var identifier: String?
    /// As its publisher calls it. Text of others: may hold anything.
    public var title: String
    public var description: String
    /// Who publishes it.
    public var publishers: [String]
    /// What it is about (`dcat:theme`).
    public var themes: [LabelledValue]
    /// Words to find it by (`dcat:keyword`).
    public var keywords: [String]
    /// The part of the catalogue that it is from; nil where there are no parts.
    public var catalogue: String?
    /// When it was described first (`dcterms:issued`).
    public var created: Date?
    /// When its description changed last (`dcterms:modified`).
    public var modified: Date?
    /// Who may have it (`dcterms:accessRights`): a URI with its label.
    public var accessRights: LabelledValue?
    /// What `accessRights` means.
    public var accessLevel: AccessLevel
    /// How many people the data is about.
    public var individuals: Int?
    /// How many records the Beacon network found in it.
    public var records: Int?
    /// In how many forms it is to be had.
    public var distributionCount: Int?
    /// The beginning of the time that the data is of (`dcterms:temporal`).
    public var coverageStart: Date?
    /// The end of the time that the data is of.
    public var coverageEnd: Date?
    /// Whether it is a series, which holds no data itself (`dcat:DatasetSeries`).
    public var isSeries: Bool
    /// Whether it is part of a series; nil where that is not told, and in what was kept before it was known.
    public var isInSeries: Bool?
    /// Governed outside of the portal: cannot go into the basket, access is asked for at the provider.
    public var isExternallyGoverned: Bool
    /// What access is decided by, where the catalogue says so: datasets of different workflows cannot be requested
    /// together. REMS's word.
    public var workflow: String?
    /// What rights and archives call it, where that is not `identifier`: the resource of a REMS whose catalogue items
    /// are the datasets.
    public var resource: String?

    public init(
        id: DatasetID, identifier: String? = nil, title: String, description: String = "", publishers: [String] = [],
        themes: [LabelledValue] = [], keywords: [String] = [], catalogue: String? = nil, created: Date? = nil,
        modified: Date? = nil, accessRights: LabelledValue? = nil, accessLevel: AccessLevel = .unknown,
        individuals: Int? = nil, records: Int? = nil, distributionCount: Int? = nil, coverageStart: Date? = nil,
        coverageEnd: Date? = nil, isSeries: Bool = false, isInSeries: Bool? = nil, isExternallyGoverned: Bool = false
    ) {
        self.id = id
        self.identifier = identifier
        self.title = title
        self.description = description
        self.publishers = publishers
        self.themes = themes
        self.keywords = keywords
        self.catalogue = catalogue
        self.created = created
        self.modified = modified
        self.accessRights = accessRights
        self.accessLevel = accessLevel
        self.individuals = individuals
        self.records = records
        self.distributionCount = distributionCount
        self.coverageStart = coverageStart
        self.coverageEnd = coverageEnd
        self.isSeries = isSeries
        self.isInSeries = isInSeries
        self.isExternallyGoverned = isExternallyGoverned
    }
}

extension DatasetSummary {
    /// What the catalogue says of access in words that are more than a level; nil where the level says it all.
    public var termsOfAccess: String? {
        guard let rights = accessRights, !rights.label.isEmpty else { return nil }
        if accessLevel == .unknown { return rights.label }
        // A level's own name, or an address that was understood.
        return rights.label == rights.value || AccessLevel(words: rights.label) != nil ? nil : rights.label
    }
}

/// One row of a search answer: a bad record never hides the good ones beside it.
public enum SearchResult: Hashable, Sendable, Codable {
    /// A record that could be read.
    case dataset(DatasetSummary)
    /// A record that could not be understood: its id if there was one, and why.
    case unreadable(id: String?, reason: Reason)

    /// The dataset; nil for a record that could not be read.
    public var dataset: DatasetSummary? {
        if case .dataset(let summary) = self { summary } else { nil }
    }
}
