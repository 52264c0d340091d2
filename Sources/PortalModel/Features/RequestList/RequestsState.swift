import FoundationEssentials

/// The requests pane: applications at the service and drafts on this machine, in one list.
public struct RequestsState: Equatable, Sendable {
    /// What the service has of the person, in its order.
    public var applications: [ApplicationSummary] = []
    /// What is filled in on this machine, also of applications.
    public var drafts: [Draft] = []
    /// Drafts that another program has open, with its words (“host node7, process 4711”).
    public var heldElsewhere: [DraftID: String] = [:]
    /// What access was granted (`/api/v1/entitlements` of `daam.yaml`).
    public var entitlements: [Entitlement] = []
    /// The list is being asked for.
    public var pending: Pending?
    /// Why it could not be fetched; what is shown is of before.
    public var error: PortalError?
    /// When the service last gave the list in this run. Without it nothing is known of what the service has: a list that
    /// was kept is shown, and not gone by.
    public var fetchedAt: Date?
    /// When the service gave what is shown, in this run or before.
    public var shownAt: Date?
    /// The row under the cursor, of those that are found and wanted.
    public var selection = 0
    /// The first row in sight.
    public var top = 0
    /// The words that rows have to hold, all of them.
    public var find = TextBuffer()
    /// The line for these words has the keys.
    public var isFinding = false
    /// The order of the rows.
    public var sort = RequestSort.newest
    /// Which states are shown.
    public var filter = RequestFilter.all
    /// The state in which each was last looked at.
    public var seen: [ApplicationID: ApplicationState] = [:]
    /// The request that has the screen in place of the list; nil while there is none.
    public var open: OpenRequest?
    /// The list of what was granted, while it has the screen.
    public var granted: GrantedState?
    /// What the portal was asked to change, until its answer.
    public var changing: [ApplicationID: RequestChange] = [:]
    /// What access was granted is being asked for.
    public var entitlementsPending: Pending?
    /// Why what was granted is not known; what is shown is of before.
    public var entitlementsError: PortalError?
    /// Drafts that the service was asked to delete, until its answer.
    public var deleting: Set<ApplicationID> = []
    /// The request that is being copied; one at a time.
    public var copying: RequestCopy?
    /// Empty drafts at the portal for just the datasets of another request.
    public var leftOver: Set<ApplicationID> = []
    /// Drafts of that kind that turned out to be filled in.
    var filledIn: Set<ApplicationID> = []
    var unlooked: Set<ApplicationID> = []
    /// A draft at the portal that may be left over is being looked at.
    public var looking: Pending?
    /// The portal has told that something changed, and was not asked since.
    var isToldOf = false
    /// When it was last asked because it had told.
    var toldAt: Date?

    public init() {}
}

/// The orders of the request list.
public enum RequestSort: Equatable, Sendable, CaseIterable {
    /// By the last change, by how near it is to the person's next step, or by the alphabet.
    case newest, state, title

    /// In English; the views have those of other languages.
    public var label: String {
        switch self {
        case .newest: "newest first"
        case .state: "by state"
        case .title: "by title"
        }
    }
}

/// One row of the list: an application, a draft of it on this machine, or both.
public struct RequestRow: Equatable, Sendable {
    /// Nil while no service knows it.
    public var application: ApplicationSummary?
    /// Nil where nothing of it is filled in here.
    public var draft: Draft?

    public init(application: ApplicationSummary? = nil, draft: Draft? = nil) {
        self.application = application
        self.draft = draft
    }
}

/// The request whose detail is on screen.
public struct OpenRequest: Equatable, Sendable {
    /// The service's number of it.
    public var id: ApplicationID
    /// As the service last described it; nil until it has.
    public var application: Application?
    /// When the service gave it, if that was before this request was opened.
    public var keptAt: Date?
    /// The application is being asked for.
    public var pending: Pending?
    /// Why it could not be fetched; what is shown is of before.
    public var error: PortalError?
    /// First line in sight.
    public var offset = 0

    public init(id: ApplicationID) { self.id = id }
}
