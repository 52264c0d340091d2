extension QueryTerm {
    /// As it is typed where words are looked for; nil for what is none.
    var asWord: String? {
        switch kind {
        // Quotation marks are those of phrases there.
        case .word(let word):
            word.contains(where: { $0.isWhitespace || $0 == "\"" }) ? "\"\(Self.bare(word))\"" : word
        case .phrase(let phrase): "\"\(Self.bare(phrase))\""
        case .condition, .not, .either, .all: nil
        }
    }

    private static func bare(_ text: String) -> String {
        String(text.map { $0 == "\"" || $0.isNewline ? " " : $0 }).trimmingSpaces
    }
}
