import Foundation
import PortalDomain
import PortalServices
import PortalViews
import TerminalCanvas
import Testing

@testable import PortalCommands

@Suite struct ProfilesTests {
    private let directory = NSTemporaryDirectory() + "portal-profiles-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    private func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: directory + "/config.yaml"))
    }

    private func problem(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch let problem as Profiles.Problem {
            return problem.sentence
        } catch {
            return "\(error)"
        }
    }

    @Test func everyAddressIsLookedAtBeforeAnythingIsKept() throws {
        var profile = Profile(
            name: "gdi", title: "GDI", place: .services(PortalAddresses(discovery: "https://portal.example/discovery")))
        try profile.checkAddresses()
        profile.identity = IdentitySettings(issuer: "http://id.example", clientID: "portal")
        #expect(throws: (any Error).self) { try profile.checkAddresses() }
    }

    @Test func theHomeDirectoryIsMeantByATilde() {
        #expect(HomePath.expanded("~/ca.pem", home: "/home/ada") == "/home/ada/ca.pem")
        #expect(HomePath.expanded("/etc/~/ca.pem", home: "/home/ada") == "/etc/~/ca.pem")
    }

    @Test func nothingConfiguredMeansNothingToOpen() throws {
        #expect(try Profiles(directory: directory).profile(named: nil) == nil)
    }

    @Test func theDefaultOpensAndOthersByName() throws {
        try write(
            """
            default: gdi
            profiles:
              gdi: {title: GDI, discovery: "https://portal.example/discovery", access: "https://portal.example/daam"}
              trial: {demo: true}
            """)
        let profiles = try Profiles(directory: directory)
        #expect(try profiles.profile(named: nil)?.title == "GDI")
        #expect(try profiles.profile(named: "trial")?.place == .demo)
        #expect(problem { _ = try profiles.profile(named: "nowhere") }.contains("gdi, trial"))
    }

    @Test func aGroupStandsForItsPortalsAndIsLookedAtWhereItIsNamed() throws {
        try write(
            """
            profiles:
              north: {discovery: "https://north.example"}
              south: {discovery: "https://south.example"}
            groups:
              all: [north, south, demo]
              odd: [north, gone]
              south: [north]
            """)
        let profiles = try Profiles(directory: directory)
        #expect(try profiles.members(of: ["all"]) == ["north", "south", "demo"])
        #expect(try profiles.members(of: ["north", "all"]) == ["north", "south", "demo"], "each once")
        #expect(problem { _ = try profiles.members(of: ["odd"]) }.contains("names “gone”, which is no portal here"))
        #expect(problem { _ = try profiles.members(of: ["odd"]) }.contains("config.yaml, line 6"))
        #expect(problem { _ = try profiles.members(of: ["south"]) }.contains("has the name of a portal"))
        #expect(problem { try profiles.checkGroups() }.contains("odd"))
        try write("groups: {all: north}")
        #expect(problem { _ = try Profiles(directory: directory) }.contains("takes a list of names of portals"))
    }

    @Test func whatWasSetUpOnScreenIsKeptBesideTheUsersFile() throws {
        let profile = Profile(
            name: "kept", title: "Kept", place: .services(PortalAddresses(discovery: "https://a.example")))
        try Profiles(directory: directory).keep(profile)
        #expect(try Profiles(directory: directory).profile(named: nil) == profile)
        let path = directory + "/profiles.d/kept.yaml"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(!FileManager.default.fileExists(atPath: directory + "/config.yaml"))
    }

    @Test func aProfileSaysWherePeopleSignIn() throws {
        try write(
            """
            profiles:
              gdi:
                discovery: https://portal.example/discovery
                identity: {issuer: "https://id.example/realms/gdi", client: portal-terminal, redirect_port: 41287}
            """)
        let profile = try #require(try Profiles(directory: directory).profile(named: "gdi"))
        #expect(
            profile.identity
                == IdentitySettings(
                    issuer: "https://id.example/realms/gdi", clientID: "portal-terminal", redirectPort: 41287))
        try write("profiles: {gdi: {discovery: \"https://portal.example\", identity: {issuer: x}}}")
        #expect(
            problem { _ = try Profiles(directory: directory) }.contains(
                "config.yaml, line 1: “client” is missing in identity"))
    }

    @Test func theDefaultMayBeOneThatWasSetUpOnScreen() throws {
        for name in ["first", "second", "third"] {
            let place = Profile.Place.services(PortalAddresses(discovery: "https://\(name).example"))
            try Profiles(directory: directory).keep(Profile(name: name, title: name, place: place))
        }
        try write("default: second")
        #expect(try Profiles(directory: directory).profile(named: nil)?.name == "second")
        try write("default: nowhere")
        #expect(problem { _ = try Profiles(directory: directory).profile(named: nil) }.contains("“nowhere”"))
    }

    @Test(arguments: [("nowhere.yaml", "a link to a file that is not there"), ("config.yaml", "leads to itself")])
    func aLinkThatLeadsNowhereIsNotTheSameAsNoFile(target: String, words: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: directory + "/config.yaml", withDestinationPath: directory + "/" + target)
        #expect(problem { _ = try Profiles(directory: directory) }.contains(words))
    }

    @Test(arguments: ["", "# nothing yet\n", "profiles:\n"])
    func aFileWithoutProfilesMeansNothingToOpen(text: String) throws {
        try write(text)
        #expect(try Profiles(directory: directory).profile(named: nil) == nil)
    }

    @Test(arguments: [
        ("default: gdi\nprofiles: [", "config.yaml, line 3, is not YAML"),
        ("profiles:\n  a: {demo: true}\n  a: {demo: true}", "“a” is there twice"),
        ("profiles: {gdi: {title: GDI}}", "no discovery address"),
        ("profiles: 7", "line 1: profiles holds something else than names with values. Allowed are names of your own"),
        ("default: [a]", "line 1: “default” takes something else. Allowed is one text behind the colon"),
        ("profiles:\n  a:\n    passport: {issuers: [{issuer: x}]}", "“keys”"),
        ("profiles:\n  a:\n    passport: {jku: x}", "userinfo, broker"),
        ("profiles: {gdi: [a]}", "Allowed are title, demo, discovery, access, identity, ca_file"),
    ])
    func aBrokenFileIsNamedWithWhatIsAllowed(text: String, part: String) throws {
        try write(text)
        let sentence = problem { _ = try Profiles(directory: directory) }
        #expect(sentence.contains(part), "\(sentence)")
        #expect(sentence.hasPrefix(directory + "/config.yaml, line "), "\(sentence)")
    }

    private func keep(_ text: String, as name: String) throws {
        try FileManager.default.createDirectory(atPath: directory + "/profiles.d", withIntermediateDirectories: true)
        try text.write(toFile: directory + "/profiles.d/" + name, atomically: true, encoding: .utf8)
    }

    @Test func whatEditorsAndOtherSystemsLeaveBesideProfilesIsNone() throws {
        try keep("discovery: https://good.example", as: "good.yaml")
        try keep("\u{0}\u{5}\u{16}\u{7}", as: "._good.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: directory + "/profiles.d/.#good.yaml", withDestinationPath: "somebody@host.1234:5678")
        let profiles = try Profiles(directory: directory)
        #expect(profiles.all.map(\.name) == ["good"])
        #expect(profiles.leftOut.isEmpty && profiles.problemsWithNames.isEmpty)
    }

    @Test func aBrokenFileCostsItsOwnProfileAlone() throws {
        try keep("discovery: https://good.example", as: "good.yaml")
        try keep("discovery: [", as: "broken.yaml")
        let files = FileManager.default
        try files.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: directory + "/profiles.d/broken.yaml")
        let profiles = try Profiles(directory: directory)
        #expect(try profiles.profile(named: nil)?.name == "good")
        #expect(try profiles.profile(named: "good")?.name == "good")
        #expect(try profiles.profile(named: "demo") == .demo)
        let said = profiles.leftOut.map { Phrasing(.english).text($0) }
        #expect(
            said.count == 1
                && said[0].hasPrefix("The profile “broken” is left out. \(directory)/profiles.d/broken.yaml"))
        #expect(profiles.problemsWithNames.map(\.message.plain).contains { $0.contains("broken.yaml") })

        // It does not give way to another portal, nor to another profile, where it is the one that is meant.
        #expect(problem { _ = try profiles.profile(named: "broken") }.contains("broken.yaml"))
        #expect(throws: CommandFailure.self) { try profiles.keep(Profile(name: "broken", title: "x", place: .demo)) }
        try profiles.choose("broken")
        #expect(problem { _ = try Profiles(directory: directory).profile(named: nil) }.contains("broken.yaml"))
        try files.removeItem(atPath: directory + "/profiles.d/default")
        try files.setAttributes(
            [.modificationDate: Date()], ofItemAtPath: directory + "/profiles.d/broken.yaml")
        #expect(problem { _ = try Profiles(directory: directory).profile(named: nil) }.contains("broken.yaml"))
        try write("groups: {all: [good, broken]}")
        #expect(problem { _ = try Profiles(directory: directory).members(of: ["all"]) }.contains("broken.yaml"))
    }

    @Test func aProfileKnowsTheLinesOfItsSettings() throws {
        try write(
            """
            profiles:
              gdi:
                title: GDI
                discovery: https://portal.example/discovery
                access:
                  address: https://portal.example/daam
            """)
        let place = try #require(try Profiles(directory: directory).places["gdi"])
        #expect(place.file == directory + "/config.yaml")
        #expect(place.lines == ["title": 3, "discovery": 4, "access": 5])
    }
}
