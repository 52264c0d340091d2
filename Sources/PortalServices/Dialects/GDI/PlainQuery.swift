import PortalDomain

/// What a person typed, as text in which Solr finds nothing but words and quoted phrases, joined as the person wants.
///
/// DDS hands `query` to CKAN and on to Solr, and its `operator` joins the values of facets, never words. CKAN gives what
/// has no colon to Solr's dismax parser, which wants both of two words, but not all of more (`mm`, `2<-1 5<80%`). So words
/// that are all wanted are joined by AND here; where any will do they are given as fields to the standard parser, since
/// to dismax OR between two words still means both.
///
/// DDS answers 500 when the text does not parse: at every colon after a word that names no field, and at every
/// "cancer AND" on the way to "cancer AND lung". Signs of syntax become spaces rather than being escaped: indexing drops
/// them in any case.
enum PlainQuery {
    /// - Returns: nil when something was typed in which nothing could be a word: it finds nothing.
    static func text(_ typed: String, matching: SearchQuery.Matching) -> String? {
        let terms = terms(typed)
        switch matching {
        case _ where terms.isEmpty: return typed.trimmed.isEmpty ? "" : nil
        case .any where terms.count > 1: return SolrQuery(SearchQuery(text: typed, matching: .any)).q
        case .all, .any: return terms.joined(separator: " AND ")
        }
    }

    static func terms(_ typed: String) -> [String] {
        let pieces = typed.split(separator: "\"", omittingEmptySubsequences: false)
        // An even number of quotes makes an odd number of pieces, every second one a phrase.
        let lastIsOpen = pieces.count.isMultiple(of: 2)
        return pieces.enumerated().flatMap { index, piece -> [String] in
            let isPhrase = !index.isMultiple(of: 2) && !(lastIsOpen && index == pieces.count - 1)
            guard isPhrase else { return words(piece) }
            let phrase = piece.filter { $0 != "\\" }.trimmed
            return phrase.contains(where: isWordy) ? ["\"\(phrase)\""] : []
        }
    }

    private static func words(_ text: Substring) -> [String] {
        text.split { $0.isWhitespace || "!(){}[]^~*?:\\/".contains($0) }
            .flatMap { withoutDoubled($0) }
            // Inside a word these are part of it: long-read, C++.
            .map { $0.drop { $0 == "+" || $0 == "-" } }
            // What holds no letter or digit is in no index.
            .filter { $0.contains(where: isWordy) }
            // In capitals these are operators.
            .map { ["AND", "OR", "NOT"].contains($0) ? $0.lowercased() : String($0) }
    }

    private static func isWordy(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// `&&` and `||` are operators; `R&D` is a word.
    private static func withoutDoubled(_ word: Substring) -> [Substring] {
        word.split(separator: "&&").flatMap { $0.split(separator: "||") }
    }
}
