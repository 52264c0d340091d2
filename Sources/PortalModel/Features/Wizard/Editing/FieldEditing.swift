/// Editing the answer to a field: what keys, pastes, clicks and the wheel mean in it.
///
/// An editor keeps its own text and cursor. The answer is the session's: where the text changes it is stored there.
protocol FieldEditing: Equatable, Sendable {
    /// As the wizard keeps it.
    var stored: FieldEditor { get }
    /// What keys mean in it now.
    var mode: WizardMode { get }
    /// What was cut last, to be put back in any field; nil where no text is written.
    var cutText: String? { get set }
    /// How far the cursor is within what may be longer than its window; nil where there is nothing to go through.
    var place: Int? { get }

    mutating func type(
        _ key: Key, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep
    mutating func paste(
        _ text: String, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    )
    mutating func move(
        _ movement: Movement, _ field: FormField, _ session: RequestSession, _ turn: WizardTurn
    ) -> FieldStep
    /// A click on something that was drawn for the field.
    mutating func clicked(
        _ target: ClickTarget, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    )
    /// Closes what is open within the field. False when nothing is.
    mutating func closeInner() -> Bool
    /// Puts a whole answer in, so that it can be undone here.
    /// - Returns: the answer as it is kept; nil where the editor begins anew with it.
    mutating func replace(with answer: FieldValue, of field: FormField) -> FieldValue?
}

/// Where the cursor goes after something was done in a field.
enum FieldStep: Equatable, Sendable { case stay, next, previous }

extension FieldEditing {
    var cutText: String? {
        get { nil }
        // Nothing is written here that could be cut.
        set {}
    }

    var place: Int? { nil }

    mutating func paste(
        _ text: String, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {}

    mutating func clicked(
        _ target: ClickTarget, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {}

    mutating func closeInner() -> Bool { false }
    mutating func replace(with answer: FieldValue, of field: FormField) -> FieldValue? { nil }
}

/// How the focused field is edited.
public enum FieldEditor: Equatable, Sendable {
    /// One line, or several.
    case text(TextEditor)
    /// One or several of the field's options.
    case choice(ChoiceEditor)
    /// Typed, or chosen in a calendar.
    case date(DateEditor)
    /// Rows of a table field.
    case table(TableEditor)
    /// Files that are attached, or on their way.
    case files(FilePicker)
    /// Only to be read: long explanations, and types that are not edited here.
    case reading

    /// The one place where an editor leads to what it does.
    var editing: any FieldEditing {
        switch self {
        case .text(let text): text
        case .choice(let choice): choice
        case .date(let date): date
        case .table(let table): table
        case .files(let picker): picker
        case .reading: FieldReading()
        }
    }

    /// The same as `editing.mode`, which is asked for many times a frame: nothing is boxed for it.
    var mode: WizardMode {
        switch self {
        case .text(let text): text.mode
        case .choice(let choice): choice.mode
        case .date(let date): date.mode
        case .table(let table): table.mode
        case .files(let picker): picker.mode
        case .reading: .reading
        }
    }

    /// What was cut last; nil where no text is written.
    var cut: String? {
        get { editing.cutText }
        set {
            var editing = editing
            editing.cutText = newValue
            self = editing.stored
        }
    }
}

/// What has the cursor and is only read: keys lead on.
struct FieldReading: FieldEditing {
    var stored: FieldEditor { .reading }
    var mode: WizardMode { .reading }

    mutating func type(
        _ key: Key, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        key == .enter ? .next : .stay
    }

    mutating func move(
        _ movement: Movement, _ field: FormField, _ session: RequestSession, _ turn: WizardTurn
    ) -> FieldStep {
        movement == .up ? .previous : .next
    }
}

extension WizardState {
    func makeEditor(for field: FormField) -> FieldEditor {
        guard field.isEditable, !session.isLocked else { return .reading }
        let value = session.value(of: field)
        switch field.kind.editor {
        case .none: return .reading
        case .line, .lines:
            return .text(TextEditor(field.editorText(of: value), isMultiline: field.kind.editor == .lines))
        case .calendar: return .date(DateEditor(value.text))
        case .choices: return .choice(ChoiceEditor(at: value, of: field))
        case .files: return .files(FilePicker())
        case .table:
            let rows = if case .table(let rows) = value { rows } else { [[String: String]]() }
            return .table(TableEditor(rows, columns: field.columns))
        }
    }

    /// Lets the editor act. It is taken out while it changes, so that its texts are not copied.
    mutating func edit(
        _ turn: inout WizardTurn,
        _ body: (inout any FieldEditing, FormField, inout RequestSession, inout WizardTurn) -> FieldStep
    ) {
        guard let field = focusedField, var current = editor?.editing else { return }
        editor = nil
        let step = body(&current, field, &session, &turn)
        editor = current.stored
        follow(step, &turn)
    }

    /// The same for what one kind of editor alone can do.
    mutating func edit<Editor: FieldEditing>(
        _ kind: Editor.Type, _ turn: inout WizardTurn,
        _ body: (inout Editor, FormField, inout RequestSession, inout WizardTurn) -> FieldStep
    ) {
        guard let field = focusedField, var current = editor?.editing as? Editor else { return }
        editor = nil
        let step = body(&current, field, &session, &turn)
        editor = current.stored
        follow(step, &turn)
    }

    private mutating func follow(_ step: FieldStep, _ turn: inout WizardTurn) {
        switch step {
        case .stay: break
        case .next: nextField(&turn)
        case .previous: previousField(&turn)
        }
    }
}
