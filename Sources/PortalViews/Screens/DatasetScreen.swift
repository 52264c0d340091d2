import FoundationEssentials
import PortalModel
import TerminalCanvas

/// A dataset: title, what identifies it, tabs, and the chosen tab's text. Beside the list or over the whole pane.
struct DatasetScreen: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    private var hasFocus: Bool { state.browser.focus == .detail && state.overlay == nil }

    func draw(on canvas: Canvas) {
        guard let shown = shownDataset else {
            drawNothing(on: canvas)
            return
        }
        let summary = shown.detail?.summary ?? shown.summary
        let head = DatasetLayout.headRows(
            in: ScreenArea(column: 0, row: 0, columns: canvas.columns, rows: canvas.rows))
        drawTitle(summary, id: shown.id, hasIdentity: head >= 4, on: canvas)
        if head >= 4 {
            drawIdentity(summary, of: shown, on: canvas.line(1))
            drawTabs(shown, on: canvas.line(2))
            canvas.rule(row: 3, glyphs: context.glyphs)
        } else {
            drawTabs(shown, on: canvas.line(1))
        }
        let titleColumns = titleColumns(shown, canvas, hasIdentity: head >= 4)
        drawText(shown, titleColumns: titleColumns, on: canvas.inset(left: 1, top: head))
        guard hasFocus else { return }
        // Beside the list it has to be seen at a glance which of the two has the keys.
        for row in 0..<min(head, canvas.rows) where row < 3 {
            canvas.draw(context.glyphs.marker, column: 0, row: row, style: .accent)
        }
        canvas.placeCursor(column: 0, row: head)
    }

    /// The open dataset. Beside the list it follows the cursor when that rests: a held key would else draw a pane of
    /// text for every row it passes.
    private var shownDataset: DatasetState? {
        let browser = state.browser
        if browser.focus == .detail { return browser.detail }
        guard let selected = browser.selectedDataset else { return nil }
        return browser.detail ?? DatasetState(id: selected.id, summary: selected)
    }

    private func drawNothing(on canvas: Canvas) {
        guard case .unreadable(let id, let reason) = state.browser.results[state.browser.selection] else { return }
        var builder = ScrollTextBuilder(width: canvas.columns - 1, texts: context.texts)
        builder.paragraph(context.words(DatasetWords.unreadable), style: .warning)
        builder.blank()
        builder.entries([
            (context.words.text(DatasetWords.record), id.map { [$0] } ?? [], .plain),
            (context.words.text(DatasetWords.reason), [context.words.text(reason)], .plain),
        ])
        builder.text.draw(on: canvas.inset(left: 1), offset: 0, context: context, reports: false)
    }

    /// - Parameter hasIdentity: a line below it says how open the dataset is; else the title's own line does.
    private func drawTitle(_ summary: DatasetSummary?, id: DatasetID, hasIdentity: Bool, on canvas: Canvas) {
        let access = hasIdentity ? nil : summary?.accessMark(context.words)
        let end = canvas.columns - 1 - (access.map { $0.text.columns + 2 } ?? 0)
        let title = summary.map(\.title).flatMap { $0.isEmpty ? nil : $0 } ?? id.rawValue
        let style: Style = hasFocus ? .focus : .title
        canvas.drawCut(
            TerminalText(singleLine: title), column: 1, row: 0, style: style, upTo: end, glyphs: context.glyphs)
        if let access { canvas.draw(access.text, column: end + 2, row: 0, style: access.style) }
    }

    private func drawIdentity(_ summary: DatasetSummary?, of shown: DatasetState, on canvas: Canvas) {
        let separator = " " + context.glyphs.separator + " "
        var parts: [String] = [summary?.identifier ?? shown.id.rawValue]
        if let publisher = summary?.publishers.first { parts.append(publisher) }
        let files = shown.detail?.distributions ?? []
        let bytes = files.compactMap(\.byteSize).reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }
        if bytes > 0 { parts.append(context.words.bytes(bytes)) }
        if let modified = summary?.modified {
            parts.append(context.words.text(DatasetWords.modifiedOn(day: context.words.day(modified))))
        }
        var end = canvas.columns - 1
        if state.basket.contains(shown.id) {
            let note = context.words(CommonWords.inBasket)
            end -= note.columns + 2
            canvas.draw(note, column: end + 2, row: 0, style: .success)
        }
        var column = 1
        if let access = summary?.accessMark(context.words) {
            column += canvas.draw(access.text, column: column, row: 0, style: access.style)
            column += canvas.draw(separator, column: column, row: 0, style: .dim)
        }
        let line = parts.map(TerminalText.init(singleLine:)).joined(separator: separator)
        canvas.drawCut(line, column: column, row: 0, style: .dim, upTo: end, glyphs: context.glyphs)
    }

    private func drawTabs(_ shown: DatasetState, on canvas: Canvas) {
        var column = 1
        let gap = canvas.columns >= 52 ? 3 : 1
        for tab in shown.tabs {
            let count =
                switch tab {
                case .files: shown.detail?.distributions.count ?? 0
                case .members: shown.members?.total ?? 0
                case .overview, .details, .contacts, .links: 0
                }
            let label: TerminalText = count > 0 ? "\(context.words(tab)) \(count)" : context.words(tab)
            let style: Style = tab == shown.tab ? (hasFocus ? .focus : .accent) : .plain
            column += canvas.draw(label, column: column, row: 0, style: style) + gap
        }
        // The text below says all of it; here the shorter form follows where the longer has no room.
        for note in progress(of: shown) {
            let start = canvas.columns - note.0.columns - 1
            guard start >= column else { continue }
            canvas.draw(note.0, column: start, row: 0, style: note.1)
            return
        }
    }

    /// What is under way, and how old the shown is.
    private func progress(of shown: DatasetState) -> [(TerminalText, Style)] {
        let known = age(of: shown).map { context.words(CommonWords.asOf(age: $0)) }
        if let wait = state.wait(of: shown.pending) {
            return [
                (wait.line(now: state.now, stoppedBy: context.key(.goBack), context.words), .warning),
                (context.words(DatasetWords.waitingStops(seconds: wait.secondsLeft(now: state.now))), .warning),
            ]
        }
        guard let since = shown.pending?.since, state.now.timeIntervalSince(since) >= 1 else {
            return known.map { [($0, .dim)] } ?? []
        }
        let short: TerminalText = context.words(
            DatasetWords.loading(elapsed: context.words.elapsed(seconds: state.now.timeIntervalSince(since))))
        let loading = short + context.words(DatasetWords.stops)
        let separator = " \(context.glyphs.separator) " as TerminalText
        return [known.map { $0 + separator + loading }, known.map { $0 + separator + short }, loading]
            .compactMap(\.self).map { ($0, .accent) }
    }

    /// Nil while it is fresh.
    private func age(of shown: DatasetState) -> String? {
        guard let fetchedAt = shown.fetchedAt, state.now.timeIntervalSince(fetchedAt) >= AnswerCache.freshness else {
            return nil
        }
        return context.words.age(of: fetchedAt, now: state.now)
    }

    private func drawText(_ shown: DatasetState, titleColumns: Int, on canvas: Canvas) {
        if shown.tab == .members {
            return SeriesListView(shown: shown, hasFocus: hasFocus, state: state, context: context).draw(on: canvas)
        }
        let input = DatasetText(
            dataset: shown.id, summary: shown.summary, detail: shown.detail, tab: shown.tab, error: shown.error,
            age: shown.error == nil ? nil : shown.fetchedAt.map { context.words.age(of: $0, now: state.now) },
            wait: wait(of: shown), isLoading: shown.pending != nil, width: canvas.columns, titleColumns: titleColumns,
            helpdesk: state.profile?.helpdesk)
        let text = context.datasetText(input) { $0.compose(context: context) }
        text.draw(on: canvas, offset: shown.offset, context: context, reports: state.browser.focus == .detail)
    }

    private func wait(of shown: DatasetState) -> String? {
        state.wait(of: shown.pending).map { "\(context.words(WaitWords($0, now: state.now)))." }
    }

    /// Columns of the title line, so that a title that did not fit stands in full in the text.
    private func titleColumns(_ shown: DatasetState, _ canvas: Canvas, hasIdentity: Bool) -> Int {
        let access = hasIdentity ? nil : (shown.detail?.summary ?? shown.summary)?.accessMark(context.words)
        return canvas.columns - 1 - (access.map { $0.text.columns + 2 } ?? 0)
    }
}
