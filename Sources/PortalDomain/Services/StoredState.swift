import FoundationEssentials

/// What the last run left on this machine, read before the first frame.
public struct StoredState: Hashable, Sendable {
    /// What was put aside.
    public var basket: [BasketItem]
    /// Newest first.
    public var drafts: [Draft]
    /// What the list showed last.
    public var lastResults: StoredResults?
    /// In which state the person last saw each application.
    public var seen: [ApplicationID: ApplicationState]
    /// What was submitted from here, or was about to be. Newest first.
    public var submissions: [Submission] = []
    /// Drafts that another running program holds, with that program in words ("host node7, process 4711").
    public var heldElsewhere: [DraftID: String]
    /// Of the person, whichever portal it is.
    public var person = PersonalProfile()
    /// What data is encrypted for; nil where the person has no such key.
    public var dataKey: DataKey?
    /// What was searched for.
    public var searches = KeptSearches()
    /// How the list of datasets was shown; nil where nobody has chosen.
    public var table: ListTable?
    /// Searches are saved: they are read when the first frame is there.
    public var hasSavedSearches = false

    public init(
        basket: [BasketItem] = [], drafts: [Draft] = [], lastResults: StoredResults? = nil,
        seen: [ApplicationID: ApplicationState] = [:], heldElsewhere: [DraftID: String] = [:]
    ) {
        self.basket = basket
        self.drafts = drafts
        self.lastResults = lastResults
        self.seen = seen
        self.heldElsewhere = heldElsewhere
    }
}

/// The first page of the last search.
public struct StoredResults: Hashable, Sendable, Codable {
    /// What was asked.
    public var query: SearchQuery
    /// What was answered.
    public var page: SearchPage
    /// When it was answered.
    public var at: Date

    public init(query: SearchQuery, page: SearchPage, at: Date) {
        self.query = query
        self.page = page
        self.at = at
    }
}
