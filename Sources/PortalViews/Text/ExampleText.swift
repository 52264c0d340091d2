import PortalModel
import TerminalCanvas

/// What stands in an empty field must not be taken for its answer, not without colours either: it is in brackets, and an
/// example says that it is one.
enum ExampleText {
    private static let openings = [
        "for example:", "for example", "e.g.:", "e.g.", "such as", "example:", "zum beispiel:", "zum beispiel",
        "z. b.:", "z. b.", "beispiel:",
    ]

    /// Empty for an empty text.
    static func of(_ text: String, _ phrasing: Phrasing) -> TerminalText {
        var words = trimmed(text)
        guard !words.isEmpty, !words.hasPrefix("(") else { return TerminalText(singleLine: words) }
        var isExample = words.contains { $0.isNumber || $0 == "@" }
        if let opening = openings.first(where: words.lowercased().hasPrefix) {
            words = trimmed(String(words.dropFirst(opening.count)))
            isExample = true
        }
        return isExample
            ? phrasing(CommonWords.example(words: TerminalText(singleLine: words)))
            : TerminalText(singleLine: "(\(words))")
    }

    private static func trimmed(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}
