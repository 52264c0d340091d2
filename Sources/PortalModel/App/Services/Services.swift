/// Everything outside of the model that effects can reach: closures, so that a test gives just those that it expects.
///
/// All of them throw `PortalError` only.
public struct Services: Sendable {
    /// The catalogue.
    public var discovery: DiscoveryService
    /// Requests.
    public var access: AccessService
    /// The disk.
    public var journal: Journal
    /// Signing in and out.
    public var identity: IdentityService
    /// How the services are.
    public var health: HealthService
    /// Files of this machine.
    public var files: FileService
    /// The catalogue as it is kept on this machine.
    public var mirror = MirrorService.none
    /// The data of datasets.
    public var data = DataService.none
    /// Searches that are kept under a name.
    public var searches = SavedSearchService.none
    /// Requests as documents.
    public var documents = DocumentService.none
    /// Lets calls through again to services that are left alone because they failed.
    public var tryAtOnce: @Sendable () -> Void
    /// What was answered before.
    public var answers: AnswerCache
    /// Keeps the personal profile on this machine; an empty one is removed.
    public var keepPerson: @Sendable (PersonalProfile) async throws(PortalError) -> Void
    /// Puts a search, as a line, in front of the earlier ones of the profile.
    public var keepSearch: @Sendable (String) async throws(PortalError) -> Void

    /// Keeps how the list of datasets is shown at the profile's portal.
    public var keepTable: @Sendable (ListTable) async throws(PortalError) -> Void = { _ in }

    /// The same, with datasets asked of whoever is meant.
    func asking(_ source: CatalogueSource) -> Services {
        guard source == .mirror else { return self }
        var services = self
        services.discovery = mirror.discovery
        return services
    }

    public init(
        discovery: DiscoveryService, access: AccessService, journal: Journal,
        identity: IdentityService = .none, health: HealthService = .none, files: FileService = .none,
        tryAtOnce: @escaping @Sendable () -> Void = {}, answers: AnswerCache = .none,
        keepPerson: @escaping @Sendable (PersonalProfile) async throws(PortalError) -> Void = { _ in },
        keepSearch: @escaping @Sendable (String) async throws(PortalError) -> Void = { _ in }
    ) {
        self.discovery = discovery
        self.access = access
        self.journal = journal
        self.identity = identity
        self.health = health
        self.files = files
        self.tryAtOnce = tryAtOnce
        self.answers = answers
        self.keepPerson = keepPerson
        self.keepSearch = keepSearch
    }
}
