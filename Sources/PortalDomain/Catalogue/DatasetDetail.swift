import FoundationEssentials

/// Everything that the service says of one dataset.
///
/// The fields that the program acts on have names of their own; all the others are kept as labelled entries in
/// sections, so that nothing that a service sends is left out of sight.
public struct DatasetDetail: Hashable, Sendable, Codable {
    /// What the list shows of it too.
    public var summary: DatasetSummary
    /// What else is known, by parts.
    public var sections: [DetailSection]
    /// In which forms its files are to be had.
    public var distributions: [Distribution]
    /// Whom to ask.
    public var contacts: [ContactPoint]
    /// The page of the dataset at its source.
    public var url: String?
    /// What it is part of, as far as that is in the same catalogue. Nil in what was kept before this was known.
    public var partOf: [DatasetReference]?
    /// Who made it, by name; nil where the catalogue does not say, and in what was kept before this was known.
    public var creators: [String]?
    /// As its publisher counts.
    public var version: String?
    /// Of the dataset as a whole, where that is said beside its files.
    public var licence: String?
    /// The variables of its data, where the catalogue describes them; `sections` has them too, to be read. Nil in what was
    /// kept before this was known.
    public var dictionary: [DataVariable]?

    public init(
        summary: DatasetSummary, sections: [DetailSection] = [], distributions: [Distribution] = [],
        contacts: [ContactPoint] = [], url: String? = nil, partOf: [DatasetReference] = [], creators: [String]? = nil,
        version: String? = nil, licence: String? = nil, dictionary: [DataVariable]? = nil
    ) {
        self.dictionary = dictionary
        self.partOf = partOf
        self.creators = creators
        self.version = version
        self.licence = licence
        self.summary = summary
        self.sections = sections
        self.distributions = distributions
        self.contacts = contacts
        self.url = url
    }

    /// Where access is asked for when the dataset is governed outside of the portal.
    public var accessURL: String? { distributions.lazy.compactMap(\.accessURL).first ?? url }
}

/// Another dataset of the catalogue, as a dataset names it.
public struct DatasetReference: Hashable, Sendable, Codable {
    public var id: DatasetID
    /// What it is called.
    public var title: String

    public init(id: DatasetID, title: String) {
        self.id = id
        self.title = title
    }
}

/// A group of fields of a dataset, such as "Governance".
public struct DetailSection: Hashable, Sendable, Codable {
    /// What it is called.
    public var title: String
    /// The facts of the part, in order.
    public var entries: [DetailEntry]

    public init(title: String, entries: [DetailEntry]) {
        self.title = title
        self.entries = entries
    }
}

/// One field with its values, ready to read. `help` is the service's explanation of the field.
public struct DetailEntry: Hashable, Sendable, Codable {
    /// What it is.
    public var label: String
    /// What it says; several where it has several.
    public var values: [String]
    /// Whether the values are addresses that can be opened.
    public var isAddress: Bool
    /// What the label means.
    public var help: String?

    public init(label: String, values: [String], isAddress: Bool = false, help: String? = nil) {
        self.label = label
        self.values = values
        self.isAddress = isAddress
        self.help = help
    }
}

/// A file, service or page through which a dataset is to be had.
public struct Distribution: Hashable, Sendable, Codable {
    /// What it is called.
    public var title: String
    public var description: String
    /// The format of the file, in the catalogue's words.
    public var format: String?
    /// The format as IANA names it.
    public var mediaType: String?
    /// Where it is asked for or opened.
    public var accessURL: String?
    /// Where the file itself lies.
    public var downloadURL: String?
    /// In bytes.
    public var byteSize: Int64?
    /// Under which licence.
    public var licence: String?
    /// What it is checked by; it stands among `entries` too.
    public var checksum: Checksum?
    /// What else the service says, as labelled entries.
    public var entries: [DetailEntry]

    public init(
        title: String, description: String = "", format: String? = nil, mediaType: String? = nil,
        accessURL: String? = nil, downloadURL: String? = nil, byteSize: Int64? = nil, licence: String? = nil,
        checksum: Checksum? = nil, entries: [DetailEntry] = []
    ) {
        self.checksum = checksum
        self.title = title
        self.description = description
        self.format = format
        self.mediaType = mediaType
        self.accessURL = accessURL
        self.downloadURL = downloadURL
        self.byteSize = byteSize
        self.licence = licence
        self.entries = entries
    }
}

/// Whom to ask about a dataset.
public struct ContactPoint: Hashable, Sendable, Codable {
    /// Who it is.
    public var name: String
    /// The address for mail.
    public var email: String?
    /// Pages about it.
    public var urls: [String]

    /// In one line; many catalogues give the address for the name too.
    public var words: String {
        let email = email == name ? nil : email
        return ([name, email].compactMap(\.self) + urls).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    public init(name: String, email: String? = nil, urls: [String] = []) {
        self.name = name
        self.email = email
        self.urls = urls
    }
}
