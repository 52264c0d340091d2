import Foundation
import Logging
import PortalModel
import PortalServices

/// Everything that was configured, put together: flags over the environment over the files.
package struct Configuration: Sendable {
    package let profiles: Profiles
    package private(set) var environment: Environment
    /// The portal to open; nil when none is configured yet.
    package let profile: Profile?
    package let log: LogSettings
    let proxies: ProxySettings
    /// Where the settings of the profile come from, by their names.
    let origins: [String: Origin]

    /// Where a setting comes from.
    enum Origin: String, Sendable {
        case flag, environment, file, standard = "built in"
    }

    /// - Throws: `LaunchFailure` with what is wrong and where.
    package init(_ flags: PortalFlags, environment base: Environment = .current) throws {
        do {
            environment = try Self.environment(base, with: flags.envFile)
            profiles = try Profiles(directory: environment.configurationDirectory)
            proxies = try ProxySettings(environment: environment.variables)
            log = try Self.log(profiles.log, environment, flags)
        } catch let problem as Profiles.Problem {
            throw LaunchFailure(problem.said)
        } catch let error as PortalError {
            throw LaunchFailure(error.why)
        }
        do {
            let chosen = try Self.choose(flags, environment, profiles)
            profile = chosen.0
            origins = chosen.1.merging(Self.logOrigins(profiles.log, environment, flags)) { $1 }
        } catch let problem as Profiles.Problem {
            throw LaunchFailure(problem.said, exitCode: LaunchFailure.usage)
        }
    }

    /// Says on standard error which profiles were left out, and why.
    package func tellLeftOut() {
        for words in profiles.leftOut { CommandOutput().note(words) }
    }

    /// Without what the environment says of the person at one portal.
    var withoutSecrets: Configuration {
        var configuration = self
        for name in Environment.ofOnePortal { configuration.environment.variables[name] = nil }
        return configuration
    }

    private static func environment(_ base: Environment, with file: String?) throws(Profiles.Problem) -> Environment {
        guard let file else { return base }
        let variables = try EnvironmentFile.variables(in: file)
        return Environment(variables: variables.merging(base.variables) { $1 })
    }

    private static func log(
        _ kept: LogSettings, _ environment: Environment, _ flags: PortalFlags
    ) throws -> LogSettings {
        var log = kept
        log.level =
            try flags.level ?? AskedSettings.choice(environment, "PORTAL_LOG_LEVEL") ?? log.level
        log.format = try flags.format ?? AskedSettings.choice(environment, "PORTAL_LOG_FORMAT") ?? log.format
        return log
    }

    private static func logOrigins(
        _ kept: LogSettings, _ environment: Environment, _ flags: PortalFlags
    ) -> [String: Origin] {
        func origin(_ option: String?, _ variable: String, _ isKept: Bool) -> Origin {
            option != nil ? .flag : environment[variable] != nil ? .environment : isKept ? .file : .standard
        }
        let standard = LogSettings()
        return [
            "log.level": origin(flags.logLevel, "PORTAL_LOG_LEVEL", kept.level != standard.level),
            "log.format": origin(flags.logFormat, "PORTAL_LOG_FORMAT", kept.format != standard.format),
        ]
    }

    /// A profile that the command line names is taken as it is: addresses from the environment are not for it.
    private static func choose(
        _ flags: PortalFlags, _ environment: Environment, _ profiles: Profiles
    ) throws -> (Profile?, [String: Origin]) {
        if flags.demo { return (demoProfile(flags), ["profile": .flag]) }
        let fromFlags = try flags.settings
        let fromEnvironment = flags.profile == nil ? try AskedSettings(environment) : AskedSettings()
        let asked = fromFlags.over(fromEnvironment)
        let named = flags.profile ?? environment["PORTAL_PROFILE"]
        let base = asked.discovery == nil ? try profiles.profile(named: named) : nil
        let profile = try asked.applied(to: base)
        var origins: [String: Origin] = [
            "profile": flags.profile != nil
                ? .flag : environment["PORTAL_PROFILE"] != nil ? .environment : base == nil ? .standard : .file
        ]
        for (name, isSet) in AskedSettings.presence {
            origins[name] =
                isSet(fromFlags) ? .flag : isSet(fromEnvironment) ? .environment : base == nil ? .standard : .file
        }
        if asked.discovery != nil { origins["profile"] = origins["discovery"] }
        return (profile, origins)
    }

    /// Another catalogue is another portal: its drafts are not mixed with the demo's.
    private static func demoProfile(_ flags: PortalFlags) -> Profile {
        guard let catalogue = flags.catalogue else { return .demo }
        let file = catalogue.split(separator: "/").last.map(String.init) ?? catalogue
        let stem = file.hasSuffix(".jsonl") ? String(file.dropLast(6)) : file
        return Profile(name: "demo-\(stem)", title: "Demo portal · \(stem)", place: .demo)
    }
}

extension AskedSettings {
    static let presence: [(String, @Sendable (AskedSettings) -> Bool)] = [
        ("discovery", { $0.discovery != nil }), ("discovery_dialect", { $0.discoveryDialect != nil }),
        ("access", { $0.access != nil }), ("access_dialect", { $0.accessDialect != nil }),
        ("issuer", { $0.issuer != nil }), ("client", { $0.clientID != nil }), ("ca_file", { $0.caFile != nil }),
        ("insecure_http", { $0.insecureHTTP != nil }),
    ]
}
