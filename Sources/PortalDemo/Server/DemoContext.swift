import Hummingbird
import NIOCore

/// What is known about a request while it is answered.
struct DemoContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection it came over, for faults that cut it.
    let channel: any Channel
    /// Who asks, set by `BearerMiddleware` and `REMSKeyMiddleware`.
    var user: DemoUser?
    /// What is wrong with the Beacon network, set by a fault.
    var beaconFailure: BeaconFailure?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Who asks. Every route behind a check of who asks has an answer.
    func signedIn() throws -> DemoUser {
        guard let user else { throw HTTPError(.unauthorized) }
        return user
    }
}

/// Why the network of Beacons gives nothing, in the words of DDS b2904a6 (SearchDatasetsQuery,
/// `createBeaconErrorMessage`).
enum BeaconFailure: String, Sendable {
    case broken =
        "An unexpected remote exception has happened, please try again. If the error persists, please report it to the helpdesk."
    case refused =
        "The user is not recognised as a Researcher or may not have accepted the latest version of the terms and conditions for subject-level data discovery, please contact the signing official of your home organisation."
}

/// A person whom the demo portal knows.
struct DemoUser: Sendable, Hashable {
    let id: String
    let name: String
    let email: String
    /// A fixed token, which opens nothing but a portal on loopback.
    let token: String

    static let researcher = DemoUser(
        id: "ada", name: "Ada Lovelace", email: "ada@example.org", token: "demo-researcher")
    /// A second person: "not your application" can be met, and an invitation accepted.
    static let colleague = DemoUser(
        id: "grace", name: "Grace Hopper", email: "grace@example.org", token: "demo-colleague")

    static let all = [researcher, colleague]

    static func known(as id: String) -> DemoUser? { all.first { $0.id == id } }
}
