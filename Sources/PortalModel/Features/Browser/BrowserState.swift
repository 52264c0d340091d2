import FoundationEssentials

/// The browser pane: the search, what it found, and the dataset that is open.
public struct BrowserState: Equatable, Sendable {
    /// Which part of the screen has the keys.
    public enum Focus: Equatable, Sendable { case list, search, facets, detail }

    /// The dataset's pane counts as `detail` whether it is beside the list or in its place.
    public var focus: Focus = .list
    /// Where the dataset that takes the keys was opened from, when that was not the list.
    public var openedFrom: Screen?
    /// Who is asked about datasets.
    public internal(set) var source = CatalogueSource.portal
    /// What is asked for; `results.query` is what is shown.
    public var query = SearchQuery()
    /// What is typed; it becomes `query.text` after a moment without a key.
    public var searchField = TextBuffer()
    /// The name of a dataset that is opened when the search that is under way finds it.
    var opensFound: String?
    /// What is known of the line in it while it is typed.
    public var entry = LineEntry()
    /// What was changed of the query by commands, newest last, to be taken back.
    var changes: [SearchChange] = []
    /// What the last search found, as far as it is fetched.
    public var results = ResultList()
    /// Seconds that the last answer to a search took; nil before the first.
    var answersTake: Double?
    /// Index of the chosen result in the whole result set.
    public var selection = 0
    /// Index of the first result in sight.
    public var top = 0
    /// Whether the results are a table, and with which columns.
    public var table = ListTable()
    /// Datasets that go into the basket together.
    public var marks = Marks()
    /// Where a range of marks begins: the row of the last marked dataset in the results that are shown.
    public var markAnchor: Int?
    /// By what the results are narrowed, and by what they can be.
    @Boxed public var facets = FacetPanel()
    /// The dataset that is open (or previewed on a wide screen).
    @Boxed public var detail: DatasetState?
    /// The preview is not drawn yet. While the list scrolls it waits until the cursor rests: a terminal can move whole rows
    /// alone, and the preview is another one then anyway. Beside a first list it waits until that has arrived.
    public var isPreviewAway = false
    /// The datasets from which the open one was opened, outermost first: the way back.
    public var trail: [DatasetState] = []
    /// Datasets that were fetched in this run, so that going back is instant. Newest last, bounded.
    public var fetched: [FetchedDataset] = []

    public init() { detail = nil }

    /// Under the cursor; nil while its page is not there.
    public var selectedDataset: DatasetSummary? { results[selection]?.dataset }

    /// The preview leaves when the list has scrolled by some rows, since it was at `top`. A page is drawn anew in any case.
    mutating func clearsWay(from top: Int, inSight: Int) {
        if self.top != top, abs(self.top - top) < inSight / 2 { isPreviewAway = true }
    }

    mutating func dropMarks() {
        marks = Marks()
        markAnchor = nil
    }
}

/// Datasets that were marked, in the order of marking. They are kept whole, because the page of the results that a
/// mark was set on may be gone when the marks are used.
public struct Marks: Equatable, Sendable {
    /// As they were in the results when they were marked.
    public private(set) var datasets: [DatasetSummary] = []
    private var ids: Set<DatasetID> = []

    public init() {}

    /// Nothing is marked.
    public var isEmpty: Bool { ids.isEmpty }
    /// How many are marked, whether or not the results that are shown hold them.
    public var count: Int { ids.count }
    /// By the catalogue's id; cheap enough for every row of a frame.
    public func contains(_ id: DatasetID) -> Bool { ids.contains(id) }

    /// Marks a dataset; one that is marked stays where it was.
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
    /// Results that are asked for in one call.
    public static let pageSize = 50
    /// More than any catalogue has. A service that claims more must not make row numbers overflow.
    static let greatestTotal = 1_000_000_000

    /// The query that these results answer.
    public var query: SearchQuery?
    /// As the service counts them, 0 until it has; a greater number than any catalogue holds is cut.
    public var total = 0
    /// Results by the number of their page, from 0; the last one is short.
    public var pages: [Int: [SearchResult]] = [:]
    /// When the service gave the first page, in this run or before.
    public var fetchedAt: Date?
    /// Of the last whole search, in seconds.
    public var duration: Double?
    /// The last refresh failed, or these were kept from an earlier answer that is not fresh any more: shown, and marked.
    public var isStale = false
    /// Kept from an earlier answer: its further pages may be, too.
    var isKept = false
    /// Pages of the list before, shown until they are asked for again.
    var outdated: Set<Int> = []
    /// Why the last search failed; what was found before is still shown.
    public var error: PortalError?
    /// Why the Beacon network gave nothing, in the service's words; the catalogue's results are whole.
    public var beaconError: String?
    /// Of results that the mirror gave: how old and how complete they are.
    public var mirrored: MirrorRemarks?
    /// Searches under way by page; page 0 is the search itself.
    public var pending: [Int: Pending] = [:]

    public init() {}

    /// Whether a page has to be asked for and is not yet.
    func lacks(_ page: Int) -> Bool { (pages[page] == nil || outdated.contains(page)) && pending[page] == nil }

    /// By its place in the whole result set; nil where its page is not there, or the service has sent fewer than it
    /// promised.
    public subscript(index: Int) -> SearchResult? {
        guard index >= 0, let page = pages[index / Self.pageSize] else { return nil }
        let offset = index % Self.pageSize
        return offset < page.count ? page[offset] : nil
    }
}

/// The facet panel: the catalogue's filters, what is ticked, and where the cursor is.
public struct FacetPanel: Equatable, Sendable {
    /// As the last answer counted them; before that, as the catalogue lists them.
    public var filters: [Filter] = [] { didSet { lookUp() } }
    /// What the counts of a filter were made for, beside its own ticks.
    var bases: [FilterKey: SearchQuery] = [:]
    /// The list of filters is being asked for.
    public var pending: Pending?
    /// When the catalogue last listed them.
    public var fetchedAt: Date?
    /// The values of one filter, asked for because the list came without them, or without all of them.
    public var valuesPending: Pending?
    var valuesPendingFor: FilterKey?
    /// Filters whose values are all here.
    var whole: Set<FilterKey> = []
    /// Why the filters could not be fetched.
    public var error: PortalError?
    /// Shown as an overlay where the screen is narrow.
    public var isOpen = false
    /// Which filter the cursor is in.
    public var filter = 0
    /// Which of the filter's listed values.
    public var value = 0
    /// Type to find inside the panel.
    public var find = TextBuffer() {
        didSet { if find.text != oldValue.text { lookUp() } }
    }
    /// What was found of all filters, in their order; nil while nothing is looked for. Looked up once for what is typed, and
    /// not by each who asks in a frame.
    public internal(set) var findings: [Listing]?
    /// The filter with the cursor when the first letter was typed: a letter of what finds nothing may have led elsewhere.
    var foundFrom: FilterKey?
    /// The condition being typed for a number, date or free-text filter.
    public var condition: Condition?

    /// A comparison for a filter whose values are not listed.
    public struct Condition: Equatable, Sendable {
        /// One of those that the filter's dialect understands.
        public var comparison: FacetOperator
        /// A number, an ISO date or a word, as it is typed.
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
    /// As the service described it.
    public var detail: DatasetDetail
    /// When the service gave it.
    public var at: Date

    public init(_ detail: DatasetDetail, at: Date) {
        self.detail = detail
        self.at = at
    }
}

/// The datasets of a series, as far as they have been fetched.
public struct SeriesList: Equatable, Sendable {
    /// In the service's order; records that cannot be read are left out.
    public var datasets: [DatasetSummary] = []
    /// Nil until the first answer.
    public var total: Int?
    /// How many results have been asked for and answered, readable or not.
    var answered = 0
    var pages = 0
    /// A page of them is being asked for.
    public var pending: Pending?
    /// Why the last page could not be fetched; those before stay.
    public var error: PortalError?
    /// The one under the cursor, by its place.
    public var selection = 0
    /// The first one in sight.
    public var top = 0

    public init() {}

    /// Under the cursor; nil while there is none.
    public var selected: DatasetSummary? { datasets.indices.contains(selection) ? datasets[selection] : nil }
}

/// A dataset on screen.
public struct DatasetState: Equatable, Sendable {
    /// A part of a dataset's description.
    public enum Tab: Int, Equatable, Sendable, CaseIterable {
        /// Of `DatasetDetail`: what matters in the decision, distributions, every other fact, who answers for it, where
        /// more is said, and the datasets of a series.
        case overview, files, details, contacts, links, members

        /// In English; the views have those of other languages.
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

    /// The catalogue's own, for addresses.
    public var id: DatasetID
    /// What the result list already knew, shown until the rest is there.
    public var summary: DatasetSummary?
    /// Nil until the service has described it.
    public var detail: DatasetDetail?
    /// When the service gave the detail.
    public var fetchedAt: Date?
    /// The description is being asked for.
    public var pending: Pending?
    /// Why it could not be fetched; what was known stays in sight.
    public var error: PortalError?
    /// The part that is shown.
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
