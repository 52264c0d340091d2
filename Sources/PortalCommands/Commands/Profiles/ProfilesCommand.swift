import ArgumentParser
import Foundation
import PortalModel
import PortalServices

/// `portal profiles`: the portals that are set up. `portal profile` is the person's.
struct ProfilesCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "List, make, change, try and remove the portals that are set up.",
        discussion: """
            A profile is a portal's addresses and where to sign in to it, under a name. What is made here is kept in \
            profiles.d beside config.yaml, which is yours and is never written.
            """,
        subcommands: [
            ProfilesListCommand.self, ProfilesAddCommand.self, ProfilesEditCommand.self, ProfilesRemoveCommand.self,
            ProfilesUseCommand.self, ProfilesTestCommand.self,
        ],
        defaultSubcommand: ProfilesListCommand.self)

    package static func profiles() throws -> Profiles {
        do throws(Profiles.Problem) {
            let profiles = try Profiles(directory: Environment.current.configurationDirectory)
            for words in profiles.leftOut { CommandOutput().note(words) }
            return profiles
        } catch {
            throw LaunchFailure(error.said)
        }
    }

    /// - Parameter isChange: a profile of the person's own file cannot be changed here.
    package static func profile(_ name: String, in profiles: Profiles, isChange: Bool) throws -> Profile {
        do throws(Profiles.Problem) { try profiles.checkWhole(name) } catch { throw CommandFailure(error.said) }
        guard let profile = profiles.all.first(where: { $0.name == name }) else {
            let names = profiles.all.map(\.name)
            let suggestions = Misspelling.suggestions(for: name, among: names)
            throw CommandFailure(
                ProfilesCommandWords.unknown(name: name, suggestions: suggestions, known: names), .notFound)
        }
        if isChange, profiles.isYours(name), let place = profiles.places[name] {
            throw CommandFailure(
                ProfilesCommandWords.isYours(name: name, file: place.file, line: place.lines.values.min()))
        }
        return profile
    }
}

/// A portal that is set up (docs/schemas/profiles.json).
struct ProfileRecord: Encodable {
    package var name: String
    package var title: String
    var isDefault: Bool
    var discovery: String?
    var discoveryDialect: String?
    var access: String?
    var accessDialect: String?
    var issuer: String?
    var client: String?
    var file: String
    var isYours: Bool

    init(_ profile: Profile, in profiles: Profiles) {
        name = profile.name
        title = profile.title
        isDefault = (try? profiles.profile(named: nil))??.name == profile.name
        if case .services(let addresses) = profile.place {
            // What is in an address by mistake is not shown; the file has it.
            discovery = addresses.discovery.withoutCredentials
            discoveryDialect = addresses.discoveryDialect.rawValue
            access = addresses.access?.withoutCredentials
            accessDialect = addresses.access == nil ? nil : addresses.accessDialect.rawValue
        }
        issuer = profile.identity?.issuer.withoutCredentials
        client = profile.identity?.clientID
        file = profiles.places[profile.name]?.file ?? ""
        isYours = profiles.isYours(profile.name)
    }
}

/// `portal profiles list`.
struct ProfilesListCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the portals that are set up; the star is what opens.")

    @Flag(help: "One JSON object a profile (docs/schemas/profiles.json).")
    var json = false

    func perform() throws {
        let profiles = try ProfilesCommand.profiles()
        try CommandOutput(json: json).emit(
            profiles.all.map { ProfileRecord($0, in: profiles) },
            as: [.name, .none, .discovery, .access, .signIn, .file], none: ProfilesCommandWords.noneSetUp,
            row: { record in
                [
                    record.name, record.isDefault ? "*" : "", record.discovery ?? "demo", record.access ?? "",
                    record.issuer ?? "", record.file.split(separator: "/").last.map(String.init) ?? "",
                ]
            })
    }
}

/// `portal profiles use`.
struct ProfilesUseCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Make a profile the one that opens when nothing else is said.")

    @Argument(help: "The profile's name.", completion: LocalNames.profiles)
    package var name: String

    func perform() throws {
        let profiles = try ProfilesCommand.profiles()
        if name != Profile.demo.name { _ = try ProfilesCommand.profile(name, in: profiles, isChange: false) }
        if let problem = profiles.problem(withChoosing: name) { throw problem }
        try profiles.choose(name)
        CommandOutput().say(ProfilesCommandWords.opens(name: name))
    }
}

/// `portal profiles remove`.
struct ProfilesRemoveCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a profile. Its drafts, its basket and its sign-in stay.",
        discussion: "To forget the sign-in as well, run portal logout --profile NAME before.")

    @Argument(help: "The profile's name.", completion: LocalNames.profiles)
    package var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    func perform() throws {
        let profiles = try ProfilesCommand.profiles()
        let profile = try ProfilesCommand.profile(name, in: profiles, isChange: true)
        let output = CommandOutput()
        let known = KnownPortal(profile, in: profiles, environment: .current)
        if !yes {
            guard output.canAsk else {
                throw CommandFailure(ProfilesCommandWords.noYes(name: name), .usage)
            }
            output.say(ProfilesCommandWords.typeYes(known))
            guard readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes" else {
                return output.say(ProfilesCommandWords.notRemoved)
            }
        }
        try profiles.remove(name)
        output.say(
            ProfilesCommandWords.removed(
                known, folder: Environment.current.dataDirectory, tokens: known.tokenFile))
    }
}
