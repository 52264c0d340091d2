import PortalModel
import Yams

/// Several portals that are searched together by one name: `groups:` of the configuration.
package struct ProfileGroup: Equatable, Sendable {
    package let name: String
    /// Names of profiles, in the order in which they are asked and listed.
    package let members: [String]
    private let file: String
    private let line: Int?

    /// `{NAME: [PROFILE, …], …}`.
    static func all(
        _ node: Node, in file: ConfigurationFile
    ) throws(Profiles.Problem) -> [String: ProfileGroup] {
        var groups: [String: ProfileGroup] = [:]
        for (name, entry) in try file.entries(of: node, .named("groups")) {
            guard case .sequence(let names) = entry, !names.isEmpty else {
                throw file.problem(at: entry, ConfigurationWords.groupOfNames(name))
            }
            var members: [String] = []
            for member in names { members.append(try file.text(member, name)) }
            groups[name] = ProfileGroup(
                name: name, members: members.unique, file: file.path, line: entry.mark?.line)
        }
        return groups
    }

    /// - Throws: when one of its portals is not there, or a portal has its name.
    func check(among known: [String]) throws(Profiles.Problem) {
        if known.contains(name) { throw problem(.groupIsProfile(name)) }
        if let missing = members.first(where: { !known.contains($0) }) {
            throw problem(.notInGroup(missing, group: name, known: known))
        }
    }

    private func problem(_ words: ConfigurationWords) -> Profiles.Problem {
        Profiles.Problem(ConfigurationWords.at(file: file, line: line, words))
    }
}
