import PortalModel
import TerminalCanvas

/// Below the line in which datasets are searched: what is wrong with it, or what the word at the cursor may become. It
/// lies over the results for as long as the line is typed.
struct LineAssistance: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

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
            CompletionList(completion, context).draw(
                on: canvas.subcanvas(room), column: column(of: completion.start, in: field))
        }
    }

    // MARK: - What is wrong

    private func draw(_ problem: QueryProblem, on canvas: Canvas, _ field: ScreenArea) {
        var words = context.words(problem.reason).singleLine
        if case .unknownName = problem.reason, state.lacksBeaconFilters {
            words += " " + context.words(BrowserWords.beaconFiltersNeedSignIn)
        }
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
}
