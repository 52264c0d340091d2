/// The editors of dates, tables and files: what keys and commands mean in them.
extension WizardState {
    mutating func moveInEditor(_ command: Command, _ turn: inout WizardTurn) {
        switch editor {
        case .date(var date):
            if date.move(command) { editor = .date(date) }
        case .table(var table):
            editor = nil
            _ = table.move(command, page: turn.layout.editorRows - 1)
            editor = .table(table)
        case .files: moveAmongFiles(command, &turn)
        case .text, .choice, .reading, nil: break
        }
    }

    mutating func performInEditor(_ command: Command, _ turn: inout WizardTurn) {
        guard let field = focusedField, !session.isLocked else { return }
        switch editor {
        case .date(let date): perform(command, in: date, field, &turn)
        case .table(let table): perform(command, in: table, field, &turn)
        case .files(let picker): perform(command, in: picker, field, &turn)
        case .text, .choice, .reading, nil: break
        }
    }

    mutating func typeInEditor(_ key: Key, _ turn: inout WizardTurn) {
        guard let field = focusedField else { return }
        switch editor {
        case .date(var date) where date.day == nil:
            let outcome = date.text.handle(key, width: turn.layout.textColumns)
            editor = .date(date)
            if outcome == .changed { session.store(.text(date.text.text), for: field, &turn.session) }
        case .table(var table):
            // Taken out while it changes, so that its rows are not copied.
            editor = nil
            let outcome = table.handle(key, languages: turn.languages, width: turn.layout.textColumns)
            keep(table, outcome, field, &turn)
        case .files(let picker): type(key, in: picker, &turn)
        case .date, .text, .choice, .reading, nil: break
        }
    }

    mutating func pasteInEditor(_ pasted: String, _ field: FormField, _ turn: inout WizardTurn) {
        switch editor {
        case .date(var date):
            date.close()
            let outcome = date.text.insert(pasted.trimmingSpaces)
            editor = .date(date)
            if outcome == .changed { session.store(.text(date.text.text), for: field, &turn.session) }
        case .table(let table): paste(pasted, into: table, field, &turn)
        case .files(let picker): paste(pasted, into: picker, &turn)
        case .text, .choice, .reading, nil: break
        }
    }

    /// Closes what is open within the field. False when nothing is.
    mutating func closeInnerEditor() -> Bool {
        switch editor {
        case .date(var date) where date.day != nil:
            date.close()
            editor = .date(date)
        case .table(var table) where table.cell != nil:
            table.endCell()
            editor = .table(table)
        case .table(var table) where table.isOpen:
            // Nothing is kept of the row that was only begun, so that there is nothing to store.
            editor = nil
            _ = table.close()
            editor = .table(table)
        case .files(var picker) where picker.path != nil:
            picker.path = nil
            editor = .files(picker)
        default: return false
        }
        return true
    }

    // MARK: Dates

    private mutating func perform(
        _ command: Command, in date: DateEditor, _ field: FormField, _ turn: inout WizardTurn
    ) {
        var date = date
        var outcome = TextEditor.Outcome.moved
        switch command {
        case .openCalendar: date.day == nil ? date.open(today: ISODate(turn.now)) : date.close()
        case .goToToday: date.go(to: ISODate(turn.now))
        case .choose: outcome = date.choose()
        default: return
        }
        editor = .date(date)
        if outcome == .changed { session.store(.text(date.text.text), for: field, &turn.session) }
    }

    /// A day of the calendar was clicked.
    mutating func choose(_ day: ISODate, _ turn: inout WizardTurn) {
        guard case .date(var date) = editor, date.day != nil, !session.isLocked, let field = focusedField else {
            return
        }
        date.go(to: day)
        let outcome = date.choose()
        editor = .date(date)
        if outcome == .changed { session.store(.text(date.text.text), for: field, &turn.session) }
    }

    // MARK: Tables

    private mutating func perform(
        _ command: Command, in table: TableEditor, _ field: FormField, _ turn: inout WizardTurn
    ) {
        var table = table
        editor = nil
        let outcome: TextEditor.Outcome
        if command == .editCell, table.isAtEmptyEnd {
            _ = table.close()
            editor = .table(table)
            return nextField(&turn)
        }
        switch command {
        case .editCell: outcome = table.editCell(languages: turn.languages)
        case .nextCell: outcome = table.nextCell()
        case .previousCell:
            table.previousCell()
            outcome = .moved
        case .addRow: outcome = table.addRow()
        case .deleteRow: outcome = table.deleteRow()
        case .moveRowUp: outcome = table.moveRow(by: -1)
        case .moveRowDown: outcome = table.moveRow(by: 1)
        default: outcome = .ignored
        }
        keep(table, outcome, field, &turn)
    }

    private mutating func paste(
        _ pasted: String, into table: TableEditor, _ field: FormField, _ turn: inout WizardTurn
    ) {
        var table = table
        editor = nil
        guard table.cell == nil || DelimitedText.isTabular(pasted) else {
            let outcome = table.insert(pasted)
            return keep(table, outcome, field, &turn)
        }
        let count = table.paste(pasted, languages: turn.languages)
        keep(table, count > 0 ? .changed : .ignored, field, &turn)
        let rows = count == 1 ? "One row" : "\(count) rows"
        turn.tell(.information, count > 0 ? "\(rows) pasted. ^_ takes them back." : "There was no row to paste.")
    }

    private mutating func keep(
        _ table: TableEditor, _ outcome: TextEditor.Outcome, _ field: FormField, _ turn: inout WizardTurn
    ) {
        editor = .table(table)
        guard outcome == .changed else { return }
        // A row without words is no change of the answer.
        if table.value != session.value(of: field) { session.store(table.value, for: field, &turn.session) }
    }

    /// A cell was clicked; a second time opens it.
    mutating func clickCell(row: Int, column: Int, _ turn: inout WizardTurn) {
        guard case .table(var table) = editor, !session.isLocked else { return }
        let again = table.row == row && table.column == column
        table.go(row: row, column: column)
        if again { _ = table.editCell(languages: turn.languages) }
        editor = .table(table)
    }
}
