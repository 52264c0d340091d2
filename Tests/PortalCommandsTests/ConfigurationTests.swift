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
    func configuration(
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

    static let file = """
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
        (
            "profiles:\n  a:\n    demo: perhaps",
            "line 3: “demo” takes something else. Allowed are on and off, or true and false."
        ),
        (
            "profiles: {a: {discovery: x, identity: {issuer: y}}}",
            "“client” is missing in identity. issuer and client are needed; allowed are issuer, client"
        ),
        ("notify: loud", "Allowed are off, bell, osc9, osc777."),
        ("notify: {by: bell, sound: x}", "Allowed are by, tmux, hook."),
        ("notify: {hook: [a, {}]}", "“hook”"),
        ("notify: {hook: []}", "“hook” names no program."),
        ("log: {level: loud}", "Allowed are trace, debug"),
        ("logs: {}", "Allowed are default, profiles, groups, log, theme, motion, keys, notify, stats."),
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
        ("bare\t# why", "bare"), ("a#b", "a#b"), ("''", ""),
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
