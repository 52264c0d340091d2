import Foundation
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
            throw Problem(sentence: path + Self.words(for: error))
        } catch {
            throw Problem(sentence: "\(path) cannot be understood: \(error).")
        }
    }

    /// What is wrong at a place of the file.
    package func problem(at node: Node?, _ words: String) -> Problem {
        let line = node?.mark.map { ", line \($0.line)" } ?? ""
        return Problem(sentence: "\(path)\(line): \(words)")
    }

    /// The values of a mapping by their names; those without anything behind the colon are left out.
    ///
    /// - Parameter allowed: the names that may stand there; nil where they are the user's own.
    func entries(of node: Node, _ what: String, allowed: [String]? = nil) throws(Problem) -> [(
        key: String, value: Node
    )] {
        let names =
            allowed.map { "Allowed are \($0.joined(separator: ", "))." }
            ?? "Allowed are names of your own, each with a colon and what belongs to it."
        guard case .mapping(let mapping) = node else {
            throw problem(at: node, "\(what) holds something else than names with values. \(names)")
        }
        var entries: [(key: String, value: Node)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                throw problem(at: key, "\(what) holds something that is no name. \(names)")
            }
            if let allowed, !allowed.contains(name) {
                throw problem(at: key, "“\(name)” is not known in \(what). \(names)")
            }
            if !Self.isNull(value) { entries.append((name, value)) }
        }
        return entries
    }

    func text(_ node: Node, _ what: String) throws(Problem) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw problem(
                at: node, "“\(what)” takes something else. Allowed is one text behind the colon, in quotes if need be.")
        }
        return text
    }

    func flag(_ node: Node, _ what: String) throws(Problem) -> Bool {
        guard let flag = node.bool else {
            throw problem(at: node, "“\(what)” takes something else. Allowed are true and false.")
        }
        return flag
    }

    func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ type: Value.Type, _ node: Node, _ what: String
    ) throws(Problem) -> Value {
        let text = try text(node, what)
        if let value = Value(rawValue: text) { return value }
        let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw problem(at: node, "“\(text)” is not known as \(what). Allowed are \(allowed).")
    }

    private static func isNull(_ node: Node) -> Bool { node.null != nil }

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
}
