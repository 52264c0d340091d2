/// A column of a table: how wide it would like to be, and what it can do with.
public struct TableColumn: Hashable, Sendable {
    /// Which edge of the column the text keeps to.
    public enum Alignment: Hashable, Sendable { case left, right }

    /// Columns that it would like.
    public var ideal: Int
    /// Columns below which it is of no use.
    public var minimum: Int
    /// Shares of the room that is left over; 0 never grows.
    public var stretch: Int
    /// Columns of a higher number are left out first when there is no room; 0 always stays.
    public var importance: Int
    /// Words to the left, numbers to the right.
    public var alignment: Alignment

    public init(
        ideal: Int, minimum: Int? = nil, stretch: Int = 0, importance: Int = 0, alignment: Alignment = .left
    ) {
        self.ideal = ideal
        self.minimum = minimum ?? ideal
        self.stretch = stretch
        self.importance = importance
        self.alignment = alignment
    }
}

/// The columns of a table laid out in a width.
public struct TableLayout: Hashable, Sendable {
    /// Where each column lies; nil for columns left out.
    public private(set) var spans: [Range<Int>?]
    private let columns: [TableColumn]

    public init(_ columns: [TableColumn], width: Int, gap: Int = 2) {
        self.columns = columns
        var shown = Array(columns.indices)
        let needed = { (shown: [Int]) in
            shown.reduce(0) { $0 + columns[$1].minimum } + max(shown.count - 1, 0) * gap
        }
        while needed(shown) > width, let last = Self.leastImportant(shown, columns) {
            shown.removeAll { $0 == last }
        }
        let room = max(width - max(shown.count - 1, 0) * gap, 0)
        let widths = Self.widths(shown.map { columns[$0] }, room: room)
        spans = Array(repeating: nil, count: columns.count)
        var start = 0
        for (index, columnWidth) in zip(shown, widths) {
            spans[index] = start..<start + columnWidth
            start += columnWidth + gap
        }
    }

    private static func leastImportant(_ shown: [Int], _ columns: [TableColumn]) -> Int? {
        shown.filter { columns[$0].importance > 0 }.max {
            (columns[$0].importance, $0) < (columns[$1].importance, $1)
        }
    }

    private static func widths(_ columns: [TableColumn], room: Int) -> [Int] {
        var widths = columns.map(\.minimum)
        var left = room - widths.reduce(0, +)
        for index in columns.indices where left > 0 {
            let more = min(left, max(columns[index].ideal - widths[index], 0))
            widths[index] += more
            left -= more
        }
        let shares = columns.reduce(0) { $0 + $1.stretch }
        if left > 0, shares > 0 {
            for index in columns.indices { widths[index] += left * columns[index].stretch / shares }
        }
        return widths
    }

    /// Draws the texts of a row, cut and aligned.
    public func draw(
        _ texts: [TerminalText], on canvas: Canvas, row: Int, glyphs: GlyphSet, styles: [Style] = []
    ) {
        for (index, span) in spans.enumerated() where index < texts.count {
            guard let span else { continue }
            let text = texts[index].truncated(to: span.count, ellipsis: glyphs.ellipsis)
            let indent = columns[index].alignment == .right ? max(span.count - text.columns, 0) : 0
            canvas.draw(
                text, column: span.lowerBound + indent, row: row,
                style: index < styles.count ? styles[index] : .plain, maxColumns: span.count)
        }
    }
}
