import PortalModel
import TerminalCanvas

/// The personal profile: a line for each entry, and below them what is wrong with the one that has the cursor.
struct PersonOverlay {
    let form: PersonForm
    let context: ViewContext

    private static let labelColumns = 24
    private static let narrowLabelColumns = 13
    private static let widestLine = 76

    func draw(on room: Canvas) {
        let inner = OverlayPane(title: context.words(PersonWords.title), note: context.words(PersonWords.onThisMachine))
            .draw(on: room, context)
        let entries = PersonForm.Entry.allCases
        let labels = room.columns < 60 ? Self.narrowLabelColumns : Self.labelColumns
        let step = inner.rows >= entries.count * 2 + 4 ? 2 : 1
        // Of a screen that is too low for all, the lines around the cursor.
        let visible = max((inner.rows - 1) / step, 1)
        let place = entries.firstIndex(of: form.entry) ?? 0
        let top = ListViewport(itemCount: entries.count, rows: visible).top(selected: place, from: 0)
        var row = 0
        for entry in entries[top..<min(top + visible, entries.count)] {
            draw(entry, labels: labels, on: inner.line(row))
            row += step
        }
        drawWords(on: inner.inset(left: 2, right: 1, top: min(row, inner.rows - 1)))
    }

    private func draw(_ entry: PersonForm.Entry, labels: Int, on line: Canvas) {
        let isFocused = entry == form.entry
        context.note(.person(entry), on: line, row: 0)
        if isFocused { line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent) }
        line.drawCut(
            context.words(entry), column: 2, row: 0, style: isFocused ? .focus : .plain,
            upTo: labels, glyphs: context.glyphs)
        let room = min(line.columns - labels - 4, Self.widestLine)
        let field = line.subcanvas(ScreenArea(column: labels + 1, row: 0, columns: max(room, 8), rows: 1))
        let editor = form.editors[entry]
        TextField(
            editor?.text ?? "", cursor: editor?.cursor ?? 0, isFocused: isFocused,
            placeholder: ExampleText.of(context.words.text(EntryExample(entry: entry)), context.words)
        ).draw(on: field, row: 0, glyphs: context.glyphs)
        if form.problem(with: entry) != nil {
            line.drawTrailing(context.glyphs.cross, row: 0, style: .error)
        }
    }

    private func drawWords(on canvas: Canvas) {
        let problem = form.problem(with: form.entry)
        let words: TerminalText =
            problem.map { context.glyphs.cross + " " + context.words($0) }
            ?? context.words(PersonWords.howUsed)
        for (row, line) in words.wrapped(to: max(canvas.columns, 8)).prefix(canvas.rows).enumerated() {
            canvas.draw(line, column: 0, row: row, style: problem == nil ? .dim : .error)
        }
    }
}
