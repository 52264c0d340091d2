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
    /// What the committee wrote, and what is wrong.
    let problems: [(text: TerminalText, style: Style)]
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
        switch field.type.shape {
        case .explanation:
            let lines = TerminalText(sanitizing: field.title.text(in: form.state.languages)).wrapped(to: room)
            title = Self.cut(lines, to: form.layout.bodyRows, field: field, form.context.words)
        case .heading, .line, .lines, .choice, .choices, .files, .rows:
            title = Self.cut(text.wrapped(to: room), to: 3, field: field, form.context.words)
        }
        let width = max(columns - 3, 8)
        var problems = Self.committee(field, form: form, width: width).map { (text: $0, style: Style.warning) }
        if case .invalid(let found) = wizard.status(of: field) {
            let mark = form.context.glyphs.cross + " "
            problems += found.flatMap { (mark + form.context.words($0)).wrapped(to: width) }
                .map { ($0, .error) }
        }
        self.problems = problems
        gap = form.layout.isLow || form.layout.bodyRows < 10 ? 0 : 1
    }

    /// Speaks of the fields below it.
    var isHeading: Bool { field.type.shape == .heading }

    var height: Int { title.count + value.rows + offers.rows + problems.count + gap }

    private static func cut(
        _ lines: [TerminalText], to rows: Int, field: FormField, _ words: Phrasing
    ) -> [TerminalText] {
        guard lines.count > rows, rows > 0 else { return lines }
        let more: TerminalText =
            field.type.shape == .explanation ? words(AnswerWords.showsAll) : words.glyphs.ellipsis
        return lines.prefix(rows - 1) + [rows == 1 ? (lines.first ?? .empty) : more]
    }

    /// The committee's words on this field, in a block of their own.
    private static func committee(_ field: FormField, form: WizardFormView, width: Int) -> [TerminalText] {
        guard let words = form.wizard.session.application?.committeeWords(on: field, in: form.state.languages) else {
            return []
        }
        let text =
            form.context.glyphs.warning + form.context.words(AnswerWords.committeeWrote)
            + TerminalText(singleLine: words)
        return cut(
            text.wrapped(to: width), to: max(min(5, form.layout.bodyRows / 2), 1), field: field, form.context.words)
    }

    private static func note(_ field: FormField, form: WizardFormView) -> [(TerminalText, Style)] {
        let wizard = form.wizard
        let glyphs = form.context.glyphs
        var note: [(TerminalText, Style)] = []
        if wizard.session.submittedAnswer(to: field) != nil {
            note.append((form.context.words(AnswerWords.changed), .info))
        }
        if let source = Self.source(field, form: form) { note.append((source, .dim)) }
        if field.isPrivate, field.type.takesValue { note.append((form.context.words(AnswerWords.isPrivate), .dim)) }
        if let maximum = field.maxLength, maximum > 0, field.isEditable, field.type.shape.hasLength {
            let length = FormValidation.length(of: wizard.session.value(of: field).text)
            let counted: TerminalText = "\(length)/\(maximum)"
            // Of letters that come in a row only the first is counted, and where room gets short. Its place stays.
            let rests = form.state.lettersTyped > 1 && wizard.focus == field.id && length < maximum * 4 / 5
            note.append(
                (
                    rests ? TerminalText.spaces(counted.columns) : counted,
                    length > maximum ? .error : length == maximum ? .warning : .dim
                ))
        }
        if wizard.session.isAskedToChange(field, in: form.state.languages) {
            note.append(
                (
                    glyphs.warning
                        + (form.layout.columns >= 60 ? form.context.words(AnswerWords.askedToChange) : .empty), .warning
                ))
            return note
        }
        let value = wizard.session.value(of: field)
        let length = FormValidation.length(of: value.text)
        switch wizard.status(of: field) {
        case .untouched: break
        case .invalid: note.append((glyphs.cross, .error))
        case .valid where FormValidation.isBlank(value): break
        case .valid:
            if let least = field.leastLength(in: form.state.languages), length < least {
                note.append((form.context.words(AnswerWords.ofAtLeast(length: length, least: least)), .warning))
            } else {
                note.append((glyphs.check, .success))
            }
        }
        return note
    }

    /// Where an answer is from that stands there as it was offered.
    private static func source(_ field: FormField, form: WizardFormView) -> TerminalText? {
        guard form.layout.columns >= 60, let taken = form.state.takenOffer(for: field) else { return nil }
        return OfferText.source(form.state.offers(for: field)[taken], form.context.words)
    }

    /// - Parameter canvas: as many rows as the block is high; cut where there is no room.
    func draw(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        if field.type.takesValue || isFocused {
            form.context.note(.field(field.id), on: canvas, row: 0, rows: height - gap)
        }
        let style: Style = field.type.shape == .heading ? .title : isFocused ? .focus : .plain
        for (row, line) in title.enumerated() {
            canvas.draw(
                line, column: Self.valueIndent, row: row, style: field.type.shape == .explanation ? .plain : style)
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
            canvas.draw(line.text, column: Self.valueIndent, row: below + row, style: line.style)
        }
    }
}
