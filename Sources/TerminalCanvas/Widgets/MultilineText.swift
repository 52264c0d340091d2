import PortalModel

/// A text of many rows with a cursor, as the editor's reducer laid it out.
public struct MultilineText {
    /// The text with its line ends.
    public var text: String
    /// The layout of `text`; its width should leave a column for the cursor.
    public var layout: TextLayout
    /// The first row in sight.
    public var top: Int
    /// Characters before the cursor; nil without the focus.
    public var cursor: Int?

    public init(_ text: String, layout: TextLayout, top: Int, cursor: Int?) {
        self.text = text
        self.layout = layout
        self.top = top
        self.cursor = cursor
    }

    /// The first row in sight that keeps the cursor in sight and moves as little as possible from `top`.
    public static func top(cursorRow: Int, rowCount: Int, rows: Int, from top: Int) -> Int {
        ListViewport(itemCount: rowCount, rows: rows).top(selected: cursorRow, from: top)
    }

    /// Draws the lines in sight.
    public func draw(on canvas: Canvas, style: Style = .plain) {
        let rows = layout.rows.indices.clamped(to: max(top, 0)..<max(top, 0) + canvas.rows)
        guard let first = rows.first else { return }
        var offset = layout.rows[first].range.lowerBound
        var index = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
        for row in rows {
            let range = layout.rows[row].range
            let start = text.index(index, offsetBy: range.lowerBound - offset, limitedBy: text.endIndex)
            index = start ?? text.endIndex
            let end = text.index(index, offsetBy: range.count, limitedBy: text.endIndex) ?? text.endIndex
            canvas.draw(TerminalText(singleLine: String(text[index..<end])), column: 0, row: row - top, style: style)
            index = end
            offset = range.upperBound
        }
        if let cursor {
            let position = layout.position(of: cursor)
            canvas.placeCursor(column: min(position.column, canvas.columns - 1), row: position.row - top)
        }
    }
}
