import Hummingbird

/// What is known about a request while it is answered.
struct DemoContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks, set by `BearerMiddleware`.
    var user: DemoUser?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

/// A person whom the demo portal knows by a fixed token, which opens nothing but a portal on loopback.
struct DemoUser: Sendable, Equatable {
    let id: String
    let name: String
    let email: String
    let token: String

    static let researcher = DemoUser(
        id: "ada", name: "Ada Lovelace", email: "ada@example.org", token: "demo-researcher")
    /// A second person, so that "not your application" can be met and tested.
    static let colleague = DemoUser(
        id: "grace", name: "Grace Hopper", email: "grace@example.org", token: "demo-colleague")

    static let all = [researcher, colleague]
}
