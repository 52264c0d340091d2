import PortalModel
import TerminalCanvas

/// What is new, a line each.
struct NewsOverlay {
    let selection: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let news = state.news
        let note = news.isEmpty ? TerminalText.empty : context.words(NewsWords.several(count: news.count))
        let inner = OverlayPane(title: context.words(NewsWords.title), note: note).draw(on: room, context)
        guard !news.isEmpty else {
            inner.drawCut(context.words(NewsWords.nothing), column: 0, row: 0, style: .dim, glyphs: context.glyphs)
            return
        }
        let lines = news.map {
            context.words(NewsWords.line($0, now: state.now)).wrapped(to: max(inner.columns - 3, 8))
        }
        // Whole sentences, as many as there is room for from the one under the cursor on.
        var top = min(selection, news.count - 1)
        var rows = lines[top].count
        while top > 0, rows + lines[top - 1].count <= inner.rows {
            top -= 1
            rows += lines[top].count
        }
        var row = 0
        for index in top..<news.count where row < inner.rows {
            for (offset, line) in lines[index].enumerated() where row + offset < inner.rows {
                inner.draw(line, column: 2, row: row + offset, style: news[index].isNew ? .plain : .dim)
                context.note(.overlayItem(index), on: inner, row: row + offset)
            }
            if index == selection {
                inner.draw(context.glyphs.marker, column: 0, row: row, style: .accent)
                inner.placeCursor(column: 0, row: row)
            }
            row += lines[index].count
        }
    }
}
