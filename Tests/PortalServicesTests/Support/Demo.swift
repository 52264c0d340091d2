import FoundationEssentials
import TerminalHarness

@testable import PortalDemo

/// Where a demo portal listens. In a file of its own: the demo's words for its records are the model's too.
struct DemoAddresses: Sendable {
    var discovery: String
    var access: String
    /// Discovery and access of the developer guide's dialect.
    var guide: String
    /// Discovery and access of the REMS dialect.
    var rems: String
    /// Of a broker that hands out passports. No contract of the services has it.
    var userInfo: String
    /// Where programs are told at once what happens to requests.
    var notifications: String
    var token: String
    var remsKey: String

    private init(_ demo: Announcement) {
        discovery = Self.checked(demo.discovery)
        access = Self.checked(demo.access)
        guide = Self.checked(demo.guide)
        rems = Self.checked(demo.rems)
        userInfo = demo.userinfo
        notifications = demo.notifications
        token = demo.token
        remsKey = demo.remsKey
    }

    /// The way through the proxy that checks all messages against the contracts, where `make contracts` started it.
    private static func checked(_ address: String) -> String {
        guard let proxy = ProcessInfo.processInfo.environment["PORTAL_CONTRACT_PROXY"] else { return address }
        return address.replacing("http://127.0.0.1:", with: "http://127.0.0.1:\(proxy)/")
    }

    /// Runs a demo portal with its bundled catalogue and an access committee that decides at once: within the tests, or
    /// the shipped program where that is what is tested.
    ///
    /// - Parameter catalogue: a file of records instead of the bundled ones.
    static func run(catalogue: String? = nil, _ body: (DemoAddresses) async throws -> Void) async throws {
        guard ProgramUnderTest.shippedDirectory == nil else { return try await runShipped(catalogue: catalogue, body) }
        let options = DemoOptions(catalogue: catalogue.map { .file(path: $0) } ?? .bundled, decisionDelay: 0)
        let demo = try await DemoPortal.start(options)
        do {
            try await body(DemoAddresses(Announcement(demo)))
            await demo.stop()
        } catch {
            await demo.stop()
            throw error
        }
    }

    private static func runShipped(catalogue: String?, _ body: (DemoAddresses) async throws -> Void) async throws {
        let child = try ChildLine(
            [try ProgramUnderTest.demo(), "serve", "--end-with-stdin", "--decision-delay", "0"]
                + (catalogue.map { ["--catalogue", $0] } ?? []))
        let announcement = try JSONDecoder().decode(Announcement.self, from: await child.read())
        do {
            try await body(DemoAddresses(announcement))
            _ = await child.end()
        } catch {
            _ = await child.end()
            throw error
        }
    }
}
