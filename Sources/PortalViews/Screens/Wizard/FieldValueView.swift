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
        case date(DateView)
        case table(TableEditorView)
        case files(FilesView)
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
        switch isFocused ? form.wizard.editor : nil {
        case .text(let editor): (kind, rows) = Self.editing(editor, form: form)
        case .date(let editor):
            let date = DateView(editor, of: field, placeholder: Self.placeholder(field, form), form: form)
            (kind, rows) = (.date(date), date.rows)
        case .table(let editor):
            let table = TableEditorView(editor, field: field, form: form)
            (kind, rows) = (.table(table), table.rows)
        case _ where field.isChoice:
            let choice = ChoiceView(field, form: form)
            (kind, rows) = (.choice(choice), choice.rows)
        case let editor where field.type.shape == .files:
            var picker: FilePicker?
            if case .files(let focused) = editor { picker = focused }
            let files = FilesView(field, picker: picker, form: form)
            (kind, rows) = (.files(files), files.rows)
        default:
            let (lines, style) = Self.reading(field, form: form)
            (kind, rows) = (.text(lines, style), lines.count)
        }
    }

    private static func placeholder(_ field: FormField, _ form: WizardFormView) -> TerminalText {
        let text = example(field, form)
        return text.isEmpty ? hint(field, form.context.words) : text
    }

    private static func example(_ field: FormField, _ form: WizardFormView) -> TerminalText {
        ExampleText.of(field.placeholder.text(in: form.state.languages), form.context.words)
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
        let value = form.wizard.session.value(of: field)
        guard field.isEditable else {
            var lines = AnswerText.lines(field, languages: form.state.languages)
                .flatMap { TerminalText(sanitizing: $0).wrapped(to: width) }
            lines.append(form.context.words(AnswerWords.onWebPage))
            return (Array(lines.prefix(max(form.layout.bodyRows / 2, 1))), .dim)
        }
        guard !FormValidation.isBlank(value) else {
            let text =
                offered(field, form) ?? (field.type.shape == .rows ? rowGuide(field, form) : placeholder(field, form))
            return ([text.truncated(to: width, ellipsis: glyphs.ellipsis)], .dim)
        }
        if case .table(let rows) = value { return (table(rows, of: field, form: form), .plain) }
        guard field.isMultiline else {
            return ([TerminalText(singleLine: value.text).truncated(to: width, ellipsis: glyphs.ellipsis)], .plain)
        }
        let lines = TerminalText(sanitizing: field.editorText(of: value)).wrapped(to: width)
        let limit = min(4, max(form.layout.bodyRows / 3, 1))
        guard lines.count > limit else { return (lines, .plain) }
        let last = lines[limit - 1].truncated(to: width - 2, ellipsis: .empty) + " " + glyphs.ellipsis
        return (lines.prefix(limit - 1) + [last], .plain)
    }

    /// What could be taken over into an empty field.
    private static func offered(_ field: FormField, _ form: WizardFormView) -> TerminalText? {
        guard let offer = form.state.openOffers(for: field).first else { return nil }
        let source = " " + OfferText.source(offer, form.context.words) + "?"
        let room = form.layout.textColumns - source.columns
        return OfferText.quoted(offer, for: field, form, room: max(room, 8)) + source
    }

    /// The first rows, and how many there are besides.
    private static func table(
        _ rows: [[String: String]], of field: FormField, form: WizardFormView
    ) -> [TerminalText] {
        let glyphs = form.context.glyphs
        let limit = min(4, max(form.layout.bodyRows / 3, 1))
        let shown = rows.count > limit ? limit - 1 : rows.count
        let texts = TableText(columns: field.columns).text(of: Array(rows.prefix(shown)))
        let lines = texts.split(separator: "\n").map {
            TerminalText(singleLine: String($0)).truncated(to: form.layout.textColumns, ellipsis: glyphs.ellipsis)
        }
        guard rows.count > shown else { return lines }
        return lines + [form.context.words(AnswerWords.rows(count: rows.count - shown, besides: shown > 0))]
    }

    /// How a row of a table is written.
    private static func rowGuide(_ field: FormField, _ form: WizardFormView) -> TerminalText {
        TerminalText(singleLine: TableText(columns: field.columns).guide(languages: form.state.languages))
    }

    /// What an empty field without a placeholder shows.
    static func hint(_ field: FormField, _ words: Phrasing) -> TerminalText {
        words(field.kind.editor == .calendar ? FieldWords.takes(field.kind.guidance) : .noAnswerYet)
    }

    func draw(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        switch kind {
        case .nothing: break
        case .line(let editor):
            guard let editor else { return }
            let text = TextField(
                editor.text, cursor: editor.cursor, isFocused: form.hasFocus,
                placeholder: editor.text.isEmpty ? Self.example(field, form) : .empty)
            text.draw(on: canvas, row: 0, glyphs: glyphs)
            form.context.note(.text(field.id, row: 0, column: text.scroll(columns: canvas.columns)), on: canvas, row: 0)
        case .lines(let editor, let layout, let top):
            let area = canvas.subcanvas(ScreenArea(column: 0, row: 0, columns: canvas.columns, rows: rows))
            MultilineText(editor.text, layout: layout, top: top, cursor: form.hasFocus ? editor.cursor : nil)
                .draw(on: area)
            form.context.note(.text(field.id, row: top, column: 0), on: area, row: 0, rows: rows)
            if editor.text.isEmpty {
                area.drawCut(Self.example(field, form), column: 0, row: 0, style: .dim, glyphs: glyphs)
            }
            // The lower edge shows how much room there is.
            area.restyle(ScreenArea(column: 0, row: rows - 1, columns: area.columns, rows: 1)) { $0.underlined }
            ScrollIndicator(top: top, count: layout.rows.count).draw(on: area, glyphs: glyphs)
        case .text(let lines, let style):
            for (row, line) in lines.enumerated() { canvas.draw(line, column: 0, row: row, style: style) }
            if form.wizard.focus == field.id, form.hasFocus { canvas.placeCursor(column: 0, row: 0) }
        case .choice(let choice): choice.draw(on: canvas, form: form)
        case .date(let date): date.draw(on: canvas, form: form)
        case .table(let table): table.draw(on: canvas, form: form)
        case .files(let files): files.draw(on: canvas, form: form)
        }
    }
}
