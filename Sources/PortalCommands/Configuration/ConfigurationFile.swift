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
            let root = try Yams.compose(yaml: Self.wholeCharacters(in: yaml))
            self.root = root.flatMap { Self.isNull($0) ? nil : $0 }
        } catch let error as YamlError {
            throw Problem(Self.words(for: error, in: path))
        } catch {
            throw Problem(ConfigurationWords.noText(file: path, line: nil))
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
        // What the parser would say holds lines of the file, which may be one of secrets that was named by mistake.
        case .reader(_, _, _, let yaml): .noText(file: path, line: firstControlLine(of: yaml))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: .noText(file: path, line: nil)
        }
    }

    /// The line of the first character that no YAML may hold (1.2, 5.1).
    private static func firstControlLine(of yaml: String) -> Int? {
        var line = 1
        for scalar in yaml.unicodeScalars {
            if scalar == "\n" { line += 1 }
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0x85, 0xA0..<0xFFFE, 0x10000...: continue
            default: return line
            }
        }
        return nil
    }

    /// JSON writes a character beyond U+FFFF as two halves, which YAML takes for none. In JSON, and nowhere else in YAML,
    /// `\u` stands in quotation marks only.
    private static func wholeCharacters(in text: String) -> String {
        let beginning = text.first { !$0.isWhitespace }
        guard beginning == "{" || beginning == "[", text.contains(halves),
            (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil
        else { return text }
        return text.replacing(escapes) { match in
            guard let first = match.high.flatMap({ UInt16($0, radix: 16) }),
                let second = match.low.flatMap({ UInt16($0, radix: 16) })
            else { return String(match.0) }
            return String(decoding: [first, second], as: UTF16.self)
        }
    }

    /// A pair of halves.
    private static var halves: Regex<Substring> { #/\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/# }

    /// A pair of halves, or a backslash with what it escapes.
    private static var escapes: Regex<(Substring, high: Substring?, low: Substring?)> {
        #/\\u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})|\\./#
    }
}
