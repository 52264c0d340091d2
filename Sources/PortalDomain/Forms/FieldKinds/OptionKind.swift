/// One of the options.
public struct OptionKind: ChoiceKind {
    /// One of what is offered.
    public var guidance: FieldGuidance { .choice }
    /// A choice.
    public var shape: AnswerShape { .choice }

    public func keys(of value: FieldValue) -> [String] { value.text.isEmpty ? [] : [value.text] }

    /// The option of the same key, if it is offered.
    public func fitting(_ value: FieldValue, in field: FormField) -> FittedAnswer {
        field.option(value.text) != nil ? FittedAnswer(value) : FittedAnswer(nil, .choiceNotOffered)
    }

    /// An option by its number, its key or its label.
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
