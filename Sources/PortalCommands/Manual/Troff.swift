/// Text in the macros of man(7).
struct Troff {
    private(set) var lines: [String] = []

    /// A request or macro with its arguments, such as `.SH NAME`.
    mutating func macro(_ name: String, _ arguments: String...) {
        let words = arguments.map { argument in
            argument.isEmpty || argument.contains(" ") ? "\"\(Self.escaped(argument))\"" : Self.escaped(argument)
        }
        lines.append(([".\(name)"] + words).joined(separator: " "))
    }

    mutating func heading(_ text: String) { macro("SH", text) }

    /// Paragraphs, which empty lines part.
    mutating func text(_ text: String) {
        let paragraphs = text.split(separator: "\n\n").map { $0.split(whereSeparator: \.isNewline) }
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { lines.append(".PP") }
            for line in paragraph { raw(Self.escaped(String(line.drop { $0 == " " }))) }
        }
    }

    /// A term in a line of its own and what it means below.
    mutating func item(_ term: String, _ meaning: String) {
        lines.append(".TP")
        raw(term)
        if meaning.isEmpty { lines.append("\\&") } else { text(meaning) }
    }

    /// A line that is escaped already.
    mutating func raw(_ line: String) {
        // A dot or an apostrophe at the beginning would be a request.
        lines.append(line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line)
    }

    var document: String { lines.joined(separator: "\n") + "\n" }

    static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
    static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

    /// A hyphen as it is typed, and nothing that troff acts on.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\"": result += "\\(dq"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "`": result += "\\(ga"
            case "'": result += "\\(aq"
            default: result.append(character)
            }
        }
        return result
    }
}
