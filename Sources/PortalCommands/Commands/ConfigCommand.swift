import ArgumentParser
import Foundation
import Logging
import Passport
import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas

/// `portal config`.
struct ConfigCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Tell where the configuration is, what holds, and whether it is right.",
        subcommands: [ConfigPathCommand.self, ConfigShowCommand.self, ConfigCheckCommand.self],
        defaultSubcommand: ConfigShowCommand.self)
}

/// `portal config path`.
struct ConfigPathCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print the path of the configuration file, whether it is there or not.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    func perform() throws {
        try Environment.current.requirePlace(.configuration, or: "XDG_CONFIG_HOME")
        try CommandOutput().show(Environment.current.configurationDirectory + "/config.yaml")
    }
}

/// `portal config check`.
struct ConfigCheckCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read the configuration and say what is wrong with it.",
        discussion: "Looks at every profile: addresses, files and keys. Nothing is sent.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    func perform() throws {
        let configuration = try Configuration(portal)
        let output = CommandOutput()
        let named = configuration.profiles.all.map(\.name)
        // What flags and variables make of a profile counts, not the profile without them.
        let current = [configuration.profile].compactMap(\.self)
        let others = configuration.profiles.all.filter { $0.name != current.first?.name }
        var problems =
            (current + others).flatMap { configuration.problems(with: $0) } + Self.problems(with: configuration)
        problems += configuration.profiles.problemsWithNames
        do { try configuration.profiles.checkGroups() } catch {
            problems.append(LaunchFailure(error.said, exitCode: LaunchFailure.usage))
        }
        for problem in problems { output.say(problem.said) }
        guard problems.isEmpty else {
            throw CommandFailure(told: problems.contains { $0.exitCode == LaunchFailure.usage } ? .usage : .failed)
        }
        guard !named.isEmpty || current.isEmpty else { return output.say(ConfigCommandWords.nothingWrong) }
        let files = configuration.profiles.files
        output.say(
            files.isEmpty
                ? ConfigCommandWords.noneYet(file: configuration.profiles.mainFile)
                : .nothingWrongIn(files: files))
    }
}

extension ConfigCheckCommand {
    /// What belongs to no profile: the program that is told of changes.
    private static func problems(with configuration: Configuration) -> [LaunchFailure] {
        guard let program = configuration.profiles.screen.notify.hook.first else { return [] }
        guard !ExecutableSearch.finds(program, in: configuration.environment) else { return [] }
        return [
            LaunchFailure(
                ConfigurationWords.at(
                    file: configuration.profiles.mainFile, line: nil,
                    ConfigurationWords.programMissing(program, setting: "hook")))
        ]
    }
}

/// `portal config show`.
struct ConfigShowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print what holds now, and where each setting comes from. Secrets are masked.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object (docs/schemas/config.json).")
    var json = false

    struct Record: Encodable {
        var files: [String]
        var profiles: [String]
        var settings: [Setting]
    }

    struct Setting: Encodable {
        package var name: String
        var value: String
        /// `flag`, `environment`, `file` or `built in`.
        var origin: String
    }

    private static func shown(_ origin: String) -> String {
        Configuration.Origin(rawValue: origin).map { Phrasing.person.text(ConfigCommandWords.origin($0)) } ?? origin
    }

    func perform() throws {
        let configuration = try Configuration(portal)
        configuration.tellLeftOut()
        let settings = ConfigurationListing(configuration).settings
        let output = CommandOutput(json: json)
        guard !json else {
            try output.emit(
                Record(
                    files: configuration.profiles.files, profiles: configuration.profiles.all.map(\.name),
                    settings: settings))
            return
        }
        try output.emit(
            settings, as: [.setting, .from, .value], none: nil, row: { [$0.name, Self.shown($0.origin), $0.value] })
        if configuration.profile == nil { output.say(ConfigCommandWords.noPortalYet) }
    }
}

/// What holds, a line a setting, without any secret.
struct ConfigurationListing {
    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    var settings: [ConfigShowCommand.Setting] {
        var list: [ConfigShowCommand.Setting] = []
        func add(_ name: String, _ value: String?, _ origin: Configuration.Origin? = nil) {
            guard let value else { return }
            let origin = origin ?? configuration.origins[name] ?? .file
            list.append(ConfigShowCommand.Setting(name: name, value: value, origin: origin.rawValue))
        }
        let profile = configuration.profile
        add("profile", profile?.name)
        if profile?.place == .demo { add("demo", "true", configuration.origins["profile"]) }
        if case .services(let addresses)? = profile?.place {
            // An address with a password in it is refused; until it is mended it is not shown either.
            add("discovery", addresses.discovery.withoutCredentials)
            add("discovery_dialect", addresses.discoveryDialect.rawValue)
            add("access", addresses.access.map(\.withoutCredentials))
            if addresses.access != nil { add("access_dialect", addresses.accessDialect.rawValue) }
        }
        add("issuer", (profile?.identity?.issuer).map(\.withoutCredentials))
        add("client", profile?.identity?.clientID)
        add("client_secret_file", profile?.keys.clientSecretFile)
        add("ca_file", profile?.caFile)
        add("mirror", profile?.mirror)
        add("notifications", profile?.notifications.map(\.withoutCredentials))
        if profile?.notifications != nil { add("notifications_dialect", profile?.notificationDialect.rawValue) }
        add("helpdesk", profile?.helpdesk.map(\.withoutCredentials))
        for kind in DataWay.Kind.configured {
            add("data.\(kind.rawValue)", profile?.data[kind].map(\.withoutCredentials))
        }
        if profile?.allowsInsecureHTTP == true { add("insecure_http", "true") }
        add("rems.user", profile?.keys.remsUser)
        add("rems.key_file", profile?.keys.remsKeyFile)
        add("rems.address", profile?.remsAddress.map(\.withoutCredentials))
        add("ckan.token_file", profile?.keys.ckanTokenFile)
        add("passport.userinfo", (profile?.passport?.userInfo).map(\.withoutCredentials))
        add("passport.broker", (profile?.passport?.broker).map(\.withoutCredentials))
        for issuer in profile?.passport?.issuers ?? [] {
            add("passport.issuers", "\(issuer.name) \(issuer.keys.withoutCredentials)")
        }
        let (log, standard) = (configuration.log, LogSettings())
        add("log.level", log.level.rawValue, configuration.origins["log.level"])
        add("log.format", log.format.rawValue, configuration.origins["log.format"])
        add("log.largest_file", "\(log.largestFile)", log.largestFile == standard.largestFile ? .standard : .file)
        add("log.kept_files", "\(log.keptFiles)", log.keptFiles == standard.keptFiles ? .standard : .file)
        let screen = configuration.profiles.screen
        add("theme", screen.theme.rawValue, screen.theme == .auto ? .standard : .file)
        add("motion", screen.hasMotion ? "true" : "false", screen.hasMotion ? .standard : .file)
        for (name, group) in configuration.profiles.groups.sorted(by: { $0.key < $1.key }) {
            add("groups.\(name)", group.members.joined(separator: ", "), .file)
        }
        let notify = screen.notify
        add("notify.by", notify.way.rawValue, notify.way == .off ? .standard : .file)
        if notify.passesTmux { add("notify.tmux", "true", .file) }
        if !notify.hook.isEmpty { add("notify.hook", notify.hook.joined(separator: " "), .file) }
        if !configuration.profiles.counts { add("stats", "false", .file) }
        for key in screen.keys {
            add(
                "keys.\(key.context.name).\(key.command.rawValue)", key.keys.map(\.word).joined(separator: " "),
                .file)
        }
        for variable in Environment.secrets where configuration.environment[variable] != nil {
            add(variable, "••••", .environment)
        }
        for (variable, address) in proxies { add(variable, address, .environment) }
        return list
    }

    /// The variables for proxies that are set, without passwords.
    var proxies: [(variable: String, address: String)] {
        Self.proxyVariables.compactMap { variable in
            configuration.environment[variable].map { (variable, $0.withoutCredentials) }
        }
    }

    private static let proxyVariables = [
        "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy",
    ]
}
