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
