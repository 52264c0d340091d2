@testable import PortalDemo

/// Where a demo portal listens. In a file of its own: the demo's words for its records are the model's too.
struct DemoAddresses: Sendable {
    var discovery: String
    var access: String
    var token: String

    /// Runs a demo portal with its bundled catalogue and an access committee that decides at once.
    ///
    /// - Parameter catalogue: a file of records instead of the bundled ones.
    static func run(catalogue: String? = nil, _ body: (DemoAddresses) async throws -> Void) async throws {
        let options = DemoOptions(catalogue: catalogue.map { .file(path: $0) } ?? .bundled, decisionDelay: 0)
        let demo = try await DemoPortal.start(options)
        do {
            try await body(DemoAddresses(discovery: demo.discovery, access: demo.access, token: demo.token))
            await demo.stop()
        } catch {
            await demo.stop()
            throw error
        }
    }
}
