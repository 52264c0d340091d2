import PortalModel
import TerminalCanvas

/// What the word at the cursor of a search may become, in a box below its line.
struct CompletionList {
    private let completion: LineCompletion
    private let context: ViewContext

    private static let mostItems = 8

    init(_ completion: LineCompletion, _ context: ViewContext) {
        self.completion = completion
        self.context = context
    }

    /// - Parameters:
    ///   - canvas: the room below the line.
    ///   - column: where the word begins.
    func draw(on canvas: Canvas, column: Int) {
        let items = completion.items
        let rows = min(items.count, Self.mostItems, max(canvas.rows - 1, 0))
        guard rows > 0 else { return }
        let labels = items.map { TerminalText(singleLine: $0.label) }
        let notes = items.map(note)
        let labelColumns = labels.map(\.columns).max() ?? 0
        let noteColumns = notes.map(\.columns).max() ?? 0
        let wanted = labelColumns + (noteColumns > 0 ? noteColumns + 2 : 0) + 5
        let columns = min(max(wanted, 24), canvas.columns - 2)
        let left = max(min(column - 3, canvas.columns - columns - 1), 0)
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
