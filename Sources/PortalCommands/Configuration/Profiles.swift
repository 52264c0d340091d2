import Foundation
import PortalModel
import PortalStorage
import PortalViews
import Yams

/// The configuration: profiles from `config.yaml`, which is the user's and never written here, and from
/// `profiles.d/`, where the program keeps what was set up on its screen.
package struct Profiles: Sendable {
    /// Why a file cannot be used: where, and what is allowed there.
    package struct Problem: Error {
        let said: any Wording & Sendable

        init(_ words: some Wording & Sendable) { said = words }

        /// In the person's language.
        package var sentence: String { Phrasing.person.text(said) }
    }

    /// A file, and the lines of the settings in it.
    package struct Place {
        var file: String
        var lines: [String: Int]
    }

    package private(set) var all: [Profile] = []
    private(set) var defaultName: String?
    /// What `portal profiles use` chose; the file's own `default` comes before it.
    private(set) var chosenName: String?
    private(set) var log = LogSettings()
    package private(set) var screen = ScreenSettings()
    /// What the program does is counted, on this machine alone.
    package private(set) var counts = true
    /// Several portals that are searched together by one name, by that name.
    package private(set) var groups: [String: ProfileGroup] = [:]
    /// Where each profile is written, by its name.
    package private(set) var places: [String: Place] = [:]
    /// Profiles that the program keeps and cannot read, by their names, with what is wrong with their files.
    private var broken: [String: Problem] = [:]
    /// The name of what was kept last, which opens when nothing else is said.
    private var newestName: String?
    /// The files that were read, the user's first.
    private(set) var files: [String] = []
    let directory: String

    /// The user's file; it need not be there.
    var mainFile: String { directory + "/config.yaml" }

    package init(directory: String) throws(Problem) {
        self.directory = directory
        if Self.isNamed(mainFile) {
            try readMain(ConfigurationFile(path: mainFile))
            files.append(mainFile)
        }
        chosenName = Self.chosen(in: directory)
        for path in Self.kept(in: directory) {
            let name = String(path.dropFirst(directory.count + "/profiles.d/".count).dropLast(".yaml".count))
            files.append(path)
            guard !all.contains(where: { $0.name == name }) else { continue }
            // A file that cannot be read costs its own profile, and nobody else's.
            do throws(Problem) {
                let file = try ConfigurationFile(path: path)
                guard let root = file.root else { continue }
                // The newest one comes last and is what opens when nothing else is said.
                all.append(try file.profile(named: name, root))
                places[name] = Place(file: path, lines: file.lines(of: root))
            } catch {
                broken[name] = error
            }
            newestName = name
        }
    }

    /// What is wrong with files of profiles that were left out, in the order of their names.
    var leftOut: [ConfigurationWords] {
        broken.sorted { $0.key < $1.key }.map { .leftOut(profile: $0.key, $0.value.said) }
    }

    /// - Throws: what is wrong with the file of a profile that was left out.
    package func checkWhole(_ name: String) throws(Problem) {
        if let problem = broken[name] { throw problem }
    }

    /// The names of profiles that names of profiles and of groups stand for, each once.
    ///
    /// - Throws: what is wrong with a group that is named. Others, whose portals may have been removed, are left alone.
    func members(of names: [String]) throws(Problem) -> [String] {
        var members: [String] = []
        for name in names {
            if let group = groups[name] { members += try self.members(of: group) } else { members.append(name) }
        }
        return members.unique
    }

    /// - Throws: what is wrong with the first group with which something is.
    func checkGroups() throws(Problem) {
        for name in groups.keys.sorted() { _ = try members(of: [name]) }
    }

    /// Files that cannot be read, a default that is no profile, and names that no folder can have.
    var problemsWithNames: [LaunchFailure] {
        var problems: [LaunchFailure] = []
        for (_, problem) in broken.sorted(by: { $0.key < $1.key }) { problems.append(LaunchFailure(problem.said)) }
        if let defaultName {
            do { _ = try profile(named: defaultName) } catch {
                problems.append(LaunchFailure(error.said, exitCode: LaunchFailure.usage))
            }
        }
        for profile in all {
            do throws(PortalError) { _ = try StorageDirectories.folder(forProfile: profile.name) } catch {
                guard let place = places[profile.name] else { continue }
                let line = place.lines.values.min()
                problems.append(LaunchFailure(ConfigurationWords.at(file: place.file, line: line, error.why)))
            }
        }
        return problems
    }

    private func members(of group: ProfileGroup) throws(Problem) -> [String] {
        for name in group.members { try checkWhole(name) }
        try group.check(among: all.map(\.name) + [Profile.demo.name])
        return group.members
    }

    /// Whether something of this name is there, also a link that leads nowhere, or a file behind a folder that may not be
    /// looked into: neither is the same as having no configuration.
    private static func isNamed(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 || ![ENOENT, ENOTDIR].contains(errno)
    }

    private mutating func readMain(_ file: ConfigurationFile) throws(Problem) {
        guard let root = file.root else { return }
        let allowed = ["default", "profiles", "groups", "log", "theme", "motion", "keys", "notify", "stats"]
        for (key, value) in try file.entries(of: root, .configuration, allowed: allowed) {
            switch key {
            case "theme": screen.theme = try file.choice(ScreenSettings.ThemeChoice.self, value, key)
            case "motion": screen.hasMotion = try file.flag(value, key)
            case "keys": screen.keys = try file.keys(value)
            case "stats": counts = try file.flag(value, key)
            case "notify": screen.notify = try NotifySettings(value, in: file)
            case "default": defaultName = try file.text(value, key)
            case "groups": groups = try ProfileGroup.all(value, in: file)
            case "log": log = try LogSettings(value, in: file)
            default:
                for (name, entry) in try file.entries(of: value, .profiles) {
                    all.append(try file.profile(named: name, entry))
                    places[name] = Place(file: file.path, lines: file.lines(of: entry))
                }
                all.sort { $0.name < $1.name }
            }
        }
    }

    /// The profile of that name, or the one to open when none is named: the default, else the one kept last.
    package func profile(named name: String?) throws(Problem) -> Profile? {
        guard let name = name ?? defaultName else {
            // Another portal does not open in place of the one that was meant.
            if let meant = chosenName ?? newestName { try checkWhole(meant) }
            // What was chosen may have been removed since.
            let chosen = chosenName.flatMap { name in
                all.first { $0.name == name } ?? (name == Profile.demo.name ? .demo : nil)
            }
            return chosen ?? all.last
        }
        if let profile = all.first(where: { $0.name == name }) { return profile }
        try checkWhole(name)
        if name == Profile.demo.name { return .demo }
        throw Problem(ConfigurationWords.noPortal(name: name, folder: directory, known: all.map(\.name)))
    }

    /// Files of `profiles.d/`, oldest first. Names that begin with a dot are those of editors and of other systems, which
    /// leave such files beside what they change or copy.
    private static func kept(in directory: String) -> [String] {
        let folder = directory + "/profiles.d"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { folder + "/" + $0 }
            .sorted { modified($0) < modified($1) }
    }

    private static func modified(_ path: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }
}
