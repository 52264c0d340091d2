import PortalModel

/// A rectangle of cells that was drawn once and is put onto frames as often as it is seen: what has not changed costs a
/// copy of memory.
public struct Picture {
    private let buffer: CellBuffer
    private let cursor: Frame.CursorPosition?
    private let cuts: [TerminalText]

    /// Draws it, on cells of its own.
    public init(_ size: Size, draw: (Canvas) -> Void) {
        let frame = Frame(columns: size.columns, rows: size.rows)
        draw(frame.canvas)
        (buffer, cursor, cuts) = (frame.buffer, frame.cursor, frame.cuts)
    }
}

extension Canvas {
    /// Puts a picture at the top left corner, its blank cells too.
    public func draw(_ picture: Picture) { picture.put(on: self) }
}

extension Picture {
    fileprivate func put(on canvas: Canvas) {
        let area = ScreenArea(
            column: canvas.area.column, row: canvas.area.row, columns: buffer.columns, rows: buffer.rows)
        let seen = area.intersection(canvas.clip)
        guard !seen.isEmpty else { return }
        let width = canvas.frame.buffer.columns
        canvas.frame.buffer.cells.withUnsafeMutableBufferPointer { cells in
            for row in seen.row..<seen.endRow {
                var line = UnsafeMutableBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
                line.seal(seen.column..<seen.endColumn)
                buffer.withRow(row - area.row) { own in
                    let shown = UnsafeBufferPointer(
                        rebasing: own[seen.column - area.column..<seen.endColumn - area.column])
                    line.put(shown, from: seen.column)
                }
            }
        }
        canvas.frame.cuts += cuts
        if let cursor { canvas.placeCursor(column: cursor.column, row: cursor.row) }
    }
}

extension UnsafeMutableBufferPointer<Cell> {
    /// A wide character that is cut in half at an end becomes a space there.
    fileprivate mutating func put(_ cells: UnsafeBufferPointer<Cell>, from column: Int) {
        guard let last = cells.indices.last, let source = cells.baseAddress, let target = baseAddress else { return }
        (target + column).update(from: source, count: cells.count)
        if cells[0].width == 0 { self[column] = .blank(cells[0].style) }
        if cells[last].width == 2 { self[column + last] = .blank(cells[last].style) }
    }
}
