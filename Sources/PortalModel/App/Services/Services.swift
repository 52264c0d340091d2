/// Everything outside of the model that effects can reach: closures, so that a test gives just those that it expects.
///
/// All of them throw `PortalError` only.
public struct Services: Sendable {
    public var discovery: DiscoveryService
    public var access: AccessService
    public var journal: Journal
    public var identity: IdentityService
    public var health: HealthService
    public var files: FileService
    public var documents = DocumentService.none
    /// Lets calls through again to services that are left alone because they failed.
    public var tryAtOnce: @Sendable () -> Void
    public var answers: AnswerCache
    /// Keeps the personal profile on this machine; an empty one is removed.
    public var keepPerson: @Sendable (PersonalProfile) async throws(PortalError) -> Void

    public init(
        discovery: DiscoveryService, access: AccessService, journal: Journal,
        identity: IdentityService = .none, health: HealthService = .none, files: FileService = .none,
        tryAtOnce: @escaping @Sendable () -> Void = {}, answers: AnswerCache = .none,
        keepPerson: @escaping @Sendable (PersonalProfile) async throws(PortalError) -> Void = { _ in }
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
    }
}
