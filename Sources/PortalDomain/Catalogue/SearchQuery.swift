/// What a researcher looks for. Every search is a value: it can be kept, repeated and compared.
public struct SearchQuery: Hashable, Sendable, Codable {
    /// The words as they were typed; never syntax of the service.
    public var text: String
    /// The facets that narrow it; all of them hold.
    public var facets: [FacetSelection]
    /// The order of the results.
    public var sort: SearchSort
    /// Whether all the words or any of them.
    public var matching: Matching
    /// Ask the Beacon network too, which facets of its own need. Always sent: the service's own default is true.
    public var includeBeacon: Bool

    /// Whether all words must match or any of them. Facets of different filters always narrow, and values of one filter
    /// always widen.
    public enum Matching: String, Hashable, Sendable, Codable {
        /// All of them: `AND` on the wire.
        case all = "AND"
        /// Any of them: `OR` on the wire.
        case any = "OR"
    }

    public init(
        text: String = "", facets: [FacetSelection] = [], sort: SearchSort = .relevance, matching: Matching = .all,
        includeBeacon: Bool = false
    ) {
        self.text = text
        self.facets = facets
        self.sort = sort
        self.matching = matching
        self.includeBeacon = includeBeacon
    }
}

/// The orders that a catalogue offers.
public enum SearchSort: String, Hashable, Sendable, Codable, CaseIterable {
    /// The orders that services know.
    case relevance, newest, oldest, recentlyAdded, titleAscending, titleDescending

    /// In a word or two, in English.
    public var label: String {
        switch self {
        case .relevance: "relevance"
        case .newest: "modified, newest first"
        case .oldest: "modified, oldest first"
        case .recentlyAdded: "added, newest first"
        case .titleAscending: "title A–Z"
        case .titleDescending: "title Z–A"
        }
    }
}

/// How a facet's value is compared. Raw values are the contract's (`discovery.yaml`, `Operator`).
public enum FacetOperator: String, Hashable, Sendable, Codable, CaseIterable {
    /// Is.
    case equal = "="
    /// Is less than.
    case less = "<"
    /// Is greater than.
    case greater = ">"
    /// Is not.
    case not = "!"
    /// Is at least.
    case greaterOrEqual = ">="
    /// Is at most.
    case lessOrEqual = "<="
}

/// One condition that narrows a search; shown as a pill that can be removed.
public struct FacetSelection: Hashable, Sendable, Codable {
    /// Which filter.
    public var filter: FilterKey
    /// What its values are.
    public var kind: FilterKind
    /// The value that is sent, with the label that is shown.
    public var value: LabelledValue
    /// How a dataset's value stands to it.
    public var comparison: FacetOperator
    /// What the pill says before the colon.
    public var filterLabel: String
    /// Of a filter with entries: the key of the entry that the value is for.
    public var entry: String?

    public init(
        filter: FilterKey, kind: FilterKind, value: LabelledValue, comparison: FacetOperator = .equal,
        filterLabel: String, entry: String? = nil
    ) {
        self.entry = entry
        self.filter = filter
        self.kind = kind
        self.value = value
        self.comparison = comparison
        self.filterLabel = filterLabel
    }
}

/// A filter's name within its source (`ckan` or `beacon`).
public struct FilterKey: Hashable, Sendable, Codable {
    /// Who answers: `ckan` or `beacon`.
    public var source: String
    /// The filter's own name there.
    public var key: String

    public init(source: String, key: String) {
        self.source = source
        self.key = key
    }

    /// Answered by the network of Beacons, which is asked only on behalf of people who signed in.
    public var isOfBeacon: Bool { source == "beacon" }
}

extension FacetSelection {
    /// Whether the Beacon network answers it.
    public var isOfBeacon: Bool { filter.isOfBeacon }

    /// The datasets of a series, which name it by its title: as the web portal of GDI finds them.
    public static func series(_ title: String) -> FacetSelection {
        FacetSelection(
            filter: seriesFilter, kind: .freeText, value: LabelledValue(value: title, label: title),
            filterLabel: "Series")
    }

    /// Whether it asks for the members of a series.
    public var isSeries: Bool { filter == Self.seriesFilter }

    private static let seriesFilter = FilterKey(source: "ckan", key: "vocab_in_series_title")
}

extension FacetSelection {
    /// A part of a line that no service can be asked, such as that a word must not occur: the mirror answers it.
    ///
    /// - Parameter text: as the line has it.
    public static func part(ofLine text: String) -> FacetSelection {
        FacetSelection(
            filter: lineFilter, kind: .freeText, value: LabelledValue(value: text, label: text), filterLabel: "")
    }

    /// Whether it is a part of a line that the mirror alone answers.
    public var isPartOfLine: Bool { filter == Self.lineFilter }

    /// Whether the mirror alone answers it.
    public var isOfMirror: Bool { filter.source == FilterKey.mirror }

    private static let lineFilter = FilterKey(source: FilterKey.mirror, key: "")
}

extension FilterKey {
    /// The source of what no service has a filter for, and the mirror can be filtered by.
    public static let mirror = "mirror"
}

/// Whom the screen asks about datasets.
public enum CatalogueSource: Hashable, Sendable {
    /// The portal's own service.
    case portal
    /// What is kept of its catalogue on this machine.
    case mirror
}

/// The kinds of filter of `discovery.yaml` (`FilterType`).
public enum FilterKind: String, Hashable, Sendable, Codable {
    /// One of the values that are offered.
    case dropdown = "DROPDOWN"
    /// Words that are typed.
    case freeText = "FREE_TEXT"
    /// Several things that belong together, such as a variant's parts.
    case entries = "ENTRIES"
    /// A time.
    case dateTime = "DATETIME"
    /// A number.
    case number = "NUMBER"

    /// For a person: never the name that the service has for it.
    public var words: String {
        switch self {
        case .dropdown: "list"
        case .freeText: "text"
        case .entries: "values by name"
        case .dateTime: "date"
        case .number: "number"
        }
    }
}

/// A filter that a catalogue offers.
public struct Filter: Hashable, Sendable, Codable {
    /// Who answers it, and by which name.
    public var key: FilterKey
    /// The heading that it stands under.
    public var group: String?
    /// What its values are.
    public var kind: FilterKind
    /// What it is called.
    public var label: String
    /// What it asks for; nil where the catalogue does not say.
    public var help: String?
    /// What is offered; empty where it is typed or fetched on its own.
    public var values: [FilterValue]
    /// How it can be compared; empty where it cannot.
    public var operators: [FacetOperator]
    /// Smallest and greatest value, where the service knows them.
    public var minimum: String?
    /// See `minimum`.
    public var maximum: String?

    public init(
        key: FilterKey, group: String? = nil, kind: FilterKind, label: String, help: String? = nil,
        values: [FilterValue] = [], operators: [FacetOperator] = [], minimum: String? = nil, maximum: String? = nil
    ) {
        self.key = key
        self.group = group
        self.kind = kind
        self.label = label
        self.help = help
        self.values = values
        self.operators = operators
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// A value of a filter with the number of datasets that have it, where the service counts.
public struct FilterValue: Hashable, Sendable, Codable {
    /// The value that is sent, with the label that is shown.
    public var term: LabelledValue
    /// How many results there would be; nil where that is not told.
    public var count: Int?

    public init(term: LabelledValue, count: Int? = nil) {
        self.term = term
        self.count = count
    }
}

/// One page of a search answer.
public struct SearchPage: Hashable, Sendable, Codable {
    /// Offset of the first result in the whole result set.
    public var start: Int
    /// Size of the whole result set.
    public var total: Int
    /// The records of the page, those that could not be read among them.
    public var results: [SearchResult]
    /// Filters with counts for this result set; empty when the service does not count.
    public var filters: [Filter]
    /// Why individual-level counts are missing, in the service's words; the results stand all the same.
    public var beaconError: String?
    /// The service has more than it gives, and `total` counts what it gives.
    public var isCut: Bool?
    /// Of a page that the mirror answered: how old and how complete that is.
    public var mirrored: MirrorRemarks?

    public init(
        start: Int, total: Int, results: [SearchResult], filters: [Filter] = [], beaconError: String? = nil,
        isCut: Bool? = nil, mirrored: MirrorRemarks? = nil
    ) {
        self.mirrored = mirrored
        self.start = start
        self.total = total
        self.results = results
        self.filters = filters
        self.beaconError = beaconError
        self.isCut = isCut
    }

    /// The answer to a search that cannot find anything, for which nobody has to be asked.
    public static func nothing(start: Int) -> SearchPage { SearchPage(start: start, total: 0, results: []) }
}
