import PortalModel

extension RequestDocument {
    /// As Markdown (CommonMark). No word of an answer is taken for a mark; every line end stays one.
    public var markdown: String {
        (["# \(Markdown.escaped(title))"] + blocks.map(Markdown.text)).joined(separator: "\n\n") + "\n"
    }
}

/// Writes blocks as CommonMark 0.30 reads them.
enum Markdown {
    static func text(_ block: RequestDocument.Block) -> String {
        switch block {
        case .heading(let title): "## " + escaped(title)
        case .subheading(let title): "### " + escaped(title)
        case .note(let text): paragraph(text)
        case .facts(let facts): facts.map { "- \($0.label): \(escaped($0.value))" }.joined(separator: "\n")
        case .answer(let answer): self.answer(answer)
        case .list(let entries): entries.map { "- " + escaped($0) }.joined(separator: "\n")
        }
    }

    private static func answer(_ answer: RequestDocument.Answer) -> String {
        let question = "**\(escaped(answer.question.isEmpty ? "No title" : answer.question))**"
        switch answer.answers.count {
        case 0: return question + "\n\n*No answer*"
        case 1: return question + "\n\n" + quote(answer.answers[0])
        default: return question + "\n\n" + answer.answers.map { "- " + entry($0) }.joined(separator: "\n")
        }
    }

    private static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    /// Lines of one paragraph end with a backslash, so that they stay lines.
    private static func paragraph(_ text: String) -> String {
        let lines = lines(of: text).map(escaped)
        return lines.enumerated().map { place, line in
            let next = place + 1 < lines.count ? lines[place + 1] : ""
            return line.isEmpty || next.isEmpty ? line : line + "\\"
        }.joined(separator: "\n")
    }

    private static func quote(_ text: String) -> String {
        paragraph(text).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    }

    private static func entry(_ text: String) -> String {
        paragraph(text).split(separator: "\n").joined(separator: "\n  ")
    }

    /// One line in which nothing is a mark. Spaces at its ends are dropped: in front they would make code.
    static func escaped(_ line: String) -> String {
        let words = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        var result = ""
        for character in words {
            if marks.contains(character) { result.append("\\") }
            result.append(character)
        }
        return escapingStart(of: result)
    }

    private static let marks: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$"]

    /// What is a mark at the beginning of a line alone: headings, lists, rules and underlines.
    private static func escapingStart(of line: String) -> String {
        guard let first = line.first else { return line }
        if "#+-=:".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let sign = line.dropFirst(digits.count).first, sign == "." || sign == ")" else {
            return line
        }
        return digits + "\\" + line.dropFirst(digits.count)
    }
}
