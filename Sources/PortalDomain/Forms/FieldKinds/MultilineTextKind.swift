/// A text of any number of lines.
public struct MultilineTextKind: FieldKind {
    public var guidance: FieldGuidance { .lines }
    public var shape: AnswerShape { .lines }
    public var separator: String { " " }

    public func typed(_ lines: [String], for field: FormField, in languages: [String]) -> TypedAnswer {
        TypedAnswer(.text(lines.joined(separator: "\n").cleaned(isMultiline: true)), checkedFor: field)
    }
}
