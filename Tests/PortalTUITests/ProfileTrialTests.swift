import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// Trying a portal shows nobody's keys to anybody else; over real HTTP, at servers that remember what they were sent.
@Suite struct ProfileTrialTests {
    private let home: TestHome
    private let settings: PortalSettings
    private static let token = "trial-token-of-the-first-portal"
    private static let secrets = [
        "PORTAL_TOKEN": token, "PORTAL_CKAN_TOKEN": "trial-ckan-token", "PORTAL_REMS_KEY": "trial-rems-key",
        "PORTAL_REMS_USER": "trial-rems-user", "PORTAL_CLIENT_SECRET": "trial-client-secret",
    ]

    init() throws {
        home = try TestHome()
        settings = try PortalSettings(
            environment: Environment(variables: Self.secrets.merging(["HOME": home.path]) { $1 }))
    }

    private func profile(_ name: String, at address: String) -> Profile {
        Profile(
            name: name, title: name,
            place: .services(PortalAddresses(discovery: address + "/discovery", access: address + "/access")),
            identity: IdentitySettings(issuer: address + "/issuer", clientID: "portal"))
    }

    /// Tries it as the screen does.
    private func tried(_ profile: Profile, over before: Profile?, keysOf owner: Profile?) async throws -> Profile {
        var trial = ProfileTrial(
            profile, over: before, settings: settings.withSecrets(of: owner, for: profile))
        try await trial.findDialects(DialectSearch.Unsaid(discovery: true, access: true))
        _ = try await trial.results()
        return trial.profile
    }

    /// No call carries what is planted, nor any other sign of who asks.
    private func isStranger(_ server: RecordingServer, besides keys: [String] = []) throws -> Bool {
        let calls = try server.calls.map { $0.text.lowercased() }
        #expect(!calls.isEmpty, "nobody asked it")
        let planted = Self.secrets.values.map { $0.lowercased() } + keys + ["authorization:", "x-rems-api-key"]
        return !calls.contains { call in planted.contains { call.contains($0) } }
    }

    @Test("A new portal is tried without the keys of the one that is open, and so is every guess")
    func newPortal() async throws {
        let (own, stranger) = (try RecordingServer(), try RecordingServer())
        let first = profile("first", at: own.address)
        _ = try await tried(profile("new", at: stranger.address), over: nil, keysOf: first)
        #expect(try isStranger(stranger))
        #expect(try own.calls.isEmpty)
    }

    @Test("The first profile, changed to another address under its name, is somebody else")
    func changedUnderItsName() async throws {
        let (own, stranger) = (try RecordingServer(), try RecordingServer())
        let first = profile("first", at: own.address)
        _ = try await tried(profile("first", at: stranger.address), over: first, keysOf: first)
        #expect(try isStranger(stranger))
        // Also where one address of several is another one.
        var half = first
        half.identity?.issuer = stranger.address + "/issuer"
        _ = try await tried(half, over: first, keysOf: first)
        #expect(try isStranger(stranger) && isStranger(own))
    }

    @Test("While no portal is open nobody gets any")
    func nothingOpen() async throws {
        let server = try RecordingServer()
        let profile = profile("first", at: server.address)
        _ = try await tried(profile, over: profile, keysOf: nil)
        #expect(try isStranger(server))
    }

    @Test("Only the first portal's own addresses get its token, by calls that are no guesses")
    func ownAddress() async throws {
        let own = try RecordingServer()
        let first = profile("first", at: own.address)
        _ = try await tried(first, over: first, keysOf: first)
        let carrying = try own.calls.filter { $0.text.contains(Self.token) }
        #expect(!carrying.isEmpty)
        #expect(carrying.allSatisfy { $0.line.hasSuffix("/health") }, "\(carrying.map(\.line))")
    }

    @Test("Keys in files of a profile stay with its addresses")
    func keysInFiles() async throws {
        try home.write("rems-key-in-a-file\n", to: "key")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: home.path + "/key")
        let (own, stranger) = (try RecordingServer(), try RecordingServer())
        func rems(at address: String) -> Profile {
            Profile(
                name: "rems", title: "rems",
                place: .services(PortalAddresses(discovery: address, discoveryDialect: .rems)),
                keys: ServiceKeys(remsKeyFile: home.path + "/key", remsUser: "rems-user-in-a-file"))
        }
        let kept = rems(at: own.address)
        let found = try await tried(rems(at: stranger.address), over: kept, keysOf: nil)
        #expect(try isStranger(stranger, besides: ["rems-key-in-a-file", "rems-user-in-a-file"]))
        #expect(found.keys == kept.keys, "the profile keeps what it had")
    }

    @Test("Who answers a guess by asking who calls is found, although the next guess is not answered at all")
    func asksWho() async throws {
        let server = try RecordingServer(answers: 1)
        var profile = profile("new", at: server.address)
        profile.place = .services(PortalAddresses(discovery: server.address, discoveryDialect: .rems))
        let found = await DialectSearch(settings: settings).found(profile, DialectSearch.Unsaid(discovery: true))
        guard case .services(let addresses) = found.place else { throw CancellationError() }
        #expect(addresses.discoveryDialect == .gdi)
        let searches = try server.calls.map(\.line).filter { $0.contains("search") }
        #expect(searches.count == 2, "each guess is made once: \(searches)")
    }
}
