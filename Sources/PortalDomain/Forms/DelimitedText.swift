/// Rows and cells out of a spreadsheet: CSV as RFC 4180 has it, with a comma or a semicolon, or tabs between the cells.
public struct DelimitedText: Equatable, Sendable {
    /// What stands between two cells.
    public let delimiter: Character
    /// Without rows of empty cells alone. Rows may have different numbers of cells.
    public let rows: [[String]]

    public init(_ given: String) {
        // Spreadsheets write a byte order mark in front of their files.
        let text = given.unicodeScalars.first == "\u{FEFF}" ? String(given.unicodeScalars.dropFirst()) : given
        let delimiter = Self.delimiter(of: text)
        self.delimiter = delimiter
        var reader = Reader(delimiter: delimiter)
        for character in text { reader.take(character) }
        rows = reader.finish().filter { row in row.contains { !$0.isEmpty } }
    }

    /// Whether the text is more than what belongs into one cell.
    public static func isTabular(_ text: String) -> Bool {
        text.contains("\t") || text.trimmingSpaces.contains(where: \.isNewline)
    }

    /// Tabs where there are any: spreadsheets copy with them. Else what the first line has more of, quotes aside.
    private static func delimiter(of text: String) -> Character {
        if text.contains("\t") { return "\t" }
        var counts: [Character: Int] = [:]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if character.isNewline { break }
            if character == "," || character == ";" { counts[character, default: 0] += 1 }
        }
        return counts[";", default: 0] > counts[",", default: 0] ? ";" : ","
    }

    private struct Reader {
        let delimiter: Character
        private var rows: [[String]] = []
        private var row: [String] = []
        private var cell = ""
        private var isQuoted = false
        /// The last character was a quote within quotes: the end of them, or the first of two.
        private var mayEnd = false

        init(delimiter: Character) { self.delimiter = delimiter }

        mutating func take(_ character: Character) {
            if mayEnd {
                mayEnd = false
                if character == "\"" {
                    cell.append(character)
                    return
                }
                isQuoted = false
            }
            switch character {
            case "\"" where isQuoted: mayEnd = true
            case _ where isQuoted: cell.append(character)
            case "\"" where cell.allSatisfy(\.isWhitespace):
                cell = ""
                isQuoted = true
            case delimiter: endCell()
            case _ where character.isNewline: endRow()
            default: cell.append(character)
            }
        }

        mutating func finish() -> [[String]] {
            endRow()
            return rows
        }

        private mutating func endCell() {
            row.append(cell.trimmingSpaces)
            cell = ""
        }

        private mutating func endRow() {
            endCell()
            rows.append(row)
            row = []
        }
    }
}
