import Foundation

/// A file of `NAME=value` lines, read only when `--env-file` names it. What the process was started with wins.
///
/// Read by hand: swift-configuration's reader is not public by itself, knows no quotes, leaves out what it cannot read
/// without a word, and takes a file with Windows' line ends for one line.
enum EnvironmentFile {
    static func variables(in path: String) throws(Profiles.Problem) -> [String: String] {
        let given: GivenText
        do throws(GivenText.Refusal) { given = try GivenText(path: path) } catch {
            throw Profiles.Problem(FileWords.refused(error, path: path))
        }
        var variables: [String: String] = [:]
        for (index, line) in given.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("export ") { line = String(line.dropFirst(7)) }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].trimmingCharacters(in: .whitespaces)
            // The line itself may hold a secret.
            guard parts.count == 2, isName(name) else {
                throw Profiles.Problem(
                    ConfigurationWords.at(file: path, line: index + 1, ConfigurationWords.variableLine))
            }
            guard !parts[1].unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\t" })
            else {
                throw Profiles.Problem(
                    ConfigurationWords.at(
                        file: path, line: index + 1, ConfigurationWords.controlCharacter(variable: name)))
            }
            guard let value = value(String(parts[1])) else {
                throw Profiles.Problem(
                    ConfigurationWords.at(file: path, line: index + 1, ConfigurationWords.openQuote(variable: name)))
            }
            variables[name] = value
        }
        // By the names alone, so that no slip in how the file is read lets a secret pass.
        let secret = Environment.secrets.first { given.text.contains($0) }
        if let secret, given.isReadableByOthers {
            throw Profiles.Problem(ConfigurationWords.secretReadable(path: path, variable: secret))
        }
        return variables
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.first, first.isASCII, first.isLetter || first == "_" else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// Single quotes keep all, double quotes know `\n`, `\"` and `\\`; a bare value ends before ` #`, and a quoted one may
    /// have such a comment behind it.
    ///
    /// - Returns: nil for a quote that is never closed: what is cut off may be a secret's end.
    private static func value(_ text: String) -> String? {
        let text = text.trimmingCharacters(in: .whitespaces)
        if let value = quoted(text) { return value }
        if isOpen(text) { return nil }
        return text.range(of: #"\s#"#, options: .regularExpression)
            .map { text[..<$0.lowerBound].trimmingCharacters(in: .whitespaces) } ?? text
    }

    /// Nil for what does not begin with a quote that is closed, with a comment at the most behind it.
    private static func quoted(_ text: String) -> String? {
        guard let quote = text.first, quote == "'" || quote == "\"" else { return nil }
        var value = ""
        var isEscaped = false
        for index in text.indices.dropFirst() {
            let character = text[index]
            if isEscaped {
                value.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\", quote == "\"" {
                isEscaped = true
            } else if character == quote, isEnd(text[text.index(after: index)...]) {
                return value
            } else {
                value.append(character)
            }
        }
        return nil
    }

    /// Whether no other quote follows the one at the beginning.
    private static func isOpen(_ text: String) -> Bool {
        guard let quote = text.first, quote == "'" || quote == "\"" else { return false }
        let rest = quote == "\"" ? String(text.dropFirst()).replacing(#/\\./#, with: "") : String(text.dropFirst())
        return !rest.contains(quote)
    }

    /// Quotes within a value are the value's: it ends where nothing or a comment follows.
    private static func isEnd(_ rest: Substring) -> Bool {
        let comment = rest.drop { $0 == " " || $0 == "\t" }
        return comment.isEmpty || comment.first == "#" && comment.startIndex > rest.startIndex
    }
}
