import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The datasets of a series, a line each.
struct SeriesListView {
    let shown: DatasetState
    let hasFocus: Bool
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        guard let list = shown.members, !list.datasets.isEmpty else { return drawNote(on: canvas) }
        let viewport = ListViewport(itemCount: list.datasets.count, rows: canvas.rows)
        let top = viewport.top(selected: list.selection, from: list.top)
        for index in viewport.visible(from: top) {
            let line = canvas.line(index - top)
            draw(list.datasets[index], on: line)
            guard index == list.selection else { continue }
            line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
            if hasFocus { line.placeCursor(column: 0, row: 0) }
        }
        ScrollIndicator(top: top, count: list.datasets.count).draw(on: canvas, glyphs: context.glyphs)
    }

    private func draw(_ dataset: DatasetSummary, on line: Canvas) {
        if state.browser.marks.contains(dataset.id) {
            line.draw(context.glyphs.check, column: 1, row: 0, style: .accent)
        }
        let access = dataset.accessMark(context.words)
        let isInBasket = state.basket.contains(dataset.id)
        let note: TerminalText = isInBasket ? context.words(CommonWords.inBasket) : access.text
        let end = line.columns - 2 - note.columns
        line.draw(note, column: end, row: 0, style: isInBasket ? .success : access.style)
        line.drawCut(
            TerminalText(singleLine: dataset.title), column: 3, row: 0, upTo: end - 2, glyphs: context.glyphs)
    }

    private func drawNote(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: canvas.columns, texts: context.texts)
        if case .unavailable(let reason) = state.offered(.series) {
            builder.paragraph(context.words(reason))
        } else if let error = shown.members?.error {
            builder.paragraph("\(context.glyphs.cross) \(context.words(error))", style: .error)
            builder.paragraph(context.words(CommonWords.triesAgain))
        } else if shown.members?.total == nil {
            builder.paragraph(context.words(CommonWords.loading), style: .dim)
        } else {
            builder.paragraph(context.words(BrowserWords.emptySeries), style: .dim)
        }
        builder.text.draw(on: canvas, offset: 0, context: context, reports: false)
    }
}
