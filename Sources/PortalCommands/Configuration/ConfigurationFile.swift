import Foundation
import PortalViews
import Yams

/// A YAML file of the configuration: gives its values, and of every slip the line and what is allowed there.
struct ConfigurationFile {
    package typealias Problem = Profiles.Problem

    let path: String
    /// Nil for a file without anything, or with comments alone.
    let root: Node?

    /// - Parameter onlyFiles: refuses pipes and devices, which would be waited for.
    init(path: String, onlyFiles: Bool = false) throws(Problem) {
        let given: GivenText
        do throws(GivenText.Refusal) { given = try GivenText(path: path, onlyFiles: onlyFiles) } catch {
            throw Problem(FileWords.refused(error, path: path))
        }
        try self.init(yaml: given.text, named: path)
    }

    /// - Parameter name: stands for the path in what is said of it.
    init(yaml: String, named name: String) throws(Problem) {
        path = name
        do {
            let root = try Yams.compose(yaml: yaml)
            self.root = root.flatMap { Self.isNull($0) ? nil : $0 }
        } catch let error as YamlError {
            throw Problem(Self.words(for: error, in: path))
        } catch {
            throw Problem(ConfigurationWords.notUnderstood(file: path, words: "\(error)"))
        }
    }

    /// What is wrong at a place of the file.
    func problem(at node: Node?, _ words: some Wording & Sendable) -> Problem {
        Problem(ConfigurationWords.at(file: path, line: node?.mark?.line, words))
    }

    /// The values of a mapping by their names; those without anything behind the colon are left out.
    ///
    /// - Parameter allowed: the names that may stand there; nil where they are the user's own.
    func entries(
        of node: Node, _ part: ConfigurationWords.Part, allowed: [String]? = nil
    ) throws(Problem) -> [(key: String, value: Node)] {
        guard case .mapping(let mapping) = node else {
            throw problem(at: node, ConfigurationWords.noMapping(part, allowed: allowed))
        }
        var entries: [(key: String, value: Node)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                throw problem(at: key, ConfigurationWords.noName(part, allowed: allowed))
            }
            if let allowed, !allowed.contains(name) {
                throw problem(at: key, ConfigurationWords.unknownName(name, part, allowed: allowed))
            }
            if !Self.isNull(value) { entries.append((name, value)) }
        }
        return entries
    }

    func text(_ node: Node, _ what: String) throws(Problem) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw problem(at: node, ConfigurationWords.text(what))
        }
        return text
    }

    func flag(_ node: Node, _ what: String) throws(Problem) -> Bool {
        guard let flag = node.bool else {
            throw problem(at: node, ConfigurationWords.flag(what))
        }
        return flag
    }

    func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ type: Value.Type, _ node: Node, _ what: String
    ) throws(Problem) -> Value {
        let text = try text(node, what)
        if let value = Value(rawValue: text) { return value }
        throw problem(
            at: node, ConfigurationWords.choice(text, of: what, allowed: Value.allCases.map(\.rawValue)))
    }

    private static func isNull(_ node: Node) -> Bool { node.null != nil }

    private static func words(for error: YamlError, in path: String) -> ConfigurationWords {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .notYAML(file: path, line: mark.line, words: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            .at(file: path, line: context.mark.line, ConfigurationWords.twice(keys.joined(separator: ", ")))
        default: .notYAML(file: path, line: nil, words: "\(error)")
        }
    }
}
