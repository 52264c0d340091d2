/// A text of one line or several.
extension TextEditor: FieldEditing {
    var stored: FieldEditor { .text(self) }
    var mode: WizardMode { isMultiline ? .editingLines : .editingText }
    var place: Int? { isMultiline ? cursor : nil }

    var cutText: String? {
        get { cut }
        set { cut = newValue ?? cut }
    }

    mutating func type(
        _ key: Key, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        let outcome = handle(key, width: turn.layout.textColumns, page: turn.layout.editorRows)
        turn.isTyped = outcome == .changed
        keep(outcome, field, &session, &turn)
        return .stay
    }

    mutating func paste(
        _ text: String, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        let outcome = insert(text)
        keep(outcome, field, &session, &turn)
    }

    private func keep(
        _ outcome: Outcome, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        if outcome == .changed { session.store(field.value(ofEdited: text), for: field, &turn.session) }
    }

    /// Within several lines; from a single one to the fields beside it.
    mutating func move(
        _ movement: Movement, _ field: FormField, _ session: RequestSession, _ turn: WizardTurn
    ) -> FieldStep {
        guard isMultiline else { return FieldStep(leaving: movement) }
        _ = handle(movement.key, width: turn.layout.textColumns, page: turn.layout.editorRows)
        return .stay
    }

    mutating func clicked(
        _ target: ClickTarget, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        guard case .text(_, let row, let column) = target else { return }
        _ = place(row: row, column: column, width: turn.layout.textColumns)
    }

    mutating func replace(with answer: FieldValue, of field: FormField) -> FieldValue? {
        replaceAll(with: field.editorText(of: answer))
        return field.value(ofEdited: text)
    }
}

extension FieldStep {
    /// From a field of one line, up and down lead to the fields beside it.
    init(leaving movement: Movement) {
        switch movement {
        case .up: self = .previous
        case .down: self = .next
        case .pageUp, .pageDown, .start, .end: self = .stay
        }
    }
}

extension Movement {
    /// The key that means the same in a text.
    fileprivate var key: Key {
        switch self {
        case .up: .up
        case .down: .down
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .start: .alt("<")
        case .end: .alt(">")
        }
    }
}
