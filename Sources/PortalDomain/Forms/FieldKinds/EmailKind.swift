/// An e-mail address, as HTML's `<input type=email>` has it.
public struct EmailKind: FieldKind {
    public var guidance: FieldGuidance { .email }
    public var personal: PersonalClue { .entry(.email) }

    public func tidied(_ text: String) -> String { text.trimmingSpaces }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        FieldSyntax.isEmail(value.text) ? [] : [.invalidEmail]
    }
}
