import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The results: a virtual list of which only the rows in sight are looked at.
struct ResultListView {
    let state: AppState
    let context: ViewContext

    private var browser: BrowserState { state.browser }

    /// - Parameter bar: the same rows, for the place in the list in its last column.
    func draw(on canvas: Canvas, bar: Canvas) {
        let results = state.browser.results
        guard results.total > 0 else {
            ResultNotice(state: state, context: context).draw(on: canvas)
            return
        }
        let layout = state.browserLayout
        ResultTable.of(browser, columns: canvas.columns, context.words)?
            .drawHeading(on: canvas.line(0), order: state.orderInTable, context.words)
        let (canvas, bar) = (canvas.inset(top: layout.headingRows), bar.inset(top: layout.headingRows))
        let viewport = ListViewport(itemCount: results.total, rowsPerItem: layout.resultRows, rows: canvas.rows)
        let top = viewport.top(selected: browser.selection, from: browser.top)
        for index in viewport.visible(from: top) {
            let row = viewport.row(of: index, top: top)
            drawResult(results[index], on: canvas, row: row)
            if index == browser.selection {
                let hasFocus = browser.focus == .list && state.overlay == nil
                canvas.drawSelection(row: row, terminal: state.terminal, hasFocus: hasFocus, glyphs: context.glyphs)
            }
        }
        let rows = viewport.visible(from: top).count * layout.resultRows
        context.note(.rows(from: top, each: layout.resultRows), on: canvas, row: 0, rows: min(rows, canvas.rows))
        ScrollIndicator(top: top, count: results.total)
            .draw(on: bar, inSight: viewport.itemsInSight, glyphs: context.glyphs)
    }

    private func drawResult(_ result: SearchResult?, on canvas: Canvas, row: Int) {
        switch result {
        case .dataset(let dataset): drawDataset(dataset, on: canvas, row: row)
        case .unreadable(let id, let reason): drawUnreadable(id: id, reason: reason, on: canvas, row: row)
        case nil: canvas.draw(context.glyphs.ellipsis, column: 3, row: row, style: .dim)
        }
    }

    private func drawDataset(_ dataset: DatasetSummary, on canvas: Canvas, row: Int) {
        let result = ResultRow(
            dataset: dataset, isMarked: !browser.marks.isEmpty && browser.marks.contains(dataset.id),
            isInBasket: state.basket.contains(dataset.id), columns: canvas.columns,
            table: browser.table.isOn ? browser.table.columns : nil)
        let area = ScreenArea(column: 0, row: row, columns: canvas.columns, rows: result.rows)
        canvas.subcanvas(area).draw(context.resultRows.picture(of: result, context.words))
    }

    private func drawUnreadable(id: String?, reason: Reason, on canvas: Canvas, row: Int) {
        let name: TerminalText = id.map { "\($0): " } ?? .empty
        canvas.drawCut(
            context.glyphs.warning + context.words(BrowserWords.unreadableRecord), column: 3, row: row, style: .warning,
            upTo: canvas.columns - 2, glyphs: context.glyphs)
        guard !browser.table.isOn else { return }
        canvas.drawCut(
            name + context.words(reason).singleLine, column: 3, row: row + 1, style: .dim, upTo: canvas.columns - 2,
            glyphs: context.glyphs)
    }
}

/// What stands in place of results: why there are none, and what to do.
struct ResultNotice {
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: canvas.columns - 3, texts: context.texts)
        let results = state.browser.results
        if results.query == nil, let wait = state.wait(of: results.pending[0]) {
            let line = wait.line(now: state.now, stoppedBy: context.key(.goBack), context.words)
            builder.paragraph(line, style: .warning)
        } else if results.query == nil, let reading = state.reading {
            describe(reading, in: &builder)
        } else if results.query == nil, let since = results.pending[0]?.since {
            let elapsed = context.words.elapsed(seconds: state.now.timeIntervalSince(since))
            builder.paragraph(context.words(BrowserWords.searching(elapsed: elapsed)), style: .accent)
        } else if let error = results.error {
            describe(error, in: &builder)
        } else if results.query != nil {
            describeEmpty(in: &builder)
        }
        let inner = canvas.inset(left: 3, top: canvas.rows > 8 ? 1 : 0)
        builder.text.draw(on: inner, offset: 0, context: context, reports: false)
        if state.browser.focus == .list, state.overlay == nil { canvas.placeCursor(column: 0, row: 0) }
    }

    /// The demo portal answers when its catalogue is read.
    private func describe(_ reading: CatalogueReading, in builder: inout ScrollTextBuilder) {
        builder.paragraph(
            context.words(BrowserWords.readingCatalogue(file: reading.file, datasets: reading.datasets)),
            style: .accent)
        guard let part = reading.part else { return }
        builder.blank()
        builder.bar(part, label: "\(Int(part * 100)) %", context.glyphs)
    }

    private func describe(_ error: PortalError, in builder: inout ScrollTextBuilder) {
        builder.paragraph("\(context.glyphs.cross) \(context.words(error))", style: .error)
        if let reason = error.reason { builder.paragraph(context.words(reason)) }
        builder.blank()
        builder.paragraph(context.words(BrowserWords.othersAreSafe))
        if error.canBeRetried { builder.paragraph(context.words(CommonWords.triesAgain)) }
        builder.paragraph(context.words(BrowserWords.showsFailures))
        if let id = error.requestID { builder.paragraph(context.words(CommonWords.requestID(id: id)), style: .dim) }
    }

    private func describeEmpty(in builder: inout ScrollTextBuilder) {
        let query = state.browser.query
        builder.paragraph(
            query.text.isEmpty
                ? context.words(BrowserWords.noMatch) : context.words(BrowserWords.noMatchFor(text: query.text)))
        if let line = state.browser.results.mirrored?.meant {
            builder.paragraph(context.words(MirrorMessage.meant(line: line)))
        }
        builder.blank()
        if !query.facets.isEmpty {
            builder.paragraph(
                context.words(BrowserWords.removesFacets))
        }
        if query.text.split(separator: " ").count > 1, query.matching == .all {
            builder.paragraph(context.words(BrowserWords.matchesAny))
        }
        if !query.text.isEmpty { builder.paragraph(context.words(BrowserWords.clearsSearch)) }
    }
}
