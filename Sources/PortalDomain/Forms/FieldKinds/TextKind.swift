/// A text of one line.
public struct TextKind: FieldKind {
    public var guidance: FieldGuidance { .line }
    public var personal: PersonalClue { .label }

    /// AMS has no type for addresses: a text whose example is one takes an address.
    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        let text = value.text
        return field.asksForAddress && text.isMeantAsAddress ? IPAddress.faults(in: text) : []
    }
}
