import ServiceLifecycle

/// A demo portal that is listening.
struct RunningDemo: Sendable {
    let port: Int
    let summary: CatalogueSummary
    private let group: ServiceGroup
    private let serving: Task<Void, any Error>

    init(port: Int, summary: CatalogueSummary, group: ServiceGroup, serving: Task<Void, any Error>) {
        self.port = port
        self.summary = summary
        self.group = group
        self.serving = serving
    }

    /// The base address of the discovery service (`discovery.yaml`).
    var discovery: String { "http://127.0.0.1:\(port)/discovery" }
    /// The base address of the access service (`daam.yaml`).
    var access: String { "http://127.0.0.1:\(port)/daam" }
    /// The base address of the developer guide's services, discovery and access (`guide.yaml`).
    var guide: String { "http://127.0.0.1:\(port)/guide" }
    /// The base address of REMS (`rems.yaml`).
    var rems: String { "http://127.0.0.1:\(port)/rems" }
    /// The base address of the archive's download service (`ArchiveRoutes`).
    var archive: String { "http://127.0.0.1:\(port)\(ArchiveRoutes.place)" }
    /// Where a broker tells who somebody is, with the visas of a passport.
    var userInfo: String { "http://127.0.0.1:\(port)/broker/userinfo" }
    /// Where it is told at once what happens to applications (`deploy/notifications`).
    var notifications: String { "http://127.0.0.1:\(port)\(NotificationRoutes.place)" }
    /// What to send to REMS as `x-rems-api-key`.
    var remsKey: String { REMSKeyMiddleware.key }
    /// What to send as bearer token to the access service.
    var token: String { DemoUser.researcher.token }

    /// Ends the portal after the requests it is answering, and returns when it has ended.
    func stop() async {
        await group.triggerGracefulShutdown()
        _ = await serving.result
    }

    /// Returns when the portal has ended, however that came about.
    func waitUntilStopped() async throws {
        try await serving.value
    }
}
