import Foundation

/// A file of `NAME=value` lines, read only when `--env-file` names it. What the process was started with wins.
///
/// Read by hand: swift-configuration's reader is not public by itself, knows no quotes, leaves out what it cannot read
/// without a word, and takes a file with Windows' line ends for one line.
enum EnvironmentFile {
    static func variables(in path: String) throws(Profiles.Problem) -> [String: String] {
        let given: GivenText
        do throws(GivenText.Refusal) { given = try GivenText(path: path) } catch {
            throw Profiles.Problem(sentence: error.words(for: path))
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
                throw Profiles.Problem(sentence: "\(path), line \(index + 1): NAME=value is allowed, and # comments.")
            }
            guard !parts[1].unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\t" })
            else {
                throw Profiles.Problem(sentence: "\(path), line \(index + 1): \(name) holds a control character.")
            }
            variables[name] = value(String(parts[1]))
        }
        // By the names alone, so that no slip in how the file is read lets a secret pass.
        let secret = Environment.secrets.first { given.text.contains($0) }
        if let secret, given.isReadableByOthers {
            throw Profiles.Problem(
                sentence: "\(path) holds \(secret) and can be read by others. Make it yours alone: chmod 600 \(path)")
        }
        return variables
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.first, first.isASCII, first.isLetter || first == "_" else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// Single quotes keep all, double quotes know `\n`, `\"` and `\\`; a bare value ends before ` #`.
    private static func value(_ text: String) -> String {
        let text = text.trimmingCharacters(in: .whitespaces)
        if text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") { return String(text.dropFirst().dropLast()) }
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else {
            return text.range(of: " #").map { text[..<$0.lowerBound].trimmingCharacters(in: .whitespaces) } ?? text
        }
        var value = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if isEscaped {
                value.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                value.append(character)
            }
        }
        return value
    }
}
