import PortalModel
import TerminalCanvas

extension RequestDocument {
    /// As plain text: parts in capitals, answers behind their questions. Ends without a line end.
    ///
    /// - Parameter columns: wraps lines to as many; nil leaves them as they are.
    public func plainText(columns: Int? = nil) -> String {
        var writer = PlainTextWriter(columns: columns)
        writer.add(title)
        for block in blocks { writer.add(block) }
        return writer.lines.joined(separator: "\n")
    }
}

private struct PlainTextWriter {
    let columns: Int?
    private(set) var lines: [String] = []

    init(columns: Int?) { self.columns = columns }

    mutating func add(_ block: RequestDocument.Block) {
        switch block {
        case .heading(let title):
            lines.append("")
            add(title.uppercased())
        case .subheading(let title):
            lines.append("")
            add(title, indent: 2)
        case .note(let text): for line in Self.lines(of: text) { add(line, indent: 2) }
        case .facts(let facts): for fact in facts { add("\(fact.label): \(fact.value)") }
        case .answer(let answer): add(answer)
        case .list(let entries): for entry in entries { add(entry, indent: 2) }
        }
    }

    /// On one line, or in the lines below the question.
    private mutating func add(_ answer: RequestDocument.Answer) {
        let answers = answer.answers.flatMap(Self.lines)
        switch answers.count {
        case 0: add("\(answer.question): -", indent: 2)
        case 1: add("\(answer.question): \(answers[0])", indent: 2)
        default:
            add("\(answer.question):", indent: 2)
            for line in answers { add(line, indent: 4) }
        }
    }

    mutating func add(_ line: String, indent: Int = 0) {
        let space = String(repeating: " ", count: indent)
        guard let columns, columns > indent + 10 else {
            lines.append(line.isEmpty ? "" : space + line)
            return
        }
        for row in TerminalText(unabridged: line).wrapped(to: columns - indent) {
            lines.append(row.isEmpty ? "" : space + row.plain)
        }
    }

    private static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}
