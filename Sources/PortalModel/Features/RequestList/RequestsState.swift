import FoundationEssentials

/// The requests pane: applications at the service and drafts on this machine, in one list.
public struct RequestsState: Equatable, Sendable {
    public var applications: [ApplicationSummary] = []
    public var drafts: [Draft] = []
    public var heldElsewhere: [DraftID: String] = [:]
    public var entitlements: [Entitlement] = []
    public var pending: Pending?
    public var error: PortalError?
    /// When the service last gave the list in this run. Without it nothing is known of what the service has: a list that
    /// was kept is shown, and not gone by.
    public var fetchedAt: Date?
    /// When the service gave what is shown, in this run or before.
    public var shownAt: Date?
    public var selection = 0
    public var top = 0
    public var find = TextBuffer()
    public var isFinding = false
    public var sort = RequestSort.newest
    public var filter = RequestFilter.all
    /// The state in which each was last looked at.
    public var seen: [ApplicationID: ApplicationState] = [:]
    public var open: OpenRequest?
    /// The list of what was granted, while it has the screen.
    public var granted: GrantedState?
    /// What the portal was asked to change, until its answer.
    public var changing: [ApplicationID: RequestChange] = [:]
    public var entitlementsPending: Pending?
    public var deleting: Set<ApplicationID> = []
    public var copying: RequestCopy?
    /// Empty drafts at the portal for just the datasets of another request.
    public var leftOver: Set<ApplicationID> = []
    /// Drafts of that kind that turned out to be filled in.
    var filledIn: Set<ApplicationID> = []
    var unlooked: Set<ApplicationID> = []
    public var looking: Pending?

    public init() {}
}

/// The orders of the request list.
public enum RequestSort: Equatable, Sendable, CaseIterable {
    case newest, state, title

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
    public var application: ApplicationSummary?
    public var draft: Draft?

    public init(application: ApplicationSummary? = nil, draft: Draft? = nil) {
        self.application = application
        self.draft = draft
    }
}

/// The request whose detail is on screen.
public struct OpenRequest: Equatable, Sendable {
    public var id: ApplicationID
    public var application: Application?
    /// When the service gave it, if that was before this request was opened.
    public var keptAt: Date?
    public var pending: Pending?
    public var error: PortalError?
    public var offset = 0

    public init(id: ApplicationID) { self.id = id }
}
