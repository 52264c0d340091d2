/// The cursor in the options of a field, and what was typed to find one.
public struct ChoiceEditor: Equatable, Sendable {
    /// Index among the options that are found.
    public var cursor = 0
    /// Letters that narrow the options, where there are `findFrom` or more.
    public var find = TextBuffer()

    /// From this many options on, typed letters narrow the list.
    public static let findFrom = 9

    /// At the first option that is chosen.
    public init(at value: FieldValue = .text(""), of field: FormField? = nil) {
        let chosen = value.optionKeys.first
        cursor = field?.options.firstIndex { $0.key == chosen } ?? 0
    }

    /// The options that are found by what was typed.
    func shown(of field: FormField, languages: [String]) -> [FieldOption] {
        field.options(matching: find.text, languages: languages)
    }
}

extension ChoiceEditor: FieldEditing {
    var stored: FieldEditor { .choice(self) }
    var mode: WizardMode { .choosingOption }
    var place: Int? { cursor }

    mutating func type(
        _ key: Key, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) -> FieldStep {
        if find.isEmpty, key == .left || key == .right {
            return move(key == .left ? .up : .down, field, session, turn)
        }
        find(key, field, turn)
        return .stay
    }

    /// Letters narrow a long list, and go to an option of a short one.
    private mutating func find(_ key: Key, _ field: FormField, _ turn: WizardTurn) {
        if field.options.count >= Self.findFrom {
            if find.apply(key) { cursor = 0 }
            return
        }
        guard case .character(let letter) = key else { return }
        let wanted = letter.lowercased()
        let starts = field.options.indices.filter {
            field.options[$0].label.text(in: turn.languages).lowercased().hasPrefix(wanted)
        }
        guard let next = starts.first(where: { $0 > cursor }) ?? starts.first else { return }
        cursor = next
    }

    mutating func move(
        _ movement: Movement, _ field: FormField, _ session: RequestSession, _ turn: WizardTurn
    ) -> FieldStep {
        let count = shown(of: field, languages: turn.languages).count
        cursor = ListPosition.moved(cursor, movement, count: count, visible: turn.layout.editorRows)
        return .stay
    }

    mutating func clicked(
        _ target: ClickTarget, _ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn
    ) {
        guard case .option(_, let index) = target else { return }
        cursor = index
        _ = toggle(field, &session, &turn)
    }

    mutating func closeInner() -> Bool {
        guard !find.isEmpty else { return false }
        find = TextBuffer()
        cursor = 0
        return true
    }

    /// Chooses the option under the cursor, or takes the choice back.
    func toggle(_ field: FormField, _ session: inout RequestSession, _ turn: inout WizardTurn) -> FieldStep {
        let options = shown(of: field, languages: turn.languages)
        guard !session.isLocked, options.indices.contains(cursor) else { return .stay }
        turn.session.cues.append(.judged([field.id]))
        let toggled = field.toggling(options[cursor].key, in: session.value(of: field))
        session.store(toggled, for: field, &turn.session)
        // A choice may show or hide other fields: the service is asked at once.
        session.saveAtService(&turn.session)
        return .stay
    }
}

extension WizardState {
    /// The options that a field shows: those found by what was typed.
    public func shownOptions(of field: FormField, languages: [String]) -> [FieldOption] {
        guard focus == field.id, case .choice(let choice) = editor else { return field.options }
        return choice.shown(of: field, languages: languages)
    }

    /// Whether the answer holds the option; of a `multiselect` several do.
    public func isChosen(_ option: FieldOption, in field: FormField) -> Bool {
        field.isChosen(option.key, in: session.value(of: field))
    }
}
