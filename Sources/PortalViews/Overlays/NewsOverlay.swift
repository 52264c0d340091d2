import PortalModel
import TerminalCanvas

/// What is new, a line each.
struct NewsOverlay {
    let selection: Int
    let state: AppState
    let context: ViewContext

    private func note(_ count: Int) -> TerminalText {
        let checking = state.saved.checking
        guard checking.isEmpty else { return context.words(SavedSearchWords.asking(left: checking.count - 1)) }
        return count == 0 ? .empty : context.words(NewsWords.several(count: count))
    }

    /// What the portal did not say.
    private func failures(columns: Int) -> [TerminalText] {
        let failures = (state.saved.list ?? []).lazy.compactMap { state.saved.failures[$0.search.id] }
        guard let first = failures.first else { return [] }
        return (context.words(NewsWords.notKnown(first)) as TerminalText).wrapped(to: max(columns, 8))
    }

    func draw(on room: Canvas) {
        let news = state.news
        var inner = OverlayPane(title: context.words(NewsWords.title), note: note(news.count)).draw(on: room, context)
        let failures = failures(columns: inner.columns)
        let rest = max(inner.rows - failures.count, 1)
        for (offset, line) in failures.enumerated() where rest + offset < inner.rows {
            inner.draw(line, column: 0, row: rest + offset, style: .warning)
        }
        inner = inner.inset(bottom: inner.rows - rest)
        guard !news.isEmpty else {
            // Before all of them have answered that is not known.
            guard failures.isEmpty, state.saved.checking.isEmpty else { return }
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
