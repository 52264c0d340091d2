/// A day, as ISO `yyyy-MM-dd`.
public struct DateKind: FieldKind {
    public var guidance: FieldGuidance { .date }
    public var editor: FieldEditorKind { .calendar }
    public var misfit: FieldProblem { .invalidDate }

    public func tidied(_ text: String) -> String { text.trimmingSpaces }

    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        ISODate(value.text) != nil ? [] : [.invalidDate]
    }
}
