import PortalModel
import TerminalCanvas

/// A form: the page of fields around the cursor, and what the service explains of the field that has it.
struct WizardFormView {
    let state: AppState
    let wizard: WizardState
    let layout: WizardLayout
    let context: ViewContext

    /// The keys go to the form, not to what lies over it.
    var hasFocus: Bool { state.overlay == nil }

    func draw(on canvas: Canvas) {
        guard let form = wizard.form else { return }
        let (body, info) = canvas.splitTop(layout.bodyRows)
        drawFields(form, on: below(comment: body).splitLeft(layout.formColumns).left)
        if layout.hasInfoBeside {
            drawInfo(on: canvas.splitRight(layout.infoColumns).right.inset(right: 1, top: 0), hasRule: false)
        } else {
            drawInfo(on: info, hasRule: info.rows > 1)
        }
    }

    /// What the committee wrote stands above the answers that it is about; the review has all of it.
    private func below(comment canvas: Canvas) -> Canvas {
        guard let comment = wizard.session.application?.returnComment, canvas.rows > 4 else { return canvas }
        let text =
            context.glyphs.warning + context.words(AnswerWords.committeeWrote) + TerminalText(singleLine: comment)
        canvas.drawCut(
            text, column: WizardLayout.indent, row: 0, style: .warning, upTo: canvas.columns - 1,
            glyphs: context.glyphs)
        return canvas.inset(top: 1)
    }

    private func drawFields(_ form: RequestForm, on canvas: Canvas) {
        let blocks = form.fields.filter(\.isVisible).map(block(of:))
        let focus = blocks.firstIndex(where: \.isFocused) ?? 0
        let heights = blocks.map(\.height)
        let page = BlockPager.page(heights: heights, focus: focus, rows: canvas.rows) { blocks[$0].isHeading }
        var row = 0
        for index in page {
            let rows = min(heights[index], canvas.rows - row)
            let area = ScreenArea(column: 0, row: row, columns: canvas.columns, rows: rows)
            blocks[index].draw(on: canvas.subcanvas(area), form: self)
            row += heights[index]
        }
        let above = heights[..<page.lowerBound].reduce(0, +)
        let all = heights.reduce(0, +)
        ScrollIndicator(top: above, count: max(all, above + canvas.rows)).draw(on: canvas, glyphs: context.glyphs)
    }

    private func block(of field: FormField) -> FieldBlock {
        guard field.id != wizard.focus else { return FieldBlock(field, form: self) }
        let input = FieldBlockCache.Input(
            field: field, value: wizard.session.value(of: field), status: wizard.status(of: field),
            isChanged: wizard.session.submittedAnswer(to: field) != nil,
            committee: wizard.session.application?.committeeWords(on: field, in: state.languages),
            isAsked: wizard.session.isAskedToChange(field, in: state.languages),
            files: field.type.shape == .files ? wizard.session.application?.attachments ?? [] : [],
            uploads: field.type.shape == .files ? wizard.session.uploads(of: field) : [],
            offers: wizard.session.isLocked ? [] : state.offers(for: field), layout: layout,
            languages: state.languages)
        return context.fieldBlocks.block(input) { FieldBlock(field, form: self) }
    }

    private func drawInfo(on canvas: Canvas, hasRule: Bool) {
        let text = hasRule ? canvas.inset(top: 1) : canvas
        if hasRule { canvas.rule(row: 0, glyphs: context.glyphs) }
        guard let field = wizard.focusedField else { return }
        // The committee's words stand at the field.
        let words = field.committeeWords(in: state.languages)
        let isSaid = words != nil && wizard.session.application?.state == .returned
        let info = isSaid ? .empty : TerminalText(sanitizing: field.info.text(in: state.languages))
        let all = (info.isEmpty ? fallback(field) : info) + privacy(field)
        let lines = all.wrapped(to: max(text.columns - 5, 8))
        text.draw("i", column: 1, row: 0, style: .info)
        for (row, line) in lines.prefix(text.rows).enumerated() {
            let isCut = row == text.rows - 1 && lines.count > text.rows
            let shown = isCut ? line.truncated(to: text.columns - 6, ellipsis: .empty) + context.glyphs.ellipsis : line
            text.draw(shown, column: 4, row: row, style: layout.hasInfoBeside ? .plain : .dim)
        }
    }

    /// Who reads it, as REMS has it: everybody who takes part in the decision, or the handlers alone.
    private func privacy(_ field: FormField) -> TerminalText {
        field.isPrivate && field.type.takesValue ? " " + context.words(FieldWords.isPrivate) : ""
    }

    /// What can be said of a field that the service does not explain.
    private func fallback(_ field: FormField) -> TerminalText {
        let guidance = context.words(field.kind.guidance)
        guard field.type.takesValue else { return guidance }
        let need = context.words(field.isOptional ? FieldWords.optional : .needed)
        let hint = hint(field.kind.editor).map { " " + context.words($0) } ?? ""
        return need + " " + guidance + hint
    }

    private func hint(_ editor: FieldEditorKind) -> FieldWords? {
        switch editor {
        case .calendar: .showsCalendar
        case .table: .fillsCell
        case .files: .attaches
        case .none, .line, .lines, .choices: nil
        }
    }
}
