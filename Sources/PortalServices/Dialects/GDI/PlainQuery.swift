import PortalModel

/// What a person typed, as text in which Solr finds nothing but words and quoted phrases.
///
/// DDS hands `query` to CKAN and on to Solr, and answers 500 when it does not parse: at every colon after a word that
/// names no field, and at every "cancer AND" on the way to "cancer AND lung". Signs of syntax become spaces rather than
/// being escaped: indexing drops them in any case, and newer versions of DDS escape by themselves, so that a backslash
/// of ours would become part of the word.
enum PlainQuery {
    static func text(_ typed: String) -> String {
        let pieces = typed.split(separator: "\"", omittingEmptySubsequences: false)
        // An even number of quotes makes an odd number of pieces, every second one a phrase.
        let lastIsOpen = pieces.count.isMultiple(of: 2)
        let parts = pieces.enumerated().map { index, piece in
            let isPhrase = !index.isMultiple(of: 2) && !(lastIsOpen && index == pieces.count - 1)
            guard isPhrase else { return words(piece) }
            let phrase = piece.filter { $0 != "\\" }.trimmed
            return phrase.isEmpty ? "" : "\"\(phrase)\""
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func words(_ text: Substring) -> String {
        text.split { $0.isWhitespace || "!(){}[]^~*?:\\/".contains($0) }
            .flatMap { withoutDoubled($0) }
            // Inside a word these are part of it: long-read, C++.
            .map { $0.drop { $0 == "+" || $0 == "-" } }
            .filter { !$0.isEmpty }
            // In capitals these are operators.
            .map { ["AND", "OR", "NOT"].contains($0) ? $0.lowercased() : String($0) }
            .joined(separator: " ")
    }

    /// `&&` and `||` are operators; `R&D` is a word.
    private static func withoutDoubled(_ word: Substring) -> [Substring] {
        word.split(separator: "&&").flatMap { $0.split(separator: "||") }
    }
}
