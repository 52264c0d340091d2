/// One of the options.
public struct OptionKind: ChoiceKind {
    public var guidance: FieldGuidance { .choice }
    public var shape: AnswerShape { .choice }

    public func keys(of value: FieldValue) -> [String] { value.text.isEmpty ? [] : [value.text] }

    public func fitting(_ value: FieldValue, in field: FormField) -> FittedAnswer {
        field.option(value.text) != nil ? FittedAnswer(value) : FittedAnswer(nil, .choiceNotOffered)
    }

    public func typed(_ lines: [String], for field: FormField, in languages: [String]) -> TypedAnswer {
        let text = lines.joined(separator: " ").trimmingSpaces
        let choices = TypedChoices(field: field, languages: languages)
        if case .one(let key) = choices.match(text) { return .value(.text(key)) }
        return choices.refusal(of: text)
    }

    /// By its key, or as it is read. What is no choice stays as it is: the review says so.
    public func value(of written: WrittenAnswer, for field: FormField) throws(WrittenAnswer.Refusal) -> FieldValue {
        guard case .text(let text) = written else { throw .otherForm }
        return .text(FieldOption.named(text, among: field.options)?.key ?? text)
    }
}
