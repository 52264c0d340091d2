import Foundation

/// A file of `NAME=value` lines, read only when `--env-file` names it. What the process was started with wins.
enum EnvironmentFile {
    static func variables(in path: String) throws(Profiles.Problem) -> [String: String] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Profiles.Problem(sentence: "\(path) cannot be read. Check the path after --env-file.")
        }
        var variables: [String: String] = [:]
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("export ") { line = String(line.dropFirst(7)) }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].trimmingCharacters(in: .whitespaces)
            guard parts.count == 2, isName(name) else {
                // The line itself may hold a secret.
                throw Profiles.Problem(sentence: "\(path), line \(index + 1): NAME=value is allowed, and # comments.")
            }
            variables[name] = value(String(parts[1]))
        }
        if let secret = Environment.secrets.first(where: { variables[$0] != nil }), isReadableByOthers(path) {
            throw Profiles.Problem(
                sentence: "\(path) holds \(secret) and can be read by others. Make it yours alone: chmod 600 \(path)")
        }
        return variables
    }

    private static func isReadableByOthers(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
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
