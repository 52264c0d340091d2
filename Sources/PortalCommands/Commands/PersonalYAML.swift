import PortalModel
import Yams

/// The personal profile as people write it: a line for each entry.
enum PersonalYAML {
    static func text(of person: PersonalProfile) -> String {
        PersonalProfile.Entry.allCases.filter { !person[$0].isEmpty }
            .map { "\($0.rawValue): \(TerminalJSON.quoted(inYAML: person[$0]))" }
            .joined(separator: "\n")
    }

    /// What a file says of each entry; an entry that it does not name is not in the result.
    static func entries(in file: ConfigurationFile) throws(CommandFailure) -> [PersonalProfile.Entry: String] {
        guard let root = file.root else { return [:] }
        do throws(ConfigurationFile.Problem) {
            var entries: [PersonalProfile.Entry: String] = [:]
            let names = PersonalProfile.Entry.allCases.map(\.rawValue)
            for (name, value) in try file.entries(of: root, .aProfile, allowed: names) {
                guard let entry = PersonalProfile.Entry(rawValue: name) else { continue }
                guard let text = value.scalar?.string else {
                    throw file.problem(at: value, ConfigurationWords.plainText(name))
                }
                entries[entry] = text
            }
            return entries
        } catch {
            throw CommandFailure(error.said, .validation)
        }
    }
}

extension ConfigurationFile {
    /// For commands, which say what is wrong with a file and end.
    static func read(_ path: String) throws(CommandFailure) -> ConfigurationFile {
        do throws(Problem) { return try ConfigurationFile(path: path) } catch {
            throw CommandFailure(error.said, .validation)
        }
    }

    static func parse(_ yaml: String, named name: String) throws(CommandFailure) -> ConfigurationFile {
        do throws(Problem) { return try ConfigurationFile(yaml: yaml, named: name) } catch {
            throw CommandFailure(error.said, .validation)
        }
    }
}
