import PortalModel
import TerminalCanvas

/// The options of a field: in one line where they fit, else one below the other while the field has the cursor, else
/// just what was chosen.
struct ChoiceView {
    private enum Arrangement { case inline, list, summary }

    private let field: FormField
    private let arrangement: Arrangement
    private let options: [(label: TerminalText, isOn: Bool)]
    private let chosen: [TerminalText]
    /// The option with the cursor; nil without the focus.
    private let cursor: Int?
    private let find: TextBuffer?
    private let listRows: Int

    private static let gap = 3
    /// "(*) " before a label.
    private static let boxColumns = 4
    private static let mostRows = 10

    init(_ field: FormField, form: WizardFormView) {
        let wizard = form.wizard
        let languages = form.state.languages
        self.field = field
        let shown = wizard.shownOptions(of: field, languages: languages)
        let labels = shown.map { option in
            let label = option.label.text(in: languages)
            return (TerminalText(singleLine: label.isEmpty ? option.key : label), wizard.isChosen(option, in: field))
        }
        options = labels
        let width = form.layout.textColumns
        let inlineWidth = labels.reduce(-Self.gap) { $0 + $1.0.columns + Self.boxColumns + Self.gap }
        var isFocused = false
        if wizard.focus == field.id, case .choice(let choice) = wizard.editor {
            isFocused = true
            cursor = choice.cursor
            find = field.options.count >= ChoiceEditor.findFrom ? choice.find : nil
        } else {
            cursor = nil
            find = nil
        }
        let isInline = field.options.count < ChoiceEditor.findFrom && inlineWidth <= width
        arrangement = isInline ? .inline : isFocused ? .list : .summary
        listRows = min(labels.count, min(Self.mostRows, max(form.layout.editorRows - 1, 1)))
        chosen = Self.summary(field, form: form, languages: languages, width: width)
    }

    private static func summary(
        _ field: FormField, form: WizardFormView, languages: [String], width: Int
    ) -> [TerminalText] {
        let chosen = field.options.filter { form.wizard.isChosen($0, in: field) }.map { option in
            let label = option.label.text(in: languages)
            return TerminalText(singleLine: label.isEmpty ? option.key : label)
        }
        guard !chosen.isEmpty else { return [form.context.words(AnswerWords.noneChosen(count: field.options.count))] }
        return Array(chosen.joined(separator: "; ").wrapped(to: width).prefix(3))
    }

    var rows: Int {
        switch arrangement {
        case .inline: 1
        case .list: max(listRows, 1) + (find == nil ? 0 : 1)
        case .summary: chosen.count
        }
    }

    func draw(on canvas: Canvas, form: WizardFormView) {
        switch arrangement {
        case .inline: drawInline(on: canvas, form: form)
        case .list: drawList(on: canvas, form: form)
        case .summary:
            for (row, line) in chosen.enumerated() {
                canvas.draw(
                    line, column: 0, row: row,
                    style: FormValidation.isBlank(form.wizard.session.value(of: field)) ? .dim : .plain)
            }
        }
    }

    private func box(_ isOn: Bool) -> TerminalText {
        field.type.shape == .choice ? GlyphSet.radio(isOn) : GlyphSet.checkbox(isOn)
    }

    private func drawInline(on canvas: Canvas, form: WizardFormView) {
        var column = 0
        for (index, option) in options.enumerated() {
            let isHere = index == cursor
            let style: Style = isHere ? .focus.underlined : option.isOn ? .plain.bold : .plain
            if isHere, form.hasFocus { canvas.placeCursor(column: column + 1, row: 0) }
            let width = canvas.draw(box(option.isOn) + " " + option.label, column: column, row: 0, style: style)
            form.context.note(
                .option(field.id, index), on: canvas, ScreenArea(column: column, row: 0, columns: width, rows: 1))
            column += width + Self.gap
        }
    }

    private func drawList(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        var list = canvas
        if let find {
            let column = canvas.draw(form.context.words(AnswerWords.typeToFind), column: 0, row: 0, style: .dim)
            canvas.drawCut(TerminalText(singleLine: find.text), column: column, row: 0, style: .accent, glyphs: glyphs)
            canvas.drawTrailing(
                form.context.words(AnswerWords.someOf(shown: options.count, count: field.options.count)), row: 0,
                style: .dim)
            list = canvas.inset(top: 1)
        }
        guard !options.isEmpty else {
            list.draw(form.context.words(AnswerWords.nothingFound), column: 0, row: 0, style: .dim)
            return
        }
        let area = list.subcanvas(ScreenArea(column: 0, row: 0, columns: list.columns, rows: listRows))
        let viewport = ListViewport(itemCount: options.count, rows: listRows)
        let selected = cursor ?? 0
        let top = viewport.top(selected: selected, from: max(selected - listRows / 2, 0))
        for index in viewport.visible(from: top) {
            let option = options[index]
            CheckboxRow(option.label, isOn: option.isOn, kind: field.type.shape == .choice ? .radio : .checkbox)
                .draw(
                    on: area.inset(right: 1), row: index - top, glyphs: glyphs, style: index == cursor ? .focus : .plain
                )
            form.context.note(.option(field.id, index), on: area, row: index - top)
            if index == cursor, form.hasFocus { area.placeCursor(column: 1, row: index - top) }
        }
        ScrollIndicator(top: top, count: options.count).draw(on: area, glyphs: glyphs)
    }
}
