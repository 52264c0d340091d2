import PortalModel

/// Taking a canvas apart. Parts that find no room are empty, and drawing on them does nothing.
extension Canvas {
    /// The first columns and the others. More than there are gives all, and a part without room.
    public func splitLeft(_ count: Int) -> (left: Canvas, right: Canvas) {
        let left = min(max(count, 0), columns)
        return (
            subcanvas(ScreenArea(column: 0, row: 0, columns: left, rows: rows)),
            subcanvas(ScreenArea(column: left, row: 0, columns: columns - left, rows: rows))
        )
    }

    /// The last columns apart from those before them.
    public func splitRight(_ count: Int) -> (left: Canvas, right: Canvas) { splitLeft(columns - count) }

    /// The first rows and the others. More than there are gives all, and a part without room.
    public func splitTop(_ count: Int) -> (top: Canvas, bottom: Canvas) {
        let top = min(max(count, 0), rows)
        return (
            subcanvas(ScreenArea(column: 0, row: 0, columns: columns, rows: top)),
            subcanvas(ScreenArea(column: 0, row: top, columns: columns, rows: rows - top))
        )
    }

    /// The last rows apart from those before them.
    public func splitBottom(_ count: Int) -> (top: Canvas, bottom: Canvas) { splitTop(rows - count) }

    /// What is left inside margins, in cells.
    public func inset(left: Int = 0, right: Int = 0, top: Int = 0, bottom: Int = 0) -> Canvas {
        subcanvas(ScreenArea(column: left, row: top, columns: columns - left - right, rows: rows - top - bottom))
    }

    /// A canvas in the middle, no larger than this one.
    public func centered(columns wanted: Int, rows wantedRows: Int) -> Canvas {
        let width = min(wanted, columns)
        let height = min(wantedRows, rows)
        return subcanvas(
            ScreenArea(column: (columns - width) / 2, row: (rows - height) / 2, columns: width, rows: height))
    }
}
