/// Everything outside of the model that effects can reach: closures, so that a test gives just those that it expects.
///
/// All of them throw `PortalError` only.
public struct Services: Sendable {
    public var discovery: DiscoveryService
    public var access: AccessService
    public var journal: Journal

    public init(discovery: DiscoveryService, access: AccessService, journal: Journal) {
        self.discovery = discovery
        self.access = access
        self.journal = journal
    }
}

/// Finding datasets. Safe calls: they can be cancelled and repeated.
public struct DiscoveryService: Sendable {
    public var search: @Sendable (SearchQuery, _ start: Int, _ rows: Int) async throws(PortalError) -> SearchPage
    public var filters: @Sendable () async throws(PortalError) -> [Filter]
    public var filterValues: @Sendable (FilterKey) async throws(PortalError) -> [FilterValue]
    public var dataset: @Sendable (DatasetID) async throws(PortalError) -> DatasetDetail

    public init(
        search: @escaping @Sendable (SearchQuery, Int, Int) async throws(PortalError) -> SearchPage,
        filters: @escaping @Sendable () async throws(PortalError) -> [Filter],
        filterValues: @escaping @Sendable (FilterKey) async throws(PortalError) -> [FilterValue],
        dataset: @escaping @Sendable (DatasetID) async throws(PortalError) -> DatasetDetail
    ) {
        self.search = search
        self.filters = filters
        self.filterValues = filterValues
        self.dataset = dataset
    }
}

/// Asking for access. `create`, `save`, `accept`, `submit` and `delete` change things and are never repeated blindly.
public struct AccessService: Sendable {
    public var applications: @Sendable () async throws(PortalError) -> [ApplicationSummary]
    public var application: @Sendable (ApplicationID) async throws(PortalError) -> Application
    /// Takes the datasets' identifiers (not their catalogue ids).
    public var create: @Sendable ([String]) async throws(PortalError) -> ApplicationID
    /// Fields that are not given keep their value at the service.
    public var save: @Sendable (ApplicationID, [FieldID: FieldValue]) async throws(PortalError) -> Void
    /// Replaces the accepted set: give all that are accepted.
    public var accept: @Sendable (ApplicationID, Set<Int64>) async throws(PortalError) -> Void
    public var submit: @Sendable (ApplicationID) async throws(PortalError) -> Void
    public var delete: @Sendable (ApplicationID) async throws(PortalError) -> Void
    public var entitlements: @Sendable () async throws(PortalError) -> [Entitlement]

    public init(
        applications: @escaping @Sendable () async throws(PortalError) -> [ApplicationSummary],
        application: @escaping @Sendable (ApplicationID) async throws(PortalError) -> Application,
        create: @escaping @Sendable ([String]) async throws(PortalError) -> ApplicationID,
        save: @escaping @Sendable (ApplicationID, [FieldID: FieldValue]) async throws(PortalError) -> Void,
        accept: @escaping @Sendable (ApplicationID, Set<Int64>) async throws(PortalError) -> Void,
        submit: @escaping @Sendable (ApplicationID) async throws(PortalError) -> Void,
        delete: @escaping @Sendable (ApplicationID) async throws(PortalError) -> Void,
        entitlements: @escaping @Sendable () async throws(PortalError) -> [Entitlement]
    ) {
        self.applications = applications
        self.application = application
        self.create = create
        self.save = save
        self.accept = accept
        self.submit = submit
        self.delete = delete
        self.entitlements = entitlements
    }
}

/// What is kept on this machine, by profile. A call that returns has reached the disk.
public struct Journal: Sendable {
    /// Holds the draft, or else another of the same application, for this program and gives it as it is stored; nil when
    /// there is none. Throws when another program has it open.
    public var openDraft: @Sendable (DraftID, ApplicationID?) async throws(PortalError) -> Draft?
    /// Replaces the draft of that id. Throws when another program has it open, or has changed it since it was opened.
    public var saveDraft: @Sendable (Draft) async throws(PortalError) -> Void
    public var discardDraft: @Sendable (DraftID) async throws(PortalError) -> Void
    public var saveBasket: @Sendable ([BasketItem]) async throws(PortalError) -> Void
    /// The last results, for the first screen of the next start.
    public var saveResults: @Sendable (SearchQuery, SearchPage) async throws(PortalError) -> Void
    /// The state in which each request was last looked at, for unread marks.
    public var saveSeen: @Sendable ([ApplicationID: ApplicationState]) async throws(PortalError) -> Void

    public init(
        openDraft: @escaping @Sendable (DraftID, ApplicationID?) async throws(PortalError) -> Draft?,
        saveDraft: @escaping @Sendable (Draft) async throws(PortalError) -> Void,
        discardDraft: @escaping @Sendable (DraftID) async throws(PortalError) -> Void,
        saveBasket: @escaping @Sendable ([BasketItem]) async throws(PortalError) -> Void,
        saveResults: @escaping @Sendable (SearchQuery, SearchPage) async throws(PortalError) -> Void,
        saveSeen: @escaping @Sendable ([ApplicationID: ApplicationState]) async throws(PortalError) -> Void
    ) {
        self.openDraft = openDraft
        self.saveDraft = saveDraft
        self.discardDraft = discardDraft
        self.saveBasket = saveBasket
        self.saveResults = saveResults
        self.saveSeen = saveSeen
    }
}
