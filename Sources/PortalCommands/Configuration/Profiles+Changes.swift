import Foundation
import PortalStorage
import Yams

/// What the program changes: files of its own. `config.yaml` is the person's and is never written.
extension Profiles {
    /// Keeps a profile in `profiles.d/`, 0600 because an address may be nobody else's business.
    ///
    /// - Throws: also where there is a file of that name which cannot be read: the person may still mend it.
    package func keep(_ profile: Profile) throws {
        do throws(Problem) { try checkWhole(profile.name) } catch { throw CommandFailure(error.said) }
        try writing(.keep(profile.name)) {
            try makeFolder()
            try write(try YAMLEncoder().encode(Entry(profile)), to: keptFile(profile.name))
        }
    }

    /// Removes a profile that the program keeps. Its drafts, basket and answers stay.
    package func remove(_ name: String) throws {
        try writing(.remove(name)) { try FileManager.default.removeItem(atPath: keptFile(name)) }
    }

    /// Makes a profile the one that opens when nothing else is said.
    package func choose(_ name: String) throws {
        try writing(.choose(name)) {
            try makeFolder()
            try write(name + "\n", to: Self.choiceFile(in: directory))
        }
    }

    private func writing(_ deed: ProfilesCommandWords.Deed, _ body: () throws -> Void) throws {
        do { try body() } catch {
            if directory.hasPrefix(HomeDirectory.nowhere) {
                throw CommandFailure(ProfilesCommandWords.noPlace(deed))
            }
            let code = (error as? CocoaError)?.underlying as? POSIXError
            let reason = code.map { String(cString: strerror($0.code.rawValue)) }
            throw CommandFailure(ProfilesCommandWords.notWritten(deed, folder: directory, reason: reason))
        }
    }

    /// Why a profile cannot be made the one that opens; nil when it can.
    package func problem(withChoosing name: String) -> CommandFailure? {
        guard let yours = defaultName, yours != name else { return nil }
        return CommandFailure(ProfilesCommandWords.yoursOpens(file: mainFile, yours: yours, name: name))
    }

    /// Whether a profile stands in the person's own file.
    func isYours(_ name: String) -> Bool { places[name]?.file == mainFile }

    /// What was chosen, by its name.
    static func chosen(in directory: String) -> String? {
        guard let data = FileManager.default.contents(atPath: choiceFile(in: directory)) else { return nil }
        let name = String(decoding: data.prefix(300), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return name.isEmpty ? nil : name
    }

    /// Why a profile cannot have this name; nil when it can.
    package static func problem(withName name: String) -> CommandFailure? {
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        guard !name.isEmpty, name.count <= 100, isPlain else {
            return CommandFailure(ProfilesCommandWords.shortName)
        }
        return name == Profile.demo.name ? CommandFailure(ProfilesCommandWords.demoName) : nil
    }

    private static func choiceFile(in directory: String) -> String { directory + "/profiles.d/default" }
    private func keptFile(_ name: String) -> String { directory + "/profiles.d/\(name).yaml" }

    private func makeFolder() throws {
        try FileManager.default.createDirectory(
            atPath: directory + "/profiles.d", withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
