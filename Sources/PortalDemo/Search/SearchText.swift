import Foundation

/// Makes text searchable word by word where it is written without spaces.
enum SearchText {
    /// Puts a blank around every Chinese and Japanese character: SQLite's tokenizer takes a run of them for one word,
    /// so that only its beginning could be found.
    static func indexed(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return text }
        var spaced = ""
        spaced.reserveCapacity(text.utf8.count * 2)
        for scalar in text.unicodeScalars {
            if isWrittenWithoutSpaces(scalar) {
                spaced.unicodeScalars.append(contentsOf: [" ", scalar, " "])
            } else {
                spaced.unicodeScalars.append(scalar)
            }
        }
        return spaced
    }

    private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

/// What a person typed, as an FTS5 expression that always parses.
enum FTSExpression {
    /// More words than this are not looked at: SQLite bounds an expression, and nobody types so many.
    static let wordLimit = 64

    /// Every word is quoted, so that no character of it is an operator, and matches from its beginning. Words that a
    /// person put between quotation marks are looked for as they stand, next to each other.
    ///
    /// - Returns: nil when there is nothing to look for, as in an empty text or one of punctuation.
    static func of(_ text: String, joining conjunction: QueryOperator) -> String? {
        let pieces = text.filter { $0 != "\0" }.split(separator: "\"", omittingEmptySubsequences: false)
        let terms = pieces.enumerated().flatMap { index, piece in
            // Between the first mark and the second, the third and the fourth; a mark that nothing closes is none.
            let isPhrase = !index.isMultiple(of: 2) && index < pieces.count - 1
            return isPhrase ? [quoted(piece)] : piece.split(whereSeparator: \.isWhitespace).map { quoted($0) + "*" }
        }
        let searchable = terms.filter { $0.unicodeScalars.contains(where: isSearchable) }.prefix(wordLimit)
        return searchable.isEmpty ? nil : searchable.joined(separator: " \(conjunction.rawValue) ")
    }

    private static func quoted(_ words: Substring) -> String {
        "\"\(SearchText.indexed(String(words)))\""
    }

    /// What SQLite's unicode61 tokenizer counts as part of a word.
    private static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
