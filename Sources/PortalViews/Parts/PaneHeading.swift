import PortalModel
import TerminalCanvas

/// The first line of a pane and, where there is room, a rule below it.
struct PaneHeading {
    var title: TerminalText
    /// At the right edge, such as the number of items and their age.
    var note: TerminalText = .empty
    var noteStyle = Style.dim

    func draw(on canvas: Canvas, rows: Int, glyphs: GlyphSet) {
        let room = canvas.columns - min(title.columns, canvas.columns / 2) - 4
        let shown = note.truncated(to: room, ellipsis: glyphs.ellipsis)
        let end = canvas.inset(right: 1).drawTrailing(shown, row: 0, style: noteStyle)
        canvas.drawCut(title, column: 1, row: 0, style: .title, upTo: end - 1, glyphs: glyphs)
        if rows >= 2 { canvas.rule(row: 1, glyphs: glyphs) }
    }
}
