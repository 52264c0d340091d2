import ArgumentParser
import PortalModel

/// For a search of several portals at once.
struct SeveralFlags: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            """
            Search these portals at once, by their names in the configuration, or by that of a group there.
            """, valueName: "a,b,c"),
        completion: LocalNames.profilesAndGroups, transform: Self.names)
    var profiles: [String]?

    @Flag(help: "Search all portals of the configuration at once.")
    var allProfiles = false

    @Option(
        help: ArgumentHelp("Of several portals: how long one is waited for.", valueName: "seconds"))
    var patience = 10

    var isAsked: Bool { allProfiles || profiles != nil }

    private static func names(_ text: String) throws -> [String] {
        let names = text.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
        guard !names.isEmpty else { throw ValidationError(SeveralWords.noNames) }
        return names.unique
    }

    func validate() throws {
        guard profiles == nil || !allProfiles else { throw ValidationError(SeveralWords.allOrSome) }
        guard (1...600).contains(patience) else { throw ValidationError(SeveralWords.patience) }
    }

    /// The profiles that are meant, in the order in which they were named.
    func meant(_ configuration: Configuration) throws -> [Profile] {
        guard let profiles else {
            guard !configuration.profiles.all.isEmpty else { throw CommandFailure(CommonCommandWords.noPortal, .usage) }
            return configuration.profiles.all
        }
        let names: [String]
        do { names = try configuration.profiles.members(of: profiles) } catch {
            throw LaunchFailure(error.said, exitCode: LaunchFailure.usage)
        }
        return try names.map { name in
            do {
                guard let profile = try configuration.profiles.profile(named: name) else {
                    throw CommandFailure(CommonCommandWords.noPortal, .usage)
                }
                return profile
            } catch let problem as Profiles.Problem {
                throw LaunchFailure(problem.said, exitCode: LaunchFailure.usage)
            }
        }
    }
}
