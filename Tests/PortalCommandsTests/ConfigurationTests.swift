import ArgumentParser
import Foundation
import Logging
import Passport
import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas
import Testing

@testable import PortalCommands

@Suite struct ConfigurationTests {
    private let directory = NSTemporaryDirectory() + "portal-configuration-\(UUID().uuidString)"

    /// A configuration from a file, variables and a command line.
    private func configuration(
        _ file: String = "", _ variables: [String: String] = [:], _ arguments: [String] = []
    ) throws -> Configuration {
        let folder = directory + "/portal"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(file.utf8).write(to: URL(fileURLWithPath: folder + "/config.yaml"))
        let flags = try PortalFlags.parse(arguments)
        return try Configuration(
            flags, environment: Environment(variables: variables.merging(["XDG_CONFIG_HOME": directory]) { $1 }))
    }

    private func addresses(_ configuration: Configuration) throws -> PortalAddresses {
        guard case .services(let addresses)? = configuration.profile?.place else {
            throw LaunchFailure(Reason.words("no services"))
        }
        return addresses
    }

    private static let file = """
        default: gdi
        profiles:
          gdi:
            discovery: https://file.example/discovery
            access: {address: "https://file.example/rems", dialect: rems}
            identity: {issuer: "https://id.example", client: of-file}
            ca_file: /of/file.pem
        """

    @Test func theFileHoldsWhereNothingElseIsSaid() throws {
        let configuration = try configuration(Self.file)
        let addresses = try addresses(configuration)
        #expect(addresses.discovery == "https://file.example/discovery")
        #expect(addresses.accessDialect == .rems)
        #expect(configuration.profile?.identity?.clientID == "of-file")
        #expect(configuration.origins["discovery"] == .file)
    }

    @Test("How one is told is a way alone, or with more to it; a hook is a program and its arguments")
    func notifications() throws {
        func settings(_ text: String) throws -> NotifySettings { try configuration(text).profiles.screen.notify }
        #expect(try settings("").way == .off)
        #expect(try settings("notify: off").way == .off)
        #expect(try settings("notify: bell").way == .bell)
        let all = try settings("notify: {by: osc777, tmux: true, hook: [~/told, --quiet]}")
        #expect(all.way == .osc777)
        #expect(all.passesTmux)
        #expect(all.hook == ["~/told", "--quiet"])
        #expect(try settings("notify: {hook: /usr/bin/told here}").hook == ["/usr/bin/told here"])

        let told = try configuration(Self.file + "\n    notifications: https://file.example/notifications")
        #expect(told.profile?.notifications == "https://file.example/notifications")
        for wrong in ["http://file.example/notifications", "file.example", "https://a:b@file.example/"] {
            let configuration = try configuration(Self.file + "\n    notifications: \(wrong)")
            let profile = try #require(configuration.profile)
            let words = configuration.problems(with: profile).map(\.message.plain)
            #expect(words.contains { $0.contains("config.yaml, line 7") }, "\(words)")
        }
    }

    @Test("The pages of REMS are at the address that is asked, or where the file says")
    func addressOfREMS() throws {
        #expect(try configuration(Self.file).profile?.addressOfREMS == "https://file.example/rems")
        let gdi = Self.file.replacing("/rems\", dialect: rems", with: "/daam\", dialect: gdi")
        #expect(try configuration(gdi).profile?.addressOfREMS == nil)
        let told = gdi + "\n    rems: {address: \"https://rems.example/api/\"}"
        #expect(try configuration(told).profile?.addressOfREMS == "https://rems.example")
    }

    @Test("Where data is fetched from is said by what is spoken there")
    func placesOfData() throws {
        let data = "\n    data: {sda: \"https://download.example\", sftp: outbox.example}"
        let configured = try configuration(Self.file + data)
        let profile = try #require(configured.profile)
        #expect(profile.data == [.sda: "https://download.example", .sftp: "outbox.example"])
        #expect(!configured.problems(with: profile).contains { $0.message.plain.contains("download.example") })
        let entry = String(decoding: try JSONEncoder().encode(Profiles.Entry(profile)), as: UTF8.self)
        #expect(entry.contains(#""sftp":"outbox.example""#))
        // Keys of the environment go with the addresses that were meant: a sign-in is sent to an archive too.
        var other = profile
        other.data[.sda] = "https://elsewhere.example"
        #expect(!other.goesWhere(profile))
        #expect(throws: LaunchFailure.self) { try configuration(Self.file + "\n    data: {s3: x}") }
        let plain = try configuration(Self.file + "\n    data: {sda: \"http://download.example\"}")
        #expect(
            try plain.problems(with: #require(plain.profile)).contains {
                $0.message.plain.contains("http://download.example")
            })
    }

    @Test("A profile says where passports come from, and whose visas are believed")
    func passport() throws {
        let passport = """

                passport:
                  userinfo: https://login.example/userinfo
                  broker: https://id.example/broker/LSAAI/token
                  issuers: [{issuer: "https://rems.example/", keys: "https://rems.example/api/jwk"}]
            """
        let told = try #require(try configuration(Self.file + passport).profile)
        let settings = try #require(told.passport)
        #expect(settings.userInfo == "https://login.example/userinfo" && settings.broker?.hasSuffix("/token") == true)
        #expect(settings.issuers.map(\.name) == ["https://rems.example/"])
        #expect(settings.issuers.map(\.keys) == ["https://rems.example/api/jwk"])
        #expect(told.capabilities(withoutRequests: nil).offers(.passport))
        // A REMS that is asked for access signs all the same.
        let plain = try #require(try configuration(Self.file).profile)
        #expect(plain.capabilities(withoutRequests: nil).offers(.passport))
        #expect(
            PassportPlan(plain).trusting.issuers
                == [.init(name: "https://file.example/rems/", keys: "https://file.example/rems/api/jwk")])
        let gdi = Self.file.replacing("dialect: rems", with: "dialect: gdi")
        let none = try #require(try configuration(gdi).profile)
        #expect(none.capabilities(withoutRequests: nil).refusal(of: .passport)?.sentence.contains("passport") == true)
        #expect(!none.goesWhere(try #require(try configuration(gdi + passport).profile)), "tokens go elsewhere")
    }

    @Test(
        "Keys are not fetched within a private network, be it in the file",
        arguments: ["http://rems.example/k", "https://10.0.0.1/k", "http://127.0.0.1:8080/k", "https://localhost/k"])
    func privateKeys(address: String) throws {
        let file =
            Self.file.replacing("ca_file: /of/file.pem", with: "ca_file: /dev/null")
            + "\n    passport: {issuers: [{issuer: x, keys: \"\(address)\"}]}"
        let configuration = try configuration(file)
        let problems = configuration.problems(with: try #require(configuration.profile))
        #expect(problems.contains { Phrasing().text($0.said).contains(address) }, "\(problems)")
    }

    @Test("What is said of the person at one portal is not for another, the user of a REMS included")
    func withoutSecrets() throws {
        let file = Self.file + "\n    rems: {user: of-file}"
        let full = try configuration(
            file, ["PORTAL_REMS_USER": "of-environment", "PORTAL_REMS_KEY": "k", "PORTAL_CKAN_TOKEN": "c"])
        let profile = try #require(full.profile)
        #expect(try full.secrets(of: profile).remsUser == "of-environment")
        let secrets = try full.withoutSecrets.secrets(of: profile)
        #expect(secrets.remsUser == "of-file")
        #expect(secrets.remsKey == nil && secrets.ckanToken == nil)
    }

    @Test func theEnvironmentWinsOverTheFileAndFlagsOverBoth() throws {
        let variables = ["PORTAL_CLIENT_ID": "of-environment", "PORTAL_CA_FILE": "/of/environment.pem"]
        let both = try configuration(Self.file, variables, ["--ca-file", "/of/flag.pem"])
        #expect(both.profile?.identity?.clientID == "of-environment")
        #expect(both.profile?.identity?.issuer == "https://id.example")
        #expect(both.profile?.caFile == "/of/flag.pem")
        #expect(both.origins["client"] == .environment)
        #expect(both.origins["ca_file"] == .flag)
    }

    @Test func anotherDiscoveryAddressIsAnotherPortal() throws {
        let configuration = try configuration(
            Self.file, ["PORTAL_DISCOVERY": "https://other.example/ckan", "PORTAL_DISCOVERY_DIALECT": "ckan"])
        let addresses = try addresses(configuration)
        #expect(addresses.discovery == "https://other.example/ckan")
        #expect(addresses.discoveryDialect == .ckan)
        #expect(addresses.access == nil, "the file's access service belongs to the file's portal")
        #expect(configuration.profile?.identity == nil)
        #expect(configuration.profile?.name == "at-other.example-ckan")
    }

    @Test func aProfileThatTheCommandLineNamesIsTakenAsItIs() throws {
        let configuration = try configuration(
            Self.file, ["PORTAL_DISCOVERY": "https://other.example"], ["--profile", "gdi"])
        #expect(try addresses(configuration).discovery == "https://file.example/discovery")
    }

    @Test func aDialectBelongsToItsAddress() throws {
        let configuration = try configuration(
            "", ["PORTAL_DISCOVERY": "https://a.example", "PORTAL_DISCOVERY_DIALECT": "ckan"],
            ["--discovery", "https://b.example"])
        #expect(try addresses(configuration).discoveryDialect == .gdi)
    }

    @Test(arguments: [
        ("profiles: {a: {discovery: {address: x, dialect: gopher}}}", "Allowed are gdi, guide, ckan, rems, fdp."),
        ("profiles:\n  a:\n    discovery: https://a.example\n    colour: red", "line 4: “colour” is not known"),
        ("profiles:\n  a:\n    demo: perhaps", "line 3: “demo” takes something else. Allowed are true and false."),
        (
            "profiles: {a: {discovery: x, identity: {issuer: y}}}",
            "“client” is missing in identity. issuer and client are needed; allowed are issuer, client"
        ),
        ("notify: loud", "Allowed are off, bell, osc9, osc777."),
        ("notify: {by: bell, sound: x}", "Allowed are by, tmux, hook."),
        ("notify: {hook: [a, {}]}", "“hook”"),
        ("log: {level: loud}", "Allowed are trace, debug"),
        ("logs: {}", "Allowed are default, profiles, log, theme, motion, keys, notify."),
    ])
    func aSlipIsNamedWithItsPlaceAndWhatIsAllowed(file: String, words: String) throws {
        do {
            _ = try configuration(file)
            Issue.record("“\(file)” was taken")
        } catch let failure as LaunchFailure {
            #expect(failure.message.plain.contains(words), "\(failure.message.plain)")
            #expect(failure.message.plain.contains("config.yaml, line"))
        }
    }

    @Test(arguments: [
        ["--discovery-dialect", "gopher"], ["--access-dialect", "ckan"], ["--log-level", "loud"],
        ["--demo", "--discovery", "https://a.example"],
    ])
    func aWrongFlagIsAUsageError(arguments: [String]) {
        #expect(throws: (any Error).self) { try PortalFlags.parse(arguments) }
    }

    @Test func variablesOfAFileYieldToThoseOfTheProcess() throws {
        let file = directory + "-variables"
        try Data(
            """
            # a comment
            export PORTAL_DISCOVERY="https://env-file.example"
            PORTAL_CA_FILE='/a b/c.pem'
            PORTAL_LOG_LEVEL=debug # words
            """.utf8
        ).write(to: URL(fileURLWithPath: file))
        let configuration = try configuration("", ["PORTAL_LOG_LEVEL": "error"], ["--env-file", file])
        #expect(try addresses(configuration).discovery == "https://env-file.example")
        #expect(configuration.profile?.caFile == "/a b/c.pem")
        #expect(configuration.log.level == .error)
    }

    @Test(arguments: [
        (#""https://a.example" # why"#, "https://a.example"), ("'https://a.example'\t# why", "https://a.example"),
        (#"'it''s # so'"#, "it''s # so"), (#""a \"b\" # c""#, #"a "b" # c"#), (#""a"b"#, #""a"b"#),
        ("bare\t# why", "bare"), ("a#b", "a#b"), ("''", ""), ("'open # why", "'open"),
    ])
    func aCommentMayStandBehindQuotes(line: String, value: String) throws {
        let file = directory + "-quotes"
        try Data("NAME=\(line)\n".utf8).write(to: URL(fileURLWithPath: file))
        #expect(try EnvironmentFile.variables(in: file)["NAME"] == value)
    }

    @Test func aBrokenVariablesFileDoesNotShowItsSecrets() throws {
        let file = directory + "-broken"
        try Data("PORTAL_TOKEN=a\nsecret without a name\n".utf8).write(to: URL(fileURLWithPath: file))
        do {
            _ = try configuration("", [:], ["--env-file", file])
            Issue.record("the file was taken")
        } catch let failure as LaunchFailure {
            #expect(failure.message.plain.contains("line 2"))
            #expect(!failure.message.plain.contains("secret"))
        }
    }

    @Test func aServicesSecretComesFromTheEnvironmentOrAFileOfItsOwn() throws {
        let file = directory + "-secret"
        try Data("of-the-file\n".utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let yaml = """
            profiles:
              robot:
                discovery: https://portal.example/discovery
                identity: {issuer: "https://id.example", client: robot, client_secret_file: "\(file)"}
              person:
                discovery: https://portal.example/discovery
            """
        func secret(_ profile: String, _ variables: [String: String] = [:]) throws -> String? {
            let configuration = try configuration(yaml, variables, ["--profile", profile])
            return try configuration.clientSecret(of: try #require(configuration.profile))?.reveal()
        }
        #expect(try secret("robot") == "of-the-file")
        #expect(try secret("robot", ["PORTAL_CLIENT_SECRET": "of-the-environment"]) == "of-the-environment")
        // Nobody signs in there.
        #expect(try secret("person", ["PORTAL_CLIENT_SECRET": "of-the-environment"]) == nil)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(throws: LaunchFailure.self) { try secret("robot") }
    }

    @Test func aVariablesFileWithASecretIsItsOwnersAlone() throws {
        let file = directory + "-token"
        try Data("PORTAL_TOKEN=planted\n".utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        do {
            _ = try configuration("", [:], ["--env-file", file])
            Issue.record("the file was taken")
        } catch let failure as LaunchFailure {
            #expect(failure.message.plain.contains("chmod 600 \(file)"))
            #expect(!failure.message.plain.contains("planted"))
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(try configuration("", [:], ["--env-file", file]).environment["PORTAL_TOKEN"] == "planted")
    }

    @Test func noPasswordIsListed() throws {
        let configuration = try configuration(
            "profiles: {a: {discovery: 'https://ada:planted@a.example/x', access: 'https://planted@a.example/y@z'}}",
            ["ALL_PROXY": "socks5://proxy.example", "https_proxy": "http://ada:planted@proxy.example:3128"])
        let values = ConfigurationListing(configuration).settings.map { "\($0.name) \($0.value)" }
        #expect(!values.joined().contains("planted"))
        #expect(values.contains("discovery https://••••@a.example/x"))
        #expect(values.contains("access https://••••@a.example/y@z"))
        #expect(values.contains("ALL_PROXY socks5://proxy.example"))
    }

    @Test func aSignInServiceWithoutEncryptionIsWarnedOfToo() throws {
        let file = "profiles: {a: {discovery: https://a.example, identity: {issuer: 'http://id.example', client: c}}}"
        #expect(try configuration(file).profile?.warning == "unencrypted")
        #expect(try configuration(Self.file).profile?.warning == nil)
    }

    @Test func childrenGetNoSecrets() {
        setenv("PORTAL_CKAN_TOKEN", "planted", 1)
        #expect(Environment.takingSecrets()["PORTAL_CKAN_TOKEN"] == "planted")
        #expect(getenv("PORTAL_CKAN_TOKEN") == nil)
    }

    @Test func aKeyThatOthersCanReadIsRefused() throws {
        let file = directory + "-key"
        try Data("the-key\n".utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(throws: LaunchFailure.self) { try SecretFile.text(in: file, home: nil) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(try SecretFile.text(in: file, home: nil) == "the-key")
    }
}
