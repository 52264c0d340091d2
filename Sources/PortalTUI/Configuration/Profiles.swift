import Foundation
import Yams

/// The configuration: profiles from `config.yaml`, which is the user's and never written here, and from
/// `profiles.d/`, where the program keeps what was set up on its screen.
struct Profiles: Sendable {
    /// Why a file cannot be used: where, and what is allowed there.
    struct Problem: Error {
        var sentence: String
    }

    private(set) var all: [Profile] = []
    private(set) var defaultName: String?
    private let directory: String

    init(directory: String) throws(Problem) {
        self.directory = directory
        let main = directory + "/config.yaml"
        if FileManager.default.fileExists(atPath: main) {
            let file = try Self.decode(File.self, at: main)
            defaultName = file?.default
            for (name, entry) in (file?.profiles ?? [:]).sorted(by: { $0.key < $1.key }) {
                all.append(try entry.profile(name: name, path: main))
            }
        }
        for path in Self.kept(in: directory) {
            let name = String(path.dropFirst(directory.count + "/profiles.d/".count).dropLast(".yaml".count))
            guard !all.contains(where: { $0.name == name }) else { continue }
            guard let entry = try Self.decode(Entry.self, at: path) else { continue }
            // The newest one comes last and is what opens when nothing else is said.
            all.append(try entry.profile(name: name, path: path))
        }
    }

    /// The profile of that name, or the one to open when none is named: the default, else the one kept last.
    func profile(named name: String?) throws(Problem) -> Profile? {
        guard let name = name ?? defaultName else { return all.last }
        if let profile = all.first(where: { $0.name == name }) { return profile }
        if name == Profile.demo.name { return .demo }
        let known = all.map(\.name).joined(separator: ", ")
        throw Problem(
            sentence: "There is no portal called “\(name)” in \(directory)/config.yaml or profiles.d/. "
                + (known.isEmpty ? "None is configured yet: start portal without --profile." : "Known: \(known)."))
    }

    /// Keeps a profile in `profiles.d/`, 0600 because an address may be nobody else's business.
    func keep(_ profile: Profile) throws {
        let folder = directory + "/profiles.d"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let text = try YAMLEncoder().encode(Entry(profile))
        let path = folder + "/\(profile.name).yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// Files of `profiles.d/`, oldest first.
    private static func kept(in directory: String) -> [String] {
        let folder = directory + "/profiles.d"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }.sorted { modified($0) < modified($1) }
    }

    private static func modified(_ path: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }

    /// Nil for a file without anything, or with comments alone.
    private static func decode<Value: Decodable>(_ type: Value.Type, at path: String) throws(Problem) -> Value? {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(sentence: "\(path) cannot be read. Check its permissions.")
        }
        do {
            guard let node = try Yams.compose(yaml: String(decoding: data, as: UTF8.self)) else { return nil }
            return try YAMLDecoder().decode(Value.self, from: node)
        } catch let error as YamlError {
            throw Problem(sentence: path + words(for: error))
        } catch DecodingError.keyNotFound(let key, let context) {
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw Problem(sentence: "\(path), at “\(place)”: “\(key.stringValue)” is missing.")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context)
        {
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw Problem(
                sentence: path + (place.isEmpty ? "" : ", at “\(place)”,") + " holds something else than is expected. "
                    + "Allowed are default: NAME and profiles: NAME: {title, discovery, access, "
                    + "identity: {issuer, client}} or {demo: true}.")
        } catch {
            throw Problem(sentence: "\(path) cannot be understood: \(error).")
        }
    }

    /// What follows the path.
    private static func words(for error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ", line \(mark.line), is not YAML: \(problem)."
        case .duplicatedKeysInMapping(let keys, let context):
            ", line \(context.mark.line): “\(keys.joined(separator: ", "))” is there twice."
        default: " is not YAML: \(error)."
        }
    }

    private struct File: Decodable {
        var `default`: String?
        var profiles: [String: Entry]?
    }

    private struct Entry: Codable {
        var title: String?
        var demo: Bool?
        var discovery: String?
        var access: String?
        var identity: Identity?

        init(_ profile: Profile) {
            title = profile.title
            identity = profile.identity.map { Identity($0) }
            if case .services(let discovery, let access) = profile.place {
                self.discovery = discovery
                self.access = access
            } else {
                demo = true
            }
        }

        func profile(name: String, path: String) throws(Problem) -> Profile {
            if demo == true { return Profile(name: name, title: title ?? Profile.demo.title, place: .demo) }
            guard let discovery else {
                throw Problem(
                    sentence: "\(path): the profile “\(name)” has no discovery address. Add one such as "
                        + "discovery: https://portal.example/discovery")
            }
            return Profile(
                name: name, title: title ?? name, place: .services(discovery: discovery, access: access),
                identity: identity?.settings)
        }
    }
}
