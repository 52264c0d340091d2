import FoundationEssentials
import PortalModel
import TerminalCanvas

/// A date being edited: its text, and below it the month while the calendar is open.
struct DateView {
    let rows: Int
    private let field: FieldID
    private let editor: DateEditor
    private let month: CalendarMonth?
    private let weeks: Range<Int>
    private let placeholder: TerminalText

    /// Columns of a day with the space after it.
    private static let dayColumns = 4
    /// The month's name and the days of the week.
    private static let headRows = 2

    init(_ editor: DateEditor, of field: FormField, placeholder: TerminalText, form: WizardFormView) {
        self.field = field.id
        self.editor = editor
        self.placeholder = placeholder
        guard let day = editor.day else {
            month = nil
            weeks = 0..<0
            rows = 1
            return
        }
        let month = CalendarMonth(of: day)
        // The title of the field and the text need two; where the month does not fit, the weeks around the cursor do.
        let room = max(form.layout.bodyRows - 2 - Self.headRows, 1)
        let count = min(month.weeks.count, room)
        let first = min(max(month.week(of: day) - count / 2, 0), month.weeks.count - count)
        self.month = month
        weeks = first..<first + count
        rows = 1 + Self.headRows + count
    }

    func draw(on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        let text = TextField(
            editor.text.text, cursor: editor.text.cursor, isFocused: form.hasFocus && month == nil,
            placeholder: placeholder)
        text.draw(on: canvas, row: 0, glyphs: glyphs)
        form.context.note(
            .text(field, row: 0, column: text.scroll(columns: canvas.columns)), on: canvas, row: 0)
        guard let month else { return }
        canvas.draw(form.context.words(month), column: 0, row: 1, style: .title)
        canvas.draw(form.context.words(AnswerWords.weekdays), column: 0, row: 2, style: .dim)
        for (row, week) in weeks.enumerated() {
            for (index, day) in month.weeks[week].enumerated() {
                guard let day else { continue }
                draw(day, on: canvas, column: index * Self.dayColumns, row: row + 1 + Self.headRows, form: form)
            }
        }
    }

    private func draw(_ day: ISODate, on canvas: Canvas, column: Int, row: Int, form: WizardFormView) {
        let isHere = day == editor.day
        let isWritten = ISODate(editor.text.text) == day
        let number: TerminalText = day.day < 10 ? " \(day.day)" : "\(day.day)"
        let isToday = day == ISODate(form.state.now)
        let style: Style = isHere ? .focus.underlined : isWritten ? .accent : isToday ? .plain.bold : .plain
        canvas.draw(number, column: column, row: row, style: style)
        let area = ScreenArea(column: column, row: row, columns: Self.dayColumns - 1, rows: 1)
        form.context.note(.day(day), on: canvas, area)
        if isHere, form.hasFocus { canvas.placeCursor(column: column + 1, row: row) }
    }
}
