/// What fields with options have in common. Their answers are the options' keys.
public protocol ChoiceKind: FieldKind {
    /// The keys that are chosen.
    func keys(of value: FieldValue) -> [String]
}

extension ChoiceKind {
    public var misfit: FieldProblem { .notAnOption }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        keys(of: value).allSatisfy { field.option($0) != nil } ? [] : [.notAnOption]
    }

    public func lines(
        _ value: FieldValue, of field: FormField, in languages: [String], files: [Attachment]
    ) -> [String] {
        keys(of: value).map { field.option($0)?.label.text(in: languages) ?? $0 }
    }

    public func means(_ value: FieldValue, to other: FormField, theSameIn field: FormField) -> Bool {
        keys(of: value).allSatisfy { other.option($0)?.label == field.option($0)?.label }
    }
}

extension FormField {
    func option(_ key: String) -> FieldOption? { options.first { $0.key == key } }

    /// Keys as one answer: in the order of the form, so that the same choice is always the same value.
    func joined(_ keys: some Sequence<String>) -> FieldValue {
        let chosen = Set(keys)
        return .text(options.map(\.key).filter(chosen.contains).joined(separator: " "))
    }
}

/// The choices of a field as people name them when they type.
package struct TypedChoices {
    package let field: FormField
    package let languages: [String]

    package init(field: FormField, languages: [String]) {
        self.field = field
        self.languages = languages
    }

    enum Match: Equatable {
        case one(String)
        case several([String])
        case none
    }

    /// Choices go by number, unless they are numbers themselves: then a number could mean two of them.
    package var areNumbered: Bool {
        !field.options.contains { option in
            ([option.key] + option.label.variants.map(\.text)).contains { Int($0.trimmingSpaces) != nil }
        }
    }

    /// By number, key or label in any case, or by a beginning that fits one of them only.
    func match(_ text: String) -> Match {
        let wanted = text.lowercased()
        guard !wanted.isEmpty else { return .none }
        if areNumbered, let number = Int(wanted) {
            return field.options.indices.contains(number - 1) ? .one(field.options[number - 1].key) : .none
        }
        func names(_ option: FieldOption) -> [String] {
            ([option.key] + option.label.variants.map(\.text)).map { $0.trimmingSpaces.lowercased() }
        }
        if let exact = field.options.first(where: { names($0).contains(wanted) }) { return .one(exact.key) }
        let found = field.options.filter { names($0).contains { $0.hasPrefix(wanted) } }
        switch found.count {
        case 0: return .none
        case 1: return .one(found[0].key)
        default: return .several(found.map { $0.label.text(in: languages) })
        }
    }

    func refusal(of text: String) -> TypedAnswer {
        if case .several(let labels) = match(text) { return .refused(.ambiguous(text, labels)) }
        return .refused(.notOffered(text))
    }
}

extension FormField {
    /// Whether that option is chosen in an answer.
    public func isChosen(_ key: String, in value: FieldValue) -> Bool {
        type.shape == .choice ? value.text == key : value.optionKeys.contains(key)
    }

    /// The answer with an option chosen that was not, or the other way round.
    package func toggling(_ key: String, in value: FieldValue) -> FieldValue {
        let isChosen = isChosen(key, in: value)
        guard type.shape == .choices else { return .text(isChosen ? "" : key) }
        let before = value.optionKeys
        return joined(options.map(\.key).filter { $0 == key ? !isChosen : before.contains($0) })
    }
}
