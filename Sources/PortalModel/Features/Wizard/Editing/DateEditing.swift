/// A date: typed, or chosen in a calendar.
extension DateEditor: FieldEditing {
    var stored: FieldEditor { .date(self) }
    var mode: WizardMode { day == nil ? .editingText : .choosingDay }
    var place: Int? { day.map { ($0.year * 12 + $0.month) * 31 + $0.day } }

    var cutText: String? {
        get { text.cut }
        set { text.cut = newValue ?? text.cut }
    }

    mutating func type(
        _ key: Key, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        guard day == nil else { return .stay }
        let outcome = text.handle(key, width: turn.layout.textColumns)
        keep(outcome, field, &session, &turn)
        return .stay
    }

    mutating func paste(
        _ pasted: String, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        close()
        let outcome = text.insert(pasted.trimmingSpaces)
        keep(outcome, field, &session, &turn)
    }

    private func keep(
        _ outcome: TextEditor.Outcome, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        if outcome == .changed { session.store(.text(text.text), for: field, &turn.session) }
    }

    mutating func move(
        _ movement: Movement, _ field: FormField, _ session: RequestSession, _ turn: WizardTurn
    ) -> FieldStep {
        guard day != nil else { return FieldStep(leaving: movement) }
        move(movement)
        return .stay
    }

    mutating func clicked(
        _ target: ClickTarget, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        if case .text(_, let row, let column) = target, day == nil {
            _ = text.place(row: row, column: column, width: turn.layout.textColumns)
        }
        guard case .day(let chosen) = target, day != nil, !session.isLocked else { return }
        go(to: chosen)
        _ = choose(field, &session, &turn)
    }

    mutating func closeInner() -> Bool {
        guard day != nil else { return false }
        close()
        return true
    }

    mutating func replace(with answer: FieldValue, of field: FormField) -> FieldValue? {
        close()
        text.replaceAll(with: answer.text)
        return .text(text.text)
    }

    // MARK: Commands

    /// Opens the calendar, or closes it.
    mutating func toggleCalendar(_ turn: WizardTurn) -> FieldStep {
        if day == nil { open(today: ISODate(turn.now)) } else { close() }
        return .stay
    }

    /// Takes the day under the cursor.
    mutating func choose(
        _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        let outcome = choose()
        keep(outcome, field, &session, &turn)
        return .stay
    }
}
