import PortalModel

/// What a person typed, as text that Solr takes for words and quoted phrases only.
///
/// DDS hands `query` to CKAN and on to Solr as it is, and answers 500 when it does not parse: at every colon after a
/// word that names no field, and at every "cancer AND" on the way to "cancer AND lung".
enum SolrQuery {
    static func escaped(_ text: String) -> String {
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        // An even number of quotes makes an odd number of pieces, every second one a phrase.
        let lastIsOpen = pieces.count.isMultiple(of: 2)
        var result = ""
        for (index, piece) in pieces.enumerated() {
            let isPhrase = !index.isMultiple(of: 2)
            if isPhrase, lastIsOpen, index == pieces.count - 1 {
                result += "\\\"" + escapedWords(piece)
            } else if isPhrase {
                result += piece.allSatisfy(\.isWhitespace) ? "" : "\"" + escapedBackslashes(piece) + "\""
            } else {
                result += escapedWords(piece)
            }
        }
        return result.trimmed
    }

    private static func escapedBackslashes(_ phrase: Substring) -> String {
        phrase.reduce(into: "") { $0 += $1 == "\\" ? "\\\\" : String($1) }
    }

    private static func escapedWords(_ text: Substring) -> String {
        var result = ""
        var word = ""
        for character in text {
            if character.isWhitespace {
                result += escapedWord(word) + " "
                word = ""
            } else {
                word.append(character)
            }
        }
        return result + escapedWord(word)
    }

    private static func escapedWord(_ word: String) -> String {
        // In capitals these are operators.
        if ["AND", "OR", "NOT"].contains(word) { return word.lowercased() }
        var result = ""
        var previous: Character?
        for (index, character) in word.enumerated() {
            let isSyntax =
                switch character {
                case "!", "(", ")", "{", "}", "[", "]", "^", "\"", "~", "*", "?", ":", "\\", "/": true
                // Inside a word these are part of it: long-read, C++.
                case "+", "-": index == 0
                case "&", "|": character == previous || word.dropFirst(index + 1).first == character
                default: false
                }
            if isSyntax { result += "\\" }
            result.append(character)
            previous = character
        }
        return result
    }
}
