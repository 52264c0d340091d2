import PortalModel
import TerminalCanvas

/// A table being edited: the rows around the cursor, and of its columns as many as there is room for.
struct TableEditorView {
    let rows: Int
    private let editor: TableEditor
    private let field: FormField
    private let columns: Range<Int>
    private let visible: Range<Int>
    private let hasHead: Bool
    private let hasFoot: Bool
    private let gutter: Int
    private let columnWidth: Int

    private static let leastColumn = 9
    private static let gap = 2

    /// Only what is in sight is looked at: a table of hundreds of rows costs what one of ten does.
    init(_ editor: TableEditor, field: FormField, form: WizardFormView) {
        self.editor = editor
        self.field = field
        let room = form.layout.editorRows
        hasHead = room >= 2
        hasFoot = room >= 4
        let most = max(room - (hasHead ? 1 : 0) - (hasFoot ? 1 : 0), 1)
        let count = min(editor.rows.count, most)
        // In steps of half a window, so that walking down does not redraw it all with every row.
        let step = max(count / 2, 1)
        let below = editor.row - count + 1
        let top = below <= 0 ? 0 : min((below + step - 1) / step * step, editor.rows.count - count)
        visible = top..<top + count
        gutter = "\(editor.rows.count)".count + 1
        let width = max(form.layout.textColumns - gutter, Self.leastColumn)
        let fitting = max((width + Self.gap) / (Self.leastColumn + Self.gap), 1)
        let shown = max(min(fitting, editor.columns.count), 1)
        let first = editor.column < shown ? 0 : editor.column - shown + 1
        columns = first..<min(first + shown, editor.columns.count)
        columnWidth = (width + Self.gap) / shown - Self.gap
        rows = count + (hasHead ? 1 : 0) + (hasFoot ? 1 : 0)
    }

    func draw(on canvas: Canvas, form: WizardFormView) {
        if hasHead { drawHead(on: canvas, form: form) }
        for row in visible { draw(row, on: canvas, at: row - visible.lowerBound + (hasHead ? 1 : 0), form: form) }
        if hasFoot { drawFoot(on: canvas, row: rows - 1, form: form) }
    }

    private func span(_ column: Int) -> Int {
        gutter + (column - columns.lowerBound) * (columnWidth + Self.gap)
    }

    private func drawHead(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        if columns.lowerBound > 0 { canvas.draw(glyphs.left, column: 0, row: 0, style: .dim) }
        for column in columns {
            let label = TerminalText(singleLine: editor.columns[column].label.text(in: form.state.languages))
            canvas.draw(
                label.truncated(to: columnWidth, ellipsis: glyphs.ellipsis), column: span(column), row: 0,
                style: column == editor.column ? .title : .dim)
        }
        if columns.upperBound < editor.columns.count {
            canvas.draw(glyphs.right, column: canvas.columns - 1, row: 0, style: .dim)
        }
    }

    private func draw(_ row: Int, on canvas: Canvas, at line: Int, form: WizardFormView) {
        let isHere = row == editor.row
        canvas.draw("\(row + 1)", column: 0, row: line, style: isHere ? .accent : .dim)
        for column in columns {
            let area = ScreenArea(column: span(column), row: line, columns: columnWidth, rows: 1)
            form.context.note(.cell(field.id, row: row, column: column), on: canvas, area)
            if isHere, column == editor.column {
                drawCell(on: canvas.subcanvas(area), form: form)
            } else {
                draw(text(row, column, form), on: canvas.subcanvas(area), isHere: isHere, form: form)
            }
        }
    }

    private func text(_ row: Int, _ column: Int, _ form: WizardFormView) -> TerminalText {
        TerminalText(
            singleLine: editor.text(row: row, column: editor.columns[column], languages: form.state.languages))
    }

    private func draw(_ text: TerminalText, on canvas: Canvas, isHere: Bool, form: WizardFormView) {
        let glyphs = form.context.glyphs
        guard !text.isEmpty else {
            canvas.draw(glyphs.separator, column: 0, row: 0, style: .dim)
            return
        }
        canvas.draw(text.truncated(to: canvas.columns, ellipsis: glyphs.ellipsis), column: 0, row: 0)
    }

    /// The cell under the cursor.
    private func drawCell(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        if let cell = editor.cell {
            TextField(cell.text, cursor: cell.cursor, isFocused: form.hasFocus).draw(on: canvas, row: 0, glyphs: glyphs)
            return
        }
        let text = text(editor.row, editor.column, form).truncated(to: canvas.columns, ellipsis: glyphs.ellipsis)
        canvas.draw(text.padded(to: canvas.columns), column: 0, row: 0, style: .focus.underlined)
        if form.hasFocus { canvas.placeCursor(column: 0, row: 0) }
    }

    /// Where the cursor is, and what belongs into this column.
    private func drawFoot(on canvas: Canvas, row: Int, form: WizardFormView) {
        let glyphs = form.context.glyphs
        var text: TerminalText = form.context.words(AnswerWords.row(index: editor.row + 1, count: editor.rows.count))
        var style = Style.dim
        if let column = editor.columnInHand {
            let value = editor.rows[editor.row][column.key] ?? ""
            if !value.isEmpty, editor.cell == nil, let fault = FormValidation.fault(in: value, of: column) {
                text = "\(glyphs.cross) \(form.context.words(fault))"
                style = .error
            } else if case .oneOf(let options) = column.rule {
                let labels = options.map { TerminalText(singleLine: $0.label.text(in: form.state.languages)) }
                text += form.context.words(AnswerWords.oneOf(labels: labels.joined(separator: ", ")))
            }
        }
        canvas.drawCut(text, column: 0, row: row, style: style, glyphs: glyphs)
    }
}
