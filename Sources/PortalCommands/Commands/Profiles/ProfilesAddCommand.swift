import ArgumentParser
import PortalModel
import PortalServices

/// `portal profiles add`.
struct ProfilesAddCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Set up a portal. Its services are tried before it is kept.",
        discussion: """
            What a service speaks is found out by asking it where no option says it.

            portal profiles add gdi --discovery https://portal.example/discovery --access https://portal.example/daam \
            --issuer https://id.example/realms/gdi --client-id portal-terminal
            """)

    @Argument(help: "A short name of letters, digits and dashes.")
    package var name: String

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var settings: ProfileSettings

    func validate() throws {
        if let problem = Profiles.problem(withName: name) { throw ValidationError(problem) }
        if portal.discovery == nil { throw ValidationError(ProfilesCommandWords.needsDiscovery) }
    }

    func perform() async throws {
        let profiles = try ProfilesCommand.profiles()
        if let place = profiles.places[name] {
            throw CommandFailure(ProfilesCommandWords.setUpAlready(name: name, file: place.file), .usage)
        }
        do throws(Profiles.Problem) { try profiles.checkWhole(name) } catch { throw CommandFailure(error.said) }
        let asked = try portal.settings
        try await ProfileTrial.keep(
            try asked.changing(.empty(name), title: settings.title), over: nil, asking: asked.unsaid(over: nil),
            in: profiles, isTried: !settings.untried)
    }
}

/// `portal profiles edit`.
struct ProfilesEditCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a profile. Its services are tried before it is kept.",
        discussion: "What no option names stays as it is; --access none and --issuer none take an address out.")

    @Argument(help: "The profile's name.", completion: LocalNames.profiles)
    package var name: String

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var settings: ProfileSettings

    func perform() async throws {
        let profiles = try ProfilesCommand.profiles()
        let before = try ProfilesCommand.profile(name, in: profiles, isChange: true)
        let asked = try portal.settings
        let after = try asked.changing(before, title: settings.title)
        guard after != before else { return CommandOutput().say(CommonCommandWords.nothingToChange) }
        try await ProfileTrial.keep(
            after, over: before, asking: asked.unsaid(over: before), in: profiles, isTried: !settings.untried)
    }
}

/// `portal profiles test`.
struct ProfilesTestCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Try the services of a profile, and where to sign in.",
        discussion: "Nothing is sent but questions how they are, and nobody is signed in.")

    @Argument(help: "The profile's name; the one that opens when left out.", completion: LocalNames.profiles)
    package var name: String?

    func perform() async throws {
        let profiles = try ProfilesCommand.profiles()
        let profile =
            try name.map { try ProfilesCommand.profile($0, in: profiles, isChange: false) }
            ?? profiles.profile(named: nil)
        guard let profile else { throw CommandFailure(ProfilesCommandWords.noneSetUpYet, .usage) }
        // The person names it, so the environment's keys and tokens are for it, as with --profile.
        let results = try await ProfileTrial(profile, over: profile, settings: PortalSettings()).results()
        ProfileTrial.tell(results)
        if results.contains(where: { !$0.isWell }) { throw CommandFailure(told: .network) }
    }
}
