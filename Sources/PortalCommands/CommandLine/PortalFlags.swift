import ArgumentParser
import Logging
import PortalModel
import PortalServices

/// Which portal, and how it is reached: the same for the full screen and for every command.
package struct PortalFlags: ParsableArguments, Sendable {
    package init() {}

    /// What was typed of them that a command for the same portal needs, too.
    var typed: [String] { (demo ? ["--demo"] : []) + (profile.map { ["--profile", DataWays.quoted($0)] } ?? []) }

    @Flag(help: "Use the demo portal that comes with the program; nothing leaves this machine.")
    package var demo = false

    @Flag(help: "Keep nothing: drafts, basket and the demo portal's data end with the program.")
    var ephemeral = false

    @Option(
        help: ArgumentHelp(
            "With --demo: another catalogue, a file with one JSON object a line.", valueName: "file"),
        completion: .file())
    package var catalogue: String?

    @Option(help: ArgumentHelp("With --demo: how long the committee takes to decide.", valueName: "seconds"))
    var decisionDelay: Double?

    @Option(
        help: ArgumentHelp("Use the portal of this name in the configuration.", valueName: "name"),
        completion: LocalNames.profiles)
    package var profile: String?

    @Option(help: ArgumentHelp("Where the discovery service is, for a portal without a profile.", valueName: "url"))
    var discovery: String?

    @Option(
        help: ArgumentHelp("What it speaks: \(Self.words(DiscoveryDialect.self)).", valueName: "dialect"),
        completion: .list(DiscoveryDialect.allCases.map(\.rawValue)))
    var discoveryDialect: String?

    @Option(help: ArgumentHelp("Where the access service is.", valueName: "url"))
    var access: String?

    @Option(
        help: ArgumentHelp("What it speaks: \(Self.words(AccessDialect.self)).", valueName: "dialect"),
        completion: .list(AccessDialect.allCases.map(\.rawValue)))
    var accessDialect: String?

    @Option(help: ArgumentHelp("Where to sign in (OpenID Connect).", valueName: "url"))
    var issuer: String?

    @Option(help: ArgumentHelp("The client that this program signs in as.", valueName: "id"))
    var clientID: String?

    @Option(
        name: .customLong("ca-file"),
        help: ArgumentHelp("Trust the certificate authorities in this file (PEM) too.", valueName: "file"),
        completion: .file())
    var caFile: String?

    @Flag(
        name: .customLong("insecure-http"),
        help: "Allow plain HTTP to other machines: what you send can be read on the way.")
    var insecureHTTP = false

    @Option(
        help: ArgumentHelp("Read variables from this file too, NAME=value a line.", valueName: "file"),
        completion: .file())
    var envFile: String?

    @Option(
        help: ArgumentHelp("What is logged: \(Self.words(Logger.Level.self)).", valueName: "level"),
        completion: .list(Logger.Level.allCases.map(\.rawValue)))
    var logLevel: String?

    @Option(
        help: ArgumentHelp("How log lines look: \(Self.words(LogSettings.Format.self)).", valueName: "format"),
        completion: .list(LogSettings.Format.allCases.map(\.rawValue)))
    var logFormat: String?

    package func validate() throws {
        if demo, profile != nil {
            throw ValidationError(LaunchWords.demoAndProfile)
        }
        if demo, discovery != nil || access != nil {
            throw ValidationError(LaunchWords.demoAndAddresses)
        }
        if catalogue != nil, !demo { throw ValidationError(LaunchWords.catalogueWithoutDemo) }
        if decisionDelay != nil, !demo { throw ValidationError(LaunchWords.delayWithoutDemo) }
        if let delay = decisionDelay, !(0...31_536_000).contains(delay) {
            throw ValidationError(LaunchWords.delay)
        }
        _ = try settings
        _ = try level
        _ = try format
    }

    /// What was asked for here, over everything else.
    var settings: AskedSettings {
        get throws {
            var settings = AskedSettings()
            settings.discovery = discovery
            settings.discoveryDialect = try Self.choice(discoveryDialect, "--discovery-dialect")
            settings.access = access
            settings.accessDialect = try Self.choice(accessDialect, "--access-dialect")
            settings.issuer = issuer
            settings.clientID = clientID
            settings.caFile = caFile
            settings.insecureHTTP = insecureHTTP ? true : nil
            return settings
        }
    }

    var level: Logger.Level? { get throws { try Self.choice(logLevel, "--log-level") } }
    var format: LogSettings.Format? { get throws { try Self.choice(logFormat, "--log-format") } }

    private static func words<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> String {
        Value.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ option: String
    ) throws -> Value? {
        guard let text else { return nil }
        if let value = Value(rawValue: text) { return value }
        throw ValidationError(LaunchWords.takesOne(option: option, of: Value.allCases.map(\.rawValue), not: text))
    }
}
