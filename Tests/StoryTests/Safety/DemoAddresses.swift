@testable import PortalDemo

/// A demo portal within the tests, so that they can ask it what it has. In a file of its own: the demo's words for its
/// records are the model's too.
struct DemoAddresses: Sendable {
    var discovery: String
    var access: String
    var token: String

    /// - Parameter catalogue: a file of records instead of the bundled ones.
    static func run(
        catalogue: String? = nil, decisionDelay: Double = 3600, _ body: (DemoAddresses) async throws -> Void
    ) async throws {
        let options = DemoOptions(
            catalogue: catalogue.map { .file(path: $0) } ?? .bundled, decisionDelay: decisionDelay)
        let demo = try await DemoPortal.start(options)
        do {
            try await body(DemoAddresses(discovery: demo.discovery, access: demo.access, token: demo.token))
            await demo.stop()
        } catch {
            await demo.stop()
            throw error
        }
    }

    /// The port of all its services.
    var port: Int { Int(access.split(separator: ":").last?.prefix { $0.isNumber } ?? "") ?? 0 }

    /// The same portal behind another port, such as a relay's.
    func at(port other: Int) -> DemoAddresses {
        DemoAddresses(
            discovery: discovery.replacing(":\(port)/", with: ":\(other)/"),
            access: access.replacing(":\(port)/", with: ":\(other)/"), token: token)
    }

    /// Makes it the portal of a home.
    func configure(_ home: StoryHome) throws {
        _ = try home.write(
            """
            default: here
            profiles:
              here:
                title: Portal under test
                discovery: \(discovery)
                access: \(access)
            """, to: "config/portal/config.yaml")
    }
}
