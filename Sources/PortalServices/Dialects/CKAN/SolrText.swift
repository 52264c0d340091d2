import PortalDomain

/// Words, phrases and conditions in Solr's query syntax, where nothing that a person typed is syntax.
///
/// CKAN hands `q` and `fq` on to Solr and answers 409 when they do not parse. A query with a colon is read by Solr's
/// standard parser, in which a backslash takes every special character's meaning away.
enum SolrText {
    /// The characters that Solr's standard parser knows, white space included.
    private static let special = Set("+-&|!(){}[]^\"~*?:\\/ \t\n\r")

    /// A word or value outside of quotes.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for character in text {
            // A line end of two characters is one Character, which a backslash cannot stand before.
            if character.isNewline {
                result += "\\ "
            } else {
                if special.contains(character) { result.append("\\") }
                result.append(character)
            }
        }
        return result
    }

    /// A value or phrase in quotes, in which quotes and backslashes alone are special.
    static func quoted(_ text: some StringProtocol) -> String {
        var result = "\""
        for character in text {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.append(character.isNewline ? " " : character)
        }
        return result + "\""
    }

    /// What a person typed: words, and phrases between quotes. A quote without its partner is dropped.
    static func terms(_ typed: String) -> [String] {
        let pieces = typed.split(separator: "\"", omittingEmptySubsequences: false)
        let lastIsOpen = pieces.count.isMultiple(of: 2)
        return pieces.enumerated().flatMap { index, piece -> [String] in
            let isPhrase = !index.isMultiple(of: 2) && !(lastIsOpen && index == pieces.count - 1)
            if isPhrase { return piece.contains(where: isWordy) ? [quoted(piece.trimmed)] : [] }
            // What holds no letter or digit finds nothing, and in the standard parser makes everything else fail.
            return piece.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: isWordy) }.map(word)
        }
    }

    private static func isWordy(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// In capitals these are operators.
    private static func word(_ text: Substring) -> String {
        ["AND", "OR", "NOT", "TO"].contains(text) ? text.lowercased() : escaped(text)
    }
}
