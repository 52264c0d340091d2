import FoundationEssentials

/// The browser pane: the search, what it found, and the dataset that is open.
public struct BrowserState: Equatable, Sendable {
    public enum Focus: Equatable, Sendable { case list, search, facets, detail }

    public var focus: Focus = .list
    /// Where the dataset that takes the keys was opened from, when that was not the list.
    public var openedFrom: Screen?
    /// What is asked for; `results.query` is what is shown.
    public var query = SearchQuery()
    public var searchField = TextBuffer()
    /// What was changed of the query by commands, newest last, to be taken back.
    var changes: [SearchChange] = []
    public var results = ResultList()
    /// Index of the chosen result in the whole result set.
    public var selection = 0
    /// Index of the first result in sight.
    public var top = 0
    public var marks = Marks()
    /// Where a range of marks begins: the row of the last marked dataset in the results that are shown.
    public var markAnchor: Int?
    public var facets = FacetPanel()
    /// The dataset that is open (or previewed on a wide screen).
    public var detail: DatasetState?
    /// The datasets from which the open one was opened, outermost first: the way back.
    public var trail: [DatasetState] = []
    /// Datasets that were fetched in this run, so that going back is instant. Newest last, bounded.
    public var fetched: [FetchedDataset] = []

    public init() {}

    public var selectedDataset: DatasetSummary? { results[selection]?.dataset }

    mutating func dropMarks() {
        marks = Marks()
        markAnchor = nil
    }
}

/// Datasets that were marked, in the order of marking. They are kept whole, because the page of the results that a
/// mark was set on may be gone when the marks are used.
public struct Marks: Equatable, Sendable {
    public private(set) var datasets: [DatasetSummary] = []
    private var ids: Set<DatasetID> = []

    public init() {}

    public var isEmpty: Bool { ids.isEmpty }
    public var count: Int { ids.count }
    public func contains(_ id: DatasetID) -> Bool { ids.contains(id) }

    public mutating func insert(_ dataset: DatasetSummary) {
        if ids.insert(dataset.id).inserted { datasets.append(dataset) }
    }

    /// False when it was not marked.
    public mutating func remove(_ id: DatasetID) -> Bool {
        guard ids.remove(id) != nil else { return false }
        datasets.removeAll { $0.id == id }
        return true
    }
}

/// A virtual list: as long as the result set, with the pages around the view in memory.
public struct ResultList: Equatable, Sendable {
    public static let pageSize = 50
    /// More than any catalogue has. A service that claims more must not make row numbers overflow.
    static let greatestTotal = 1_000_000_000

    /// The query that these results answer.
    public var query: SearchQuery?
    public var total = 0
    public var pages: [Int: [SearchResult]] = [:]
    public var fetchedAt: Date?
    /// Of the last whole search, in seconds.
    public var duration: Double?
    /// The last refresh failed, or these were kept from an earlier answer that is not fresh any more: shown, and marked.
    public var isStale = false
    /// Kept from an earlier answer: its further pages may be, too.
    var isKept = false
    /// Pages of the list before, shown until they are asked for again.
    var outdated: Set<Int> = []
    public var error: PortalError?
    public var beaconError: String?
    /// Searches under way by page; page 0 is the search itself.
    public var pending: [Int: Pending] = [:]

    public init() {}

    /// Whether a page has to be asked for and is not yet.
    func lacks(_ page: Int) -> Bool { (pages[page] == nil || outdated.contains(page)) && pending[page] == nil }

    public subscript(index: Int) -> SearchResult? {
        guard index >= 0, let page = pages[index / Self.pageSize] else { return nil }
        let offset = index % Self.pageSize
        return offset < page.count ? page[offset] : nil
    }
}

/// The facet panel: the catalogue's filters, what is ticked, and where the cursor is.
public struct FacetPanel: Equatable, Sendable {
    /// As the last answer counted them; before that, as the catalogue lists them.
    public var filters: [Filter] = []
    /// What the counts of a filter were made for, beside its own ticks.
    var bases: [FilterKey: SearchQuery] = [:]
    public var pending: Pending?
    /// When the catalogue last listed them.
    public var fetchedAt: Date?
    /// The values of one filter, asked for because the list came without them, or without all of them.
    public var valuesPending: Pending?
    var valuesPendingFor: FilterKey?
    /// Filters whose values are all here.
    var whole: Set<FilterKey> = []
    public var error: PortalError?
    /// Shown as an overlay where the screen is narrow.
    public var isOpen = false
    /// Which filter the cursor is in.
    public var filter = 0
    /// Which of the filter's listed values.
    public var value = 0
    /// Type to find inside the panel.
    public var find = TextBuffer()
    /// The condition being typed for a number, date or free-text filter.
    public var condition: Condition?

    public struct Condition: Equatable, Sendable {
        public var comparison: FacetOperator
        public var value: TextBuffer
        /// The entry that the value is for, of a filter that has entries.
        public var entry: LabelledValue?

        public init(comparison: FacetOperator, value: TextBuffer = TextBuffer(), entry: LabelledValue? = nil) {
            self.entry = entry
            self.comparison = comparison
            self.value = value
        }
    }

    public init() {}
}

/// A dataset that the service gave in this run, or that was kept from one before.
public struct FetchedDataset: Equatable, Sendable {
    public var detail: DatasetDetail
    public var at: Date

    public init(_ detail: DatasetDetail, at: Date) {
        self.detail = detail
        self.at = at
    }
}

/// The datasets of a series, as far as they have been fetched.
public struct SeriesList: Equatable, Sendable {
    public var datasets: [DatasetSummary] = []
    /// Nil until the first answer.
    public var total: Int?
    /// How many results have been asked for and answered, readable or not.
    var answered = 0
    var pages = 0
    public var pending: Pending?
    public var error: PortalError?
    public var selection = 0
    public var top = 0

    public init() {}

    public var selected: DatasetSummary? { datasets.indices.contains(selection) ? datasets[selection] : nil }
}

/// A dataset on screen.
public struct DatasetState: Equatable, Sendable {
    public enum Tab: Int, Equatable, Sendable, CaseIterable {
        case overview, files, details, contacts, links, members

        public var label: String {
            switch self {
            case .overview: "Overview"
            case .members: "Datasets"
            case .files: "Files"
            case .details: "Details"
            case .contacts: "Contacts"
            case .links: "Links"
            }
        }
    }

    public var id: DatasetID
    /// What the result list already knew, shown until the rest is there.
    public var summary: DatasetSummary?
    public var detail: DatasetDetail?
    /// When the service gave the detail.
    public var fetchedAt: Date?
    public var pending: Pending?
    public var error: PortalError?
    public var tab = Tab.overview
    /// First line in sight.
    public var offset = 0
    /// Of a series: its datasets.
    public var members: SeriesList?

    /// The parts that it has, in their order.
    public var tabs: [Tab] {
        (detail?.summary ?? summary)?.isSeries == true
            ? [.overview, .members, .files, .details, .contacts, .links]
            : [.overview, .files, .details, .contacts, .links]
    }

    public init(id: DatasetID, summary: DatasetSummary? = nil) {
        self.id = id
        self.summary = summary
    }
}
