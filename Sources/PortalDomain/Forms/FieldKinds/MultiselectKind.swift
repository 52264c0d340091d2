/// Any number of the options.
public struct MultiselectKind: ChoiceKind {
    /// Any number of what is offered.
    public var guidance: FieldGuidance { .choices }
    /// Choices.
    public var shape: AnswerShape { .choices }

    public func keys(of value: FieldValue) -> [String] { value.optionKeys }

    /// In any order.
    public func isSame(_ one: FieldValue, _ other: FieldValue) -> Bool {
        Set(keys(of: one)) == Set(keys(of: other))
    }

    /// The options of the same keys, as far as they are offered.
    public func fitting(_ value: FieldValue, in field: FormField) -> FittedAnswer {
        let keys = keys(of: value)
        let offered = keys.filter { field.option($0) != nil }
        return FittedAnswer(
            offered.isEmpty ? nil : .text(offered.joined(separator: " ")),
            offered.count == keys.count ? nil : .choicesNotOffered)
    }

    /// Options by their numbers, keys or labels.
    public func typed(_ lines: [String], for field: FormField, in languages: [String]) -> TypedAnswer {
        let text = lines.joined(separator: " ").trimmingSpaces
        let choices = TypedChoices(field: field, languages: languages)
        if case .one(let key) = choices.match(text) { return .value(.text(key)) }
        var keys: [String] = []
        for part in parts(of: text, among: choices) {
            guard case .one(let key) = choices.match(part) else { return choices.refusal(of: part) }
            keys.append(key)
        }
        return .value(field.joined(keys))
    }

    /// Between commas or semicolons, or between spaces where each is a choice by itself.
    private func parts(of text: String, among choices: TypedChoices) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let areAllChoices = words.allSatisfy { if case .one = choices.match($0) { true } else { false } }
        if areAllChoices, words.count > 1 { return words }
        let separator: Character = text.contains(";") ? ";" : ","
        return text.split(separator: separator).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }

    /// A list of keys.
    public func written(_ value: FieldValue) -> WrittenAnswer { .list(keys(of: value)) }

    /// A text is what the service would have. What is no choice stays as it is: the review says so.
    public func value(of written: WrittenAnswer, for field: FormField) throws(WrittenAnswer.Refusal) -> FieldValue {
        switch written {
        case .text(let text): return .text(text)
        case .rows: throw .otherForm
        case .list(let names):
            let known = field.options.map(\.key)
            let keys = names.map { FieldOption.named($0, among: field.options)?.key ?? $0 }
            let ordered = known.filter(keys.contains) + keys.filter { !known.contains($0) }
            return .text(ordered.joined(separator: " "))
        }
    }
}
