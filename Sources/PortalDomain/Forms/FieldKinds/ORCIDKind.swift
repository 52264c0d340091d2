/// A researcher's identifier, as ORCID writes it.
public struct ORCIDKind: FieldKind {
    public var guidance: FieldGuidance { .orcid }
    public var personal: PersonalClue { .entry(.orcid) }

    public func tidied(_ text: String) -> String { text.trimmingSpaces }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        ORCID(value.text) == nil ? [.badFormat] : []
    }
}
