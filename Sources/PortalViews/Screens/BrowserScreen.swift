import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The browser: the search above, and below it facets, results and detail as far as there is room.
struct BrowserScreen: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let layout = state.browserLayout
        if let row = layout.searchRow {
            SearchLine(drawn: drawn, context: context).draw(on: canvas.line(row))
            context.note(.searchLine, on: canvas, row: row)
        }
        if let row = layout.ruleRow { canvas.rule(row: row, glyphs: context.glyphs) }
        drawStatus(layout, on: canvas)
        if let notice = layout.notice { drawNotice(on: canvas.subcanvas(notice)) }
        if let facets = layout.facets {
            // Its lines mean more than the panel as a whole.
            context.note(.facetPanel, on: canvas, facets)
            FacetPanelView(drawn: drawn, context: context).draw(on: canvas.subcanvas(facets))
            if layout.list != nil { drawDivider(right: facets, on: canvas) }
        }
        if let detail = layout.detail {
            if !isPreviewAway { DatasetScreen(drawn: drawn, context: context).draw(on: canvas.subcanvas(detail)) }
            context.note(.dataset, on: canvas, detail)
            if let list = layout.list, hasDetail { drawDivider(right: list, on: canvas) }
        }
        if let list = layout.list {
            ResultListView(drawn: drawn, context: context)
                .draw(on: canvas.subcanvas(list), bar: canvas.subcanvas(bar(beside: list, layout)), layout)
        }
        if let row = layout.searchRow, state.browser.focus == .search {
            let line = SearchLine(drawn: drawn, context: context)
            var field = line.field(columns: canvas.columns, beside: line.summary)
            field.row = row
            LineAssistance(drawn: drawn, context: context).draw(on: canvas, below: field)
        }
    }

    /// Draws what shows that the cursor has moved, over what was drawn of another state that differs in nothing else.
    func drawStep(from earlier: FrameState, on canvas: Canvas) {
        let layout = state.browserLayout
        if let row = layout.statusRow {
            canvas.touch(rows: row..<row + 1)
            if row == layout.ruleRow { canvas.rule(row: row, glyphs: context.glyphs) } else { canvas.fill(row: row) }
            drawStatus(layout, on: canvas)
        }
        guard let list = layout.list else { return }
        if state.browser.top != earlier.state.browser.top, layout.detail != nil, hasDetail {
            drawDivider(right: list, on: canvas)
        }
        ResultListView(drawn: drawn, context: context)
            .drawStep(
                from: earlier, on: canvas.subcanvas(list), bar: canvas.subcanvas(bar(beside: list, layout)), layout)
    }

    private func drawStatus(_ layout: BrowserLayout, on canvas: Canvas) {
        guard let row = layout.statusRow else { return }
        ResultStatusLine(drawn: drawn, context: context)
            .draw(on: canvas.line(row), layout, inRule: row == layout.ruleRow)
    }

    /// The place in the list is shown on the line beside it: two bars side by side look like one thing.
    private func bar(beside list: ScreenArea, _ layout: BrowserLayout) -> ScreenArea {
        var bar = list
        if layout.detail != nil, hasDetail { bar.columns += 1 }
        return bar
    }

    private func drawNotice(on canvas: Canvas) {
        guard let words = state.browser.notice else { return }
        canvas.draw(context.glyphs.warning, column: 1, row: 0, style: .warning)
        let lines = context.words(words).wrapped(to: max(canvas.columns - 4, 1))
        for (row, line) in lines.prefix(canvas.rows).enumerated() {
            canvas.draw(line, column: 3, row: row, style: .warning)
        }
    }

    private var isPreviewAway: Bool { state.browser.isPreviewAway && state.browser.focus == .list }

    /// Without results there is nothing beside the list.
    private var hasDetail: Bool { state.browser.results.total > 0 || state.browser.focus == .detail }

    private func drawDivider(right area: ScreenArea, on canvas: Canvas) {
        for row in area.row..<area.row + area.rows {
            canvas.draw(context.glyphs.vertical, column: area.column + area.columns, row: row, style: .rule)
        }
    }
}

/// What is searched for, how much was found, and in which order.
struct SearchLine: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let browser = state.browser
        let summary = self.summary
        let end = canvas.columns - 1
        let start = max(end - summary.columns, 3)
        if browser.focus != .search || canvas.columns >= 60 {
            // The number of a search that is not the one in the field is no answer to it.
            let isOld = browser.results.query != browser.query
            canvas.draw(summary, column: start, row: 0, style: isOld ? .dim : .plain, maxColumns: end - start)
        }
        let hasFocus = browser.focus == .search
        canvas.draw("/", column: 1, row: 0, style: hasFocus ? .focus : .key)
        let field = canvas.subcanvas(field(columns: canvas.columns, beside: summary))
        TextField(
            browser.searchField.text, cursor: browser.searchField.cursor, isFocused: hasFocus,
            isSelected: browser.searchField.isSelected,
            placeholder: hasFocus ? context.words(BrowserWords.searchExamples) : context.words(BrowserWords.allDatasets)
        ).draw(on: field, row: 0, glyphs: context.glyphs)
    }

    /// Where the text of the line is, of a screen with so many columns.
    func field(columns: Int, beside summary: TerminalText) -> ScreenArea {
        let end = columns - 1
        let takesAll = state.browser.focus == .search && columns < 60
        let fieldEnd = takesAll ? end : max(end - summary.columns, 3) - 2
        return ScreenArea(column: 3, row: 0, columns: max(fieldEnd - 3, 0), rows: 1)
    }

    var summary: TerminalText {
        let results = state.browser.results
        guard state.browserLayout.statusRow != nil else { return compactSummary }
        guard results.query != nil else { return .empty }
        // Of an answer that is awaited for a moment only, the words would come and go with each letter.
        let isAwaited = results.pending[0].map { state.now.timeIntervalSince($0.since) < 1 } ?? false
        if !isAwaited, let other = state.otherSearch(context.words) {
            return "\(context.words.count(results.total, .dataset)) \(context.glyphs.separator) \(other)"
        }
        if let order = state.columnOfOrder {
            let name: TerminalText = context.words(Message.search(.column(order.column)))
            let count = context.words.count(results.total, .dataset)
            return "\(count) \(context.glyphs.separator) \(name) \(context.glyphs.sign(of: order))"
        }
        let standing: BrowserWords = state.isNewestFirst ? .newestFirst : .portalsOrder
        let sort = state.orderOfResults.map { context.words($0) } ?? context.words(standing)
        return "\(context.words.count(results.total, .dataset)) \(context.glyphs.separator) \(sort)"
    }

    /// Without a status line below: what matters most of both.
    private var compactSummary: TerminalText {
        let results = state.browser.results
        let warning = context.glyphs.warning
        guard results.query != nil else { return .empty }
        if let wait = state.wait(of: results.pending[0]) {
            return context.words(BrowserWords.waiting(seconds: wait.secondsLeft(now: state.now)))
        }
        if results.pending[0] != nil { return context.words(BrowserWords.searchingShort) }
        if let error = results.error { return "\(warning) \(context.words.short(error))" }
        let facets = state.browser.query.facets.count
        if facets > 0 { return context.words(BrowserWords.inFacets(total: results.total, facets: facets)) }
        let count = TerminalText(singleLine: context.words.count(results.total, .dataset))
        return results.isStale ? context.words(BrowserWords.older(count: count)) : count
    }
}
