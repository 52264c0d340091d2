/// Whether answers are what a form asks for: the rules by which REMS decides at submission.
public enum FormValidation {
    /// What is wrong with a field's value; nothing for hidden fields and for those that take no value.
    /// - Parameter files: the attachments that the application has; nil where that is not known.
    public static func problems(
        with value: FieldValue, in field: FormField, files: Set<Int64>? = nil
    ) -> [FieldProblem] {
        guard field.isVisible, field.type.takesValue else { return [] }
        return missing(value, in: field) + faults(in: value, of: field, files: files)
    }

    /// What is wrong with a value that is there: what a service could refuse to keep even in a draft.
    public static func faults(
        in value: FieldValue, of field: FormField, files: Set<Int64>? = nil
    ) -> [FieldProblem] {
        guard !isBlank(value) else { return [] }
        let own = field.kind.faults(in: value, of: field, files: files)
        if case .text(let text) = value { return lengthFaults(text, in: field) + own }
        return own
    }

    /// Text of spaces alone is no answer.
    public static func isBlank(_ value: FieldValue) -> Bool { value.isBlank }

    /// Characters as the service counts them: REMS runs on the JVM, where a length is in UTF-16 units.
    public static func length(of text: String) -> Int { text.utf16.count }

    /// The keys chosen in a multiselect field.
    public static func keys(of value: FieldValue) -> [String] { value.optionKeys }

    /// The files named in an attachment field; nil when it holds something else.
    public static func files(of value: FieldValue) -> [Int64]? { value.fileIDs }

    private static func missing(_ value: FieldValue, in field: FormField) -> [FieldProblem] {
        !field.isOptional && isBlank(value) ? [.required] : []
    }

    private static func lengthFaults(_ text: String, in field: FormField) -> [FieldProblem] {
        guard let maximum = field.maxLength, maximum > 0 else { return [] }
        let length = length(of: text)
        return length > maximum ? [.tooLong(length: length, maximum: maximum)] : []
    }

    /// What is wrong with a cell of a table that is filled in.
    public static func fault(in cell: String, of column: FieldOption) -> FieldProblem? {
        switch column.rule {
        case .email: FieldSyntax.isEmail(cell) ? nil : .invalidEmail
        case .oneOf(let options): options.contains { $0.key == cell } ? nil : .notAnOption
        case nil: nil
        }
    }
}

/// How a field stands in the eyes of the person who fills it in: nothing is called wrong before it was left once.
public enum FieldStatus: Equatable, Sendable {
    /// Nobody has been there: nothing is said of it yet.
    case untouched
    /// Something is wrong with the answer.
    case invalid([FieldProblem])
    /// The answer can be submitted.
    case valid
}
