/// Where every character of a text stands when it is wrapped to a width: for editors, which move by rows.
///
/// Offsets count characters (grapheme clusters) from the start of the text.
public struct TextLayout: Hashable, Sendable {
    /// A row of the wrapped text.
    public struct Row: Hashable, Sendable {
        /// The characters of the row, without the line end.
        public var range: Range<Int>
        /// Columns in use, without the spaces that hang over the edge.
        public var width: Int
        /// Whether the text's own line ends here, rather than a break of ours.
        public var endsLine: Bool
    }

    /// A place in the wrapped text.
    public struct Position: Hashable, Sendable {
        /// Counted from 0.
        public var row: Int
        /// In columns of the terminal, from 0.
        public var column: Int

        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// The rows, in order; at least one.
    public let rows: [Row]
    /// Columns of a row.
    public let width: Int
    /// Columns of every character.
    private let columns: [UInt8]

    /// - Parameter width: columns of a row. Leave one for a cursor after the last character.
    public init(_ text: String, width: Int) {
        var rows: [Row] = []
        var columns: [UInt8] = []
        var breaker = LineBreaker(width: width)
        let emit = { (row: LineBreaker.Row) in
            rows.append(Row(range: row.start..<row.end, width: row.columns, endsLine: row.endsLine))
        }
        for character in text {
            // A tab is drawn as one space in an editor.
            let unit = character == "\t" ? 1 : TextWidth.of(character)
            columns.append(UInt8(clamping: unit))
            let first = character.unicodeScalars.first?.value ?? 0
            breaker.take(TextWrapping.kind(of: first, columns: unit), columns: unit, end: columns.count, emit: emit)
        }
        breaker.finish(emit: emit)
        self.rows = rows
        self.columns = columns
        self.width = breaker.width
    }

    /// Characters in the text.
    public var count: Int { columns.count }

    /// Where a cursor before the character at `offset` stands. At a break of ours it stands on the next row.
    public func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), columns.count)
        var low = 0
        var high = rows.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if rows[middle].range.lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        let column = columns[rows[low].range.lowerBound..<offset].reduce(0) { $0 + Int($1) }
        return Position(row: low, column: min(column, width))
    }

    /// The offset of the character at a column of a row, or of the row's end when the row is shorter.
    public func offset(row: Int, column: Int) -> Int {
        guard row >= 0 else { return 0 }
        guard row < rows.count else { return columns.count }
        let range = rows[row].range
        var reached = 0
        for offset in range {
            let next = reached + Int(columns[offset])
            if next > column { return offset }
            reached = next
        }
        // The end of a row that we broke is the start of the next one: stay on this row.
        return rows[row].endsLine || range.isEmpty ? range.upperBound : range.upperBound - 1
    }

    /// The character at a place; the nearest one where there is none.
    public func offset(at position: Position) -> Int { offset(row: position.row, column: position.column) }
}
