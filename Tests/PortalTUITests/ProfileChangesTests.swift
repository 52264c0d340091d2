import Foundation
import PortalServices
import TerminalHarness
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// `portal profiles`: what the program keeps, beside the person's own file.
@Suite struct ProfileChangesTests {
    private let home: TestHome
    private var directory: String { home.path + "/.config/portal" }
    private let yours = "profiles:\n  mine: {discovery: 'https://mine.example'}\n"

    init() throws {
        home = try TestHome()
        try home.write(yours, to: ".config/portal/config.yaml")
    }

    private func portal(_ words: String...) throws -> ShellRun {
        try ShellRun([ProgramUnderTest.portal()] + words, in: home.path)
    }

    @Test func aProfileIsMadeChangedChosenAndRemoved() throws {
        let made = try portal(
            "profiles", "add", "gdi", "--untried", "--discovery", "https://gdi.example/discovery", "--access",
            "https://gdi.example/daam", "--issuer", "https://id.example", "--client-id", "portal-terminal")
        #expect(made.status == 0, "\(made.output)")
        var profile = try #require(try Profiles(directory: directory).profile(named: "gdi"))
        #expect(profile.identity?.clientID == "portal-terminal")
        #expect(try portal("profiles", "add", "gdi", "--untried", "--discovery", "https://x.example").status == 2)

        #expect(try portal("profiles", "edit", "gdi", "--untried", "--access-dialect", "rems").status == 0)
        profile = try #require(try Profiles(directory: directory).profile(named: "gdi"))
        guard case .services(let addresses) = profile.place else { throw CancellationError() }
        #expect(addresses.accessDialect == .rems && addresses.access == "https://gdi.example/daam")
        #expect(profile.identity?.issuer == "https://id.example", "what is not named stays")

        #expect(try portal("profiles", "use", "mine").status == 0)
        #expect(try Profiles(directory: directory).profile(named: nil)?.name == "mine")
        #expect(try portal("profiles", "remove", "gdi").status == 2, "nobody can be asked")
        #expect(try portal("profiles", "remove", "gdi", "--yes").status == 0)
        #expect(try Profiles(directory: directory).all.map(\.name) == ["mine"])
        #expect(try String(contentsOfFile: directory + "/config.yaml", encoding: .utf8) == yours)
    }

    @Test func whatIsYoursIsNotWritten() throws {
        for words in [["edit", "mine", "--untried", "--title", "x"], ["remove", "mine", "--yes"]] {
            let run = try ShellRun([ProgramUnderTest.portal(), "profiles"] + words, in: home.path)
            #expect(run.status == 1)
            #expect(run.output.contains("config.yaml, line 2, which is yours"), "\(run.output)")
        }
        try home.write("default: mine\n" + yours, to: ".config/portal/config.yaml")
        let use = try portal("profiles", "use", "demo")
        #expect(use.status == 1 && use.output.contains("says default: mine"), "\(use.output)")
    }

    @Test func itIsTriedBeforeItIsKept() throws {
        let run = try portal("profiles", "add", "gone", "--discovery", "http://127.0.0.1:9/discovery")
        #expect(run.status == 5, "\(run.output)")
        #expect(run.output.contains("problem discovery: unreachable") && run.output.contains("was not kept"))
        #expect(try Profiles(directory: directory).places["gone"] == nil)
        #expect(try portal("profiles", "add", "bad", "--discovery", "ftp://x").status == 2)
        #expect(try portal("profiles", "add", "a/b", "--untried", "--discovery", "https://x.example").status == 2)
        #expect(try portal("profiles", "show-all").output.contains("is no command of portal profiles"))
        #expect(try portal("profiles", "remove", "mien", "--yes").output.contains("Did you mean “mine”?"))
    }

    @Test func nothingOfAProfileIsLostByChangingIt() throws {
        let text = """
            title: GDI
            discovery: {address: 'https://gdi.example', dialect: guide}
            identity: {issuer: 'https://id.example', client: c, scopes: [openid], redirect_port: 8400, client_secret_file: ~/s}
            ca_file: ~/ca.pem
            insecure_http: true
            rems: {user: ada, key_file: ~/key, address: 'https://rems.example'}
            ckan: {token_file: ~/token}
            """
        try home.write(text, to: ".config/portal/profiles.d/full.yaml")
        let before = try #require(try Profiles(directory: directory).profile(named: "full"))
        try Profiles(directory: directory).keep(before)
        #expect(try Profiles(directory: directory).profile(named: "full") == before)
    }
}
