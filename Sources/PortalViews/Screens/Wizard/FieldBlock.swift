import PortalModel
import TerminalCanvas

/// A field of a form as it is drawn: title, value, and what is wrong with it.
struct FieldBlock {
    let field: FormField
    let isFocused: Bool
    let title: [TerminalText]
    /// At the right of the title: characters used, and a sign for valid or not.
    let note: [(TerminalText, Style)]
    let value: FieldValueView
    let offers: OfferLines
    let problems: [TerminalText]
    let gap: Int

    static let valueIndent = WizardLayout.indent

    init(_ field: FormField, form: WizardFormView) {
        let wizard = form.wizard
        self.field = field
        isFocused = wizard.focus == field.id
        let columns = form.layout.formColumns
        note = Self.note(field, form: form)
        let noteColumns = note.reduce(0) { $0 + $1.0.columns + 1 }
        let name = TerminalText(singleLine: field.title.text(in: form.state.languages))
        let isNeeded = field.type.takesValue && !field.isOptional
        let text = isNeeded ? name + " *" : name
        let room = max(columns - noteColumns - Self.valueIndent - 1, 8)
        value = FieldValueView(field, form: form)
        offers = OfferLines(field, form: form)
        switch field.type {
        case .label:
            let lines = TerminalText(sanitizing: field.title.text(in: form.state.languages)).wrapped(to: room)
            title = Self.cut(lines, to: form.layout.bodyRows, field: field, glyphs: form.context.glyphs)
        default: title = Self.cut(text.wrapped(to: room), to: 3, field: field, glyphs: form.context.glyphs)
        }
        if case .invalid(let found) = wizard.status(of: field) {
            let mark = form.context.glyphs.cross + " "
            problems = found.flatMap { (mark + TerminalText(singleLine: $0.sentence)).wrapped(to: max(columns - 3, 8)) }
        } else {
            problems = []
        }
        gap = form.layout.isLow || form.layout.bodyRows < 10 ? 0 : 1
    }

    /// Speaks of the fields below it.
    var isHeading: Bool { field.type == .header }

    var height: Int { title.count + value.rows + offers.rows + problems.count + gap }

    private static func cut(
        _ lines: [TerminalText], to rows: Int, field: FormField, glyphs: GlyphSet
    ) -> [TerminalText] {
        guard lines.count > rows, rows > 0 else { return lines }
        let more: TerminalText = field.type == .label ? "\(glyphs.ellipsis) Enter shows all of it" : glyphs.ellipsis
        return lines.prefix(rows - 1) + [rows == 1 ? (lines.first ?? .empty) : more]
    }

    private static func note(_ field: FormField, form: WizardFormView) -> [(TerminalText, Style)] {
        let wizard = form.wizard
        let glyphs = form.context.glyphs
        var note: [(TerminalText, Style)] = []
        if wizard.submittedAnswer(to: field) != nil { note.append(("changed", .info)) }
        if let source = Self.source(field, form: form) { note.append((source, .dim)) }
        if field.isPrivate, field.type.takesValue { note.append(("private", .dim)) }
        if let maximum = field.maxLength, maximum > 0, field.isEditable, !field.isChoice, field.type != .attachment {
            let length = FormValidation.length(of: wizard.value(of: field).text)
            note.append(("\(length)/\(maximum)", length > maximum ? .error : length == maximum ? .warning : .dim))
        }
        switch wizard.status(of: field) {
        case .untouched: break
        case .invalid: note.append((glyphs.cross, .error))
        case .valid: if !FormValidation.isBlank(wizard.value(of: field)) { note.append((glyphs.check, .success)) }
        }
        return note
    }

    /// Where an answer is from that stands there as it was offered.
    private static func source(_ field: FormField, form: WizardFormView) -> TerminalText? {
        guard form.layout.columns >= 60, let taken = form.state.takenOffer(for: field) else { return nil }
        return OfferText.source(form.state.offers(for: field)[taken])
    }

    /// - Parameter canvas: as many rows as the block is high; cut where there is no room.
    func draw(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        if field.type.takesValue || isFocused {
            form.context.note(.field(field.id), on: canvas, row: 0, rows: height - gap)
        }
        let style: Style = field.type == .header ? .title : isFocused ? .focus : .plain
        for (row, line) in title.enumerated() {
            canvas.draw(line, column: Self.valueIndent, row: row, style: field.type == .label ? .plain : style)
        }
        let noteColumns = note.reduce(-1) { $0 + $1.0.columns + 1 }
        var column = canvas.columns - 1 - noteColumns
        for part in note { column += canvas.draw(part.0, column: column, row: 0, style: part.1) + 1 }
        if isFocused, !field.type.takesValue { canvas.placeCursor(column: 0, row: 0) }
        let body = canvas.inset(left: Self.valueIndent, right: 1, top: title.count)
        value.draw(on: body, form: form)
        if isFocused {
            for row in 0..<(title.count + value.rows) {
                canvas.draw(glyphs.marker, column: 0, row: row, style: .accent)
            }
        }
        offers.draw(on: canvas.inset(left: Self.valueIndent, right: 1, top: title.count + value.rows), form: form)
        let below = title.count + value.rows + offers.rows
        for (row, line) in problems.enumerated() {
            canvas.draw(line, column: Self.valueIndent, row: below + row, style: .error)
        }
    }
}
