import PortalModel
import TerminalCanvas

/// Below the line in which datasets are searched: what is wrong with it, or what the word at the cursor may become. It
/// lies over the results for as long as the line is typed.
struct LineAssistance: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    private static let mostItems = 8

    /// - Parameters:
    ///   - canvas: the whole screen.
    ///   - field: where the text of the line is drawn.
    func draw(on canvas: Canvas, below field: ScreenArea) {
        guard state.browser.focus == .search else { return }
        let room = ScreenArea(
            column: 0, row: field.row + 1, columns: canvas.columns,
            rows: max(state.layout.body.row + state.layout.body.rows - field.row - 1, 0))
        if let problem = state.browser.entry.problem {
            draw(problem, on: canvas.subcanvas(room), field)
        } else if let completion = state.browser.entry.completion {
            draw(completion, on: canvas.subcanvas(room), field)
        }
    }

    // MARK: - What is wrong

    private func draw(_ problem: QueryProblem, on canvas: Canvas, _ field: ScreenArea) {
        let words = context.words(problem.reason).singleLine
        let lines = words.wrapped(to: max(canvas.columns - 4, 8)).prefix(max(canvas.rows - 1, 0))
        canvas.fill(ScreenArea(column: 0, row: 0, columns: canvas.columns, rows: 1 + lines.count))
        let start = column(of: problem.start, in: field)
        let end = column(of: problem.start + problem.length, in: field)
        let last = field.column + field.columns
        for column in start..<max(end, start + 1) where column >= field.column && column < last {
            canvas.draw(column == start ? "^" : "~", column: column, row: 0, style: .error)
        }
        for (row, line) in lines.enumerated() {
            if row == 0 { canvas.draw(context.glyphs.warning, column: 1, row: 1, style: .error) }
            canvas.draw(line, column: 3, row: 1 + row, style: .error)
        }
        context.note(.searchLine, on: canvas, row: 0, rows: 1 + lines.count)
    }

    /// Of a character of the line on the screen.
    private func column(of character: Int, in field: ScreenArea) -> Int {
        let entry = state.browser.searchField
        let before = TerminalText(singleLine: String(entry.characters.prefix(max(character, 0)))).columns
        let scroll = TextField(entry.text, cursor: entry.cursor, isFocused: true).scroll(columns: field.columns)
        return field.column + before - scroll
    }

    // MARK: - What a word may become

    private func draw(_ completion: LineCompletion, on canvas: Canvas, _ field: ScreenArea) {
        let items = completion.items
        let rows = min(items.count, Self.mostItems, max(canvas.rows - 1, 0))
        guard rows > 0 else { return }
        let labels = items.map { TerminalText(singleLine: $0.label) }
        let notes = items.map(note)
        let labelColumns = labels.map(\.columns).max() ?? 0
        let noteColumns = notes.map(\.columns).max() ?? 0
        let wanted = labelColumns + (noteColumns > 0 ? noteColumns + 2 : 0) + 5
        let columns = min(max(wanted, 24), canvas.columns - 2)
        let left = max(min(column(of: completion.start, in: field) - 3, canvas.columns - columns - 1), 0)
        let box = canvas.subcanvas(ScreenArea(column: left, row: 0, columns: columns, rows: rows + 1))
        box.fill()
        let viewport = ListViewport(itemCount: items.count, rows: rows)
        let top = viewport.top(selected: completion.selection ?? 0, from: 0)
        for index in viewport.visible(from: top) {
            let isHere = index == completion.selection
            let line = box.line(index - top)
            edge(line)
            if isHere { line.draw(context.glyphs.marker, column: 1, row: 0, style: .accent) }
            let end = line.inset(right: 2).drawTrailing(notes[index], row: 0, style: .dim)
            line.drawCut(
                labels[index], column: 3, row: 0, style: isHere ? .focus : .plain, upTo: end - 1, glyphs: context.glyphs
            )
            context.note(.candidate(index), on: line, row: 0)
        }
        let foot = box.line(rows)
        foot.rule(row: 0, glyphs: context.glyphs)
        let number = context.words.number((completion.selection ?? 0) + 1)
        let place = context.words(BrowserWords.row(number: number, total: context.words.number(items.count)))
        if items.count > rows { foot.drawTrailing(" \(place) ", row: 0, style: .dim) }
    }

    private func edge(_ line: Canvas) {
        line.draw(context.glyphs.vertical, column: 0, row: 0, style: .rule)
        line.draw(context.glyphs.vertical, column: line.columns - 1, row: 0, style: .rule)
    }

    private func note(_ item: LineCompletion.Item) -> TerminalText {
        if let count = item.count { return TerminalText(singleLine: context.words.number(count)) }
        return item.note.map { TerminalText(singleLine: $0) } ?? .empty
    }
}
