import PortalModel
import TerminalCanvas

/// What a comparison is laid out from.
struct ComparisonText: Equatable {
    var comparison: DatasetComparison
    var columns: Int
    var datasets: Range<Int>
}

/// Datasets beside each other: their titles stay in sight while the fields scroll.
struct ComparisonOverlay {
    let comparison: ComparisonState
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        room.fill()
        let head = room.rows >= 10 ? 2 : 1
        PaneHeading(title: context.words(ComparisonWords.title(count: comparison.columns.count)), note: note)
            .draw(on: room, rows: head, glyphs: context.glyphs)
        let body = room.inset(left: 1, top: head)
        body.placeCursor(column: 0, row: 0)
        let first = min(comparison.first, comparison.columns.count - state.comparedInSight)
        let text = ComparisonText(
            comparison: comparison.comparison, columns: body.columns - 1,
            datasets: first..<first + state.comparedInSight)
        let table = context.comparison(text) {
            ComparisonTable($0.comparison, columns: $0.columns, datasets: $0.datasets, context.words)
        }
        for (row, line) in table.head.enumerated() { draw(line, of: table, on: body, row: row, style: .title) }
        var top = table.head.count
        for failed in failures {
            body.drawCut(failed, column: 0, row: top, style: .error, upTo: body.columns - 1, glyphs: context.glyphs)
            top += 1
        }
        let list = body.inset(top: top)
        let extent = ScrollExtent(lines: table.lines.count, visible: list.rows)
        context.scrollExtent = extent
        let start = min(max(comparison.offset, 0), extent.maximumOffset)
        for row in 0..<max(min(list.rows, table.lines.count - start), 0) {
            draw(table.lines[start + row], of: table, on: list, row: row)
        }
        ScrollIndicator(top: start, count: table.lines.count).draw(on: list, glyphs: context.glyphs)
    }

    private func draw(
        _ line: ComparisonTable.Line, of table: ComparisonTable, on canvas: Canvas, row: Int, style: Style = .plain
    ) {
        canvas.draw(line.label, column: 0, row: row, style: line.isHeading ? .accent : .dim)
        for (index, cell) in line.cells.enumerated() {
            let column = ComparisonLayout.labelColumns + 1 + index * (table.columnWidth + 1)
            canvas.draw(cell, column: column, row: row, style: style)
        }
    }

    /// Which datasets are in sight, or that some are awaited.
    private var note: TerminalText {
        if comparison.isLoading { return context.words(CommonWords.loading) }
        let (shown, count) = (state.comparedInSight, comparison.columns.count)
        guard shown < count else { return .empty }
        return context.words(
            ComparisonWords.inSight(first: comparison.first + 1, last: comparison.first + shown, count: count))
    }

    private var failures: [TerminalText] {
        comparison.columns.enumerated().compactMap { index, column in
            column.error.map { context.words(ComparisonWords.notHad(number: index + 1, error: $0)) }
        }
    }
}
