import PortalModel

/// A rectangle of a frame to draw in. Positions count from its own top left corner; what lies outside is not drawn,
/// and a wide character that is cut in half becomes a space.
public struct Canvas {
    let frame: Frame
    /// Where this canvas lies on the frame; may reach outside of it.
    let area: ScreenArea
    /// What of it may be drawn on.
    let clip: ScreenArea

    /// The room that there is to draw on, in cells.
    public var size: Size { Size(columns: area.columns, rows: area.rows) }
    /// The width, in cells.
    public var columns: Int { area.columns }
    /// The height, in cells.
    public var rows: Int { area.rows }

    /// A part of this canvas; what lies outside of this canvas stays undrawn.
    public func subcanvas(_ rect: ScreenArea) -> Canvas {
        let moved = ScreenArea(
            column: area.column + rect.column, row: area.row + rect.row, columns: rect.columns, rows: rect.rows)
        return Canvas(frame: frame, area: moved, clip: clip.intersection(moved))
    }

    /// Says which of its rows are drawn anew, where the frame goes on from an earlier one (see ``Frame/goOn()``).
    public func touch(rows: Range<Int>) { frame.touch(rows.lowerBound + area.row..<rows.upperBound + area.row) }

    /// Draws a text in one line.
    /// - Parameter maxColumns: columns to use at most; no ellipsis is put, see `TerminalText.truncated`.
    /// - Returns: columns that the text took, counted up to the right edge.
    @discardableResult
    public func draw(
        _ text: TerminalText, column: Int, row: Int, style: Style = .plain, maxColumns: Int? = nil
    ) -> Int {
        let limit = maxColumns.map { max($0, 0) } ?? Int.max / 4
        let frameRow = area.row + row
        guard frameRow >= clip.row, frameRow < clip.endRow, !clip.isEmpty else { return min(text.columns, limit) }
        let columns = frame.buffer.columns
        return frame.buffer.cells.withUnsafeMutableBufferPointer { cells in
            let line = UnsafeMutableBufferPointer(rebasing: cells[frameRow * columns..<(frameRow + 1) * columns])
            var pen = Pen(line: line, clip: clip.column..<clip.endColumn, column: area.column + column, style: style)
            let used = pen.draw(text, limit: limit)
            if pen.isCut { frame.cuts.append(text) }
            return used
        }
    }

    /// Blanks a rectangle in a style.
    public func fill(_ rect: ScreenArea, style: Style = .plain) {
        forEachRow(of: rect) { line, columns in
            line.seal(columns)
            for column in columns { line[column] = .blank(style) }
        }
    }

    /// Blanks a row in a style.
    public func fill(row: Int, style: Style = .plain) {
        fill(ScreenArea(column: 0, row: row, columns: columns, rows: 1), style: style)
    }

    /// Blanks everything in a style.
    public func fill(style: Style = .plain) {
        fill(ScreenArea(column: 0, row: 0, columns: columns, rows: rows), style: style)
    }

    /// Changes how a rectangle looks and leaves its text: a bar over a list's row.
    public func restyle(_ rect: ScreenArea, _ change: (Style) -> Style) {
        forEachRow(of: rect) { line, columns in
            for column in columns { line[column].style = change(line[column].style) }
        }
    }

    /// A horizontal line over the whole width.
    public func rule(row: Int, glyphs: GlyphSet, style: Style = .rule) {
        guard let line = glyphs.horizontal.plain.unicodeScalars.first else { return }
        let cell = Cell(base: line.value, width: 1, style: style)
        forEachRow(of: ScreenArea(column: 0, row: row, columns: columns, rows: 1)) { line, columns in
            line.seal(columns)
            for column in columns { line[column] = cell }
        }
    }

    /// Moves what is drawn upwards by so many rows, downwards if that is negative; rows that come in are blank.
    public func scroll(by lines: Int) {
        guard !clip.isEmpty else { return }
        let (width, columns) = (frame.buffer.columns, clip.column..<clip.endColumn)
        let rows = lines > 0 ? Array(clip.row..<clip.endRow) : (clip.row..<clip.endRow).reversed()
        frame.buffer.cells.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return }
            for row in rows {
                UnsafeMutableBufferPointer(rebasing: cells[row * width..<(row + 1) * width]).seal(columns)
                let target = base + row * width + columns.lowerBound
                if row + lines >= clip.row, row + lines < clip.endRow {
                    target.update(from: target + lines * width, count: columns.count)
                } else {
                    target.update(repeating: .blank(), count: columns.count)
                }
            }
        }
    }

    /// Shows the hardware cursor; outside of what may be drawn it stays hidden.
    public func placeCursor(column: Int, row: Int) {
        let position = Frame.CursorPosition(column: area.column + column, row: area.row + row)
        guard clip.contains(column: position.column, row: position.row) else { return }
        frame.cursor = position
    }

    /// Where a part of this canvas is seen on the frame; nil when it is not.
    public func placeOnFrame(_ rect: ScreenArea) -> ScreenArea? {
        let seen = subcanvas(rect).clip
        return seen.isEmpty ? nil : seen
    }

    private func forEachRow(of rect: ScreenArea, _ body: (inout UnsafeMutableBufferPointer<Cell>, Range<Int>) -> Void) {
        let target = subcanvas(rect).clip
        guard !target.isEmpty else { return }
        let columns = frame.buffer.columns
        frame.buffer.cells.withUnsafeMutableBufferPointer { cells in
            for row in target.row..<target.endRow {
                var line = UnsafeMutableBufferPointer(rebasing: cells[row * columns..<(row + 1) * columns])
                body(&line, target.column..<target.endColumn)
            }
        }
    }
}

extension UnsafeMutableBufferPointer<Cell> {
    /// Before `columns` are overwritten: the halves of wide characters that would be left at the edges become spaces.
    func seal(_ columns: Range<Int>) {
        if columns.lowerBound > 0, self[columns.lowerBound].width == 0 {
            self[columns.lowerBound - 1] = .blank(self[columns.lowerBound - 1].style)
        }
        if columns.upperBound < count, self[columns.upperBound].width == 0 {
            self[columns.upperBound] = .blank(self[columns.upperBound].style)
        }
    }
}
