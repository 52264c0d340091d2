import PortalModel
import TerminalCanvas

/// The value of a field: an editor where the cursor is, else what was answered.
struct FieldValueView {
    enum Kind {
        /// Headers and labels.
        case nothing
        case line(TextEditor?)
        case lines(TextEditor, layout: TextLayout, top: Int)
        /// Answered text, or what stands in its place.
        case text([TerminalText], Style)
        case choice(ChoiceView)
    }

    let kind: Kind
    let rows: Int
    private let field: FormField

    init(_ field: FormField, form: WizardFormView) {
        self.field = field
        let isFocused = form.wizard.focus == field.id
        guard field.type.takesValue else {
            kind = .nothing
            rows = 0
            return
        }
        if isFocused, case .text(let editor) = form.wizard.editor {
            (kind, rows) = Self.editing(editor, form: form)
        } else if field.isChoice {
            let choice = ChoiceView(field, form: form)
            kind = .choice(choice)
            rows = choice.rows
        } else {
            let (lines, style) = Self.reading(field, form: form)
            kind = .text(lines, style)
            rows = lines.count
        }
    }

    private static func editing(_ editor: TextEditor, form: WizardFormView) -> (Kind, Int) {
        guard editor.isMultiline else { return (.line(editor), 1) }
        let layout = TextLayout(editor.text, width: form.layout.textColumns)
        let rows = min(max(layout.rows.count, 3), form.layout.editorRows)
        let row = layout.position(of: editor.cursor).row
        // In steps of half a window, so that typing does not scroll with every line.
        let step = max(rows / 2, 1)
        let top = row < rows ? 0 : (row - rows + step) / step * step
        return (.lines(editor, layout: layout, top: top), rows)
    }

    private static func reading(_ field: FormField, form: WizardFormView) -> ([TerminalText], Style) {
        let glyphs = form.context.glyphs
        let width = form.layout.textColumns
        let value = form.wizard.value(of: field)
        guard field.isEditable else {
            var lines = AnswerText.lines(field, languages: form.state.languages)
                .flatMap { TerminalText(sanitizing: $0).wrapped(to: width) }
            lines.append("This kind of answer is given on the portal's web page.")
            return (Array(lines.prefix(max(form.layout.bodyRows / 2, 1))), .dim)
        }
        guard !FormValidation.isBlank(value) else {
            let placeholder = TerminalText(singleLine: field.placeholder.text(in: form.state.languages))
            let text: TerminalText =
                field.type == .table ? Self.rowGuide(field, form) : placeholder.isEmpty ? Self.hint(field) : placeholder
            return ([text.truncated(to: width, ellipsis: glyphs.ellipsis)], .dim)
        }
        guard field.isMultiline else {
            return ([TerminalText(singleLine: value.text).truncated(to: width, ellipsis: glyphs.ellipsis)], .plain)
        }
        let lines = TerminalText(sanitizing: field.editorText(of: value)).wrapped(to: width)
        let limit = min(4, max(form.layout.bodyRows / 3, 1))
        guard lines.count > limit else { return (lines, .plain) }
        let last = lines[limit - 1].truncated(to: width - 2, ellipsis: .empty) + " " + glyphs.ellipsis
        return (lines.prefix(limit - 1) + [last], .plain)
    }

    /// How a row of a table is written.
    private static func rowGuide(_ field: FormField, _ form: WizardFormView) -> TerminalText {
        TerminalText(singleLine: TableText(columns: field.columns).guide(languages: form.state.languages))
    }

    /// What an empty field without a placeholder shows.
    static func hint(_ field: FormField) -> TerminalText {
        field.type == .date ? "year-month-day, such as 2026-03-31" : "(no answer yet)"
    }

    func draw(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        switch kind {
        case .nothing: break
        case .line(let editor):
            guard let editor else { return }
            let placeholder = TerminalText(singleLine: field.placeholder.text(in: form.state.languages))
            TextField(
                editor.text, cursor: editor.cursor, isFocused: form.hasFocus,
                placeholder: placeholder.isEmpty && field.type == .date ? Self.hint(field) : placeholder
            ).draw(on: canvas, row: 0, glyphs: glyphs)
        case .lines(let editor, let layout, let top):
            let area = canvas.subcanvas(ScreenArea(column: 0, row: 0, columns: canvas.columns, rows: rows))
            MultilineText(editor.text, layout: layout, top: top, cursor: form.hasFocus ? editor.cursor : nil)
                .draw(on: area)
            if editor.text.isEmpty {
                let placeholder = TerminalText(singleLine: field.placeholder.text(in: form.state.languages))
                area.drawCut(placeholder, column: 0, row: 0, style: .dim, glyphs: glyphs)
            }
            // The lower edge shows how much room there is.
            area.restyle(ScreenArea(column: 0, row: rows - 1, columns: area.columns, rows: 1)) { $0.underlined }
            ScrollIndicator(top: top, count: layout.rows.count).draw(on: area, glyphs: glyphs)
        case .text(let lines, let style):
            for (row, line) in lines.enumerated() { canvas.draw(line, column: 0, row: row, style: style) }
            if form.wizard.focus == field.id, form.hasFocus { canvas.placeCursor(column: 0, row: 0) }
        case .choice(let choice): choice.draw(on: canvas, form: form)
        }
    }
}
