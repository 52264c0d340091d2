/// A box over the screen with a title. Every line of it costs bytes on a slow terminal, so there is one box at a time.
public struct OverlayBox {
    /// In the upper edge.
    public var title: TerminalText
    /// The width inside, in cells.
    public var columns: Int
    /// The height inside, in cells.
    public var rows: Int

    /// - Parameters:
    ///   - columns: columns of the whole box, its sides included; less when there is no room.
    ///   - rows: rows of the whole box.
    public init(title: TerminalText, columns: Int, rows: Int) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    /// Draws the box in the middle of the canvas, and returns its inside.
    @discardableResult
    public func draw(on canvas: Canvas, glyphs: GlyphSet, style: Style = .rule) -> Canvas {
        let box = canvas.centered(columns: columns, rows: rows)
        guard box.columns >= 4, box.rows >= 3, glyphs.corners.count == 4 else { return box }
        box.fill()
        let line = glyphs.rule(box.columns - 2)
        let bottom = box.rows - 1
        box.draw(glyphs.corners[0] + line + glyphs.corners[1], column: 0, row: 0, style: style)
        box.draw(glyphs.corners[2] + line + glyphs.corners[3], column: 0, row: bottom, style: style)
        for row in 1..<bottom {
            box.draw(glyphs.vertical, column: 0, row: row, style: style)
            box.draw(glyphs.vertical, column: box.columns - 1, row: row, style: style)
        }
        if !title.isEmpty {
            let text = " " + title.truncated(to: box.columns - 6, ellipsis: glyphs.ellipsis) + " "
            box.draw(text, column: 2, row: 0, style: .title, maxColumns: box.columns - 4)
        }
        return box.inset(left: 2, right: 2, top: 1, bottom: 1)
    }
}
