/// The rows of a table.
extension TableEditor: FieldEditing {
    var stored: FieldEditor { .table(self) }
    var mode: WizardMode { cell == nil ? .inTable : .editingCell }
    var place: Int? { row }

    var cutText: String? {
        get { cut }
        set { cut = newValue ?? cut }
    }

    mutating func type(
        _ key: Key, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        let (languages, width) = (turn.languages, turn.layout.textColumns)
        return change(field, &session, &turn) { $0.handle(key, languages: languages, width: width) }
    }

    mutating func paste(
        _ pasted: String, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        guard cell == nil || DelimitedText.isTabular(pasted) else {
            _ = change(field, &session, &turn) { $0.insert(pasted) }
            return
        }
        let languages = turn.languages
        var count = 0
        _ = change(field, &session, &turn) { table in
            count = table.paste(pasted, languages: languages)
            return count > 0 ? .changed : .ignored
        }
        turn.tell(.information, .wizard(count > 0 ? .rowsPasted(count: count) : .noRow))
    }

    mutating func move(
        _ movement: Movement, _ field: FormField, _ session: RequestSession, _ turn: WizardTurn
    ) -> FieldStep {
        move(movement, page: turn.layout.editorRows - 1)
        return .stay
    }

    /// A second click opens the cell.
    mutating func clicked(
        _ target: ClickTarget, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        guard case .cell(_, let row, let column) = target, !session.isLocked else { return }
        let again = self.row == row && self.column == column
        go(row: row, column: column)
        if again { _ = editCell(languages: turn.languages) }
    }

    mutating func closeInner() -> Bool {
        guard cell != nil else {
            // Nothing is kept of a row that was only begun, so that there is nothing to store.
            return close()
        }
        endCell()
        return true
    }

    mutating func replace(with answer: FieldValue, of field: FormField) -> FieldValue? {
        guard case .table(let rows) = answer else { return nil }
        replaceAll(with: rows)
        return value
    }

    // MARK: Commands

    /// Keeps what is changed as the answer. A row without words is no change of it.
    mutating func change(
        _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn,
        _ body: (inout TableEditor) -> TextEditor.Outcome
    ) -> FieldStep {
        let outcome = body(&self)
        if outcome == .changed, value != session.value(of: field) { session.store(value, for: field, &turn.session) }
        return .stay
    }

    /// Opens the cell. From a row that was only begun it goes on to the next field.
    mutating func openCell(
        _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        if isAtEmptyEnd {
            _ = close()
            return .next
        }
        let languages = turn.languages
        return change(field, &session, &turn) { $0.editCell(languages: languages) }
    }
}
