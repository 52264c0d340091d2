import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The results: a virtual list of which only the rows in sight are looked at.
struct ResultListView: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    /// - Parameter bar: the same rows, for the place in the list in its last column.
    func draw(on canvas: Canvas, bar: Canvas, _ layout: BrowserLayout) {
        guard state.browser.results.total > 0 else {
            ResultNotice(drawn: drawn, context: context).draw(on: canvas)
            return
        }
        ResultTable.of(state.browser, columns: canvas.columns, context.words)?
            .drawHeading(on: canvas.line(0), order: state.orderInTable, by: state.columnOfOrder, context.words)
        let (canvas, bar) = (canvas.inset(top: layout.headingRows), bar.inset(top: layout.headingRows))
        let viewport = viewport(layout, rows: canvas.rows)
        let top = viewport.top(selected: state.browser.selection, from: state.browser.top)
        for index in viewport.visible(from: top) {
            drawItem(index, on: canvas, row: viewport.row(of: index, top: top))
        }
        noteRows(viewport, top: top, on: canvas, layout)
        ScrollIndicator(top: top, count: state.browser.results.total)
            .draw(on: bar, inSight: viewport.itemsInSight, glyphs: context.glyphs)
    }

    /// Over what was drawn of another state, which differs by the cursor alone: the row that it left, that where it is, and
    /// those that came into sight, or all of them after a leap.
    func drawStep(from earlier: FrameState, on canvas: Canvas, bar: Canvas, _ layout: BrowserLayout) {
        guard state.browser.results.total > 0 else { return }
        let viewport = viewport(layout, rows: canvas.rows - layout.headingRows)
        let top = viewport.top(selected: state.browser.selection, from: state.browser.top)
        let before = earlier.state.browser
        let moved = top - viewport.top(selected: before.selection, from: before.top)
        guard abs(moved) * 2 <= viewport.itemsInSight else {
            canvas.touch(rows: 0..<canvas.rows)
            canvas.fill()
            context.forgetRows()
            return draw(on: canvas, bar: bar, layout)
        }
        let list = canvas.inset(top: layout.headingRows)
        var anew = [before.selection, state.browser.selection]
        if moved != 0 {
            list.touch(rows: 0..<list.rows)
            list.scroll(by: moved * layout.resultRows)
            // Where the bar was it would have moved, too.
            list.fill(ScreenArea(column: list.columns - 1, row: 0, columns: 1, rows: list.rows))
            context.forgetRows()
            noteRows(viewport, top: top, on: list, layout)
            anew += cameIntoSight(viewport, top: top, moved: moved)
        }
        let visible = viewport.visible(from: top)
        for index in anew where visible.contains(index) {
            let row = viewport.row(of: index, top: top)
            list.touch(rows: row..<row + layout.resultRows)
            list.fill(ScreenArea(column: 0, row: row, columns: list.columns, rows: layout.resultRows))
            drawItem(index, on: list, row: row)
        }
        ScrollIndicator(top: top, count: state.browser.results.total)
            .draw(on: bar.inset(top: layout.headingRows), inSight: viewport.itemsInSight, glyphs: context.glyphs)
    }

    /// Items of which not all was seen before the list moved.
    private func cameIntoSight(_ viewport: ListViewport, top: Int, moved: Int) -> Range<Int> {
        let visible = viewport.visible(from: top)
        guard moved > 0 else { return visible.lowerBound..<min(visible.lowerBound - moved, visible.upperBound) }
        return max(top - moved + viewport.itemsInSight, visible.lowerBound)..<visible.upperBound
    }

    private func noteRows(_ viewport: ListViewport, top: Int, on canvas: Canvas, _ layout: BrowserLayout) {
        let rows = viewport.visible(from: top).count * layout.resultRows
        context.note(.rows(from: top, each: layout.resultRows), on: canvas, row: 0, rows: min(rows, canvas.rows))
    }

    private func viewport(_ layout: BrowserLayout, rows: Int) -> ListViewport {
        ListViewport(itemCount: state.browser.results.total, rowsPerItem: layout.resultRows, rows: rows)
    }

    private func drawItem(_ index: Int, on canvas: Canvas, row: Int) {
        drawResult(state.browser.results[index], on: canvas, row: row)
        guard index == state.browser.selection else { return }
        let hasFocus = state.browser.focus == .list && state.overlay == nil
        canvas.drawSelection(row: row, terminal: state.terminal, hasFocus: hasFocus, glyphs: context.glyphs)
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
            dataset: dataset, isMarked: !state.browser.marks.isEmpty && state.browser.marks.contains(dataset.id),
            isInBasket: state.basket.contains(dataset.id), columns: canvas.columns,
            table: state.browser.table.isOn ? state.browser.table.columns : nil)
        let area = ScreenArea(column: 0, row: row, columns: canvas.columns, rows: result.rows)
        canvas.subcanvas(area).draw(context.resultRows.picture(of: result, context.words))
    }

    private func drawUnreadable(id: String?, reason: Reason, on canvas: Canvas, row: Int) {
        let name: TerminalText = id.map { "\($0): " } ?? .empty
        canvas.drawCut(
            context.glyphs.warning + context.words(BrowserWords.unreadableRecord), column: 3, row: row, style: .warning,
            upTo: canvas.columns - 2, glyphs: context.glyphs)
        guard !state.browser.table.isOn else { return }
        canvas.drawCut(
            name + context.words(reason).singleLine, column: 3, row: row + 1, style: .dim, upTo: canvas.columns - 2,
            glyphs: context.glyphs)
    }
}

/// What stands in place of results: why there are none, and what to do.
struct ResultNotice: DrawnPart {
    let drawn: FrameState
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
