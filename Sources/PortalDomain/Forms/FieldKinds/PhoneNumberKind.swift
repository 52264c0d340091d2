/// A phone number in international form.
public struct PhoneNumberKind: FieldKind {
    public var guidance: FieldGuidance { .phoneNumber }
    public var personal: PersonalClue { .entry(.phone) }

    public func tidied(_ text: String) -> String { FieldSyntax.internationalPhoneNumber(text) }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        FieldSyntax.isPhoneNumber(value.text) ? [] : [.invalidPhoneNumber]
    }
}
