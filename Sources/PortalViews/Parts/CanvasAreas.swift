import PortalModel
import TerminalCanvas

extension Canvas {
    /// One row of this canvas.
    func line(_ row: Int) -> Canvas { subcanvas(ScreenArea(column: 0, row: row, columns: columns, rows: 1)) }

    /// Draws a text and, where it does not fit, an ellipsis at the end.
    /// - Returns: the column after the text.
    @discardableResult
    func drawCut(
        _ text: TerminalText, column: Int, row: Int, style: Style = .plain, upTo end: Int? = nil, glyphs: GlyphSet
    ) -> Int {
        let room = (end ?? columns) - column
        guard room > 0 else { return column }
        return column
            + draw(text.truncated(to: room, ellipsis: glyphs.ellipsis), column: column, row: row, style: style)
    }

    /// Texts of several styles one after the other, with no ellipsis.
    @discardableResult
    func draw(_ spans: [(TerminalText, Style)], column: Int, row: Int) -> Int {
        spans.reduce(column) { column, span in
            column + draw(span.0, column: column, row: row, style: span.1, maxColumns: max(columns - column, 0))
        }
    }

    /// The row with the cursor: a marker, the hardware cursor on it, and where the line is fast a bar.
    func drawSelection(row: Int, terminal: TerminalState, hasFocus: Bool = true, glyphs: GlyphSet) {
        draw(glyphs.marker, column: 0, row: row, style: hasFocus ? .accent : .dim)
        guard hasFocus else { return }
        placeCursor(column: 0, row: row)
        if terminal.showsSelectionBar {
            // One look for the whole bar: colours turned inside out are hard to read.
            restyle(ScreenArea(column: 1, row: row, columns: columns - 1, rows: 1)) { _ in .selection }
        }
    }
}
