import PortalModel
import TerminalCanvas

extension RequestDocument {
    /// For groff with its macros `ms`. No word of an answer is taken for a request or an escape.
    public var troff: String {
        ([".nr PS 11", ".nr VS 14", ".ad l", ".LP", ".ft B", ".ps +4", Troff.escaped(title), ".ps -4", ".ft R"]
            + blocks.flatMap(Troff.lines)).joined(separator: "\n") + "\n"
    }
}

enum Troff {
    static func lines(_ block: RequestDocument.Block) -> [String] {
        switch block {
        case .heading(let title): [".SH", escaped(title), ".LP"]
        case .subheading(let title): [".LP", ".I", escaped(title), ".R", ".LP"]
        case .note(let text): [".LP"] + broken(text)
        case .facts(let facts): [".LP"] + facts.flatMap { broken("\($0.label): \($0.value)") }
        case .answer(let answer):
            [".LP", ".ft B", escaped(answer.question), ".ft R", ".br", ".RS"]
                + (answer.answers.isEmpty ? ["No answer"] : answer.answers.flatMap(broken)) + [".RE"]
        case .list(let entries): entries.flatMap { [".IP \\(bu 2", escaped($0)] } + [".LP"]
        }
    }

    private static func broken(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).flatMap { [escaped(String($0)), ".br"] }
    }

    /// A line of text alone: backslashes stand for themselves, and neither `.` nor `'` begins a request.
    static func escaped(_ line: String) -> String {
        // What shows nothing by itself has no glyph on paper either.
        let text = TerminalText(singleLine: line).plain.replacing("\\", with: "\\(rs").split(
            whereSeparator: \.isNewline
        ).joined(separator: " ")
        return "\\&" + text
    }
}
