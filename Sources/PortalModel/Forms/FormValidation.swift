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
        if case .table(let rows) = value { return tableFaults(rows, in: field) }
        let text = value.text
        return lengthFaults(text, in: field) + contentFaults(text, in: field, files: files)
    }

    /// Text of spaces alone is no answer.
    public static func isBlank(_ value: FieldValue) -> Bool {
        value.isBlank
    }

    /// Characters as the service counts them: REMS runs on the JVM, where a length is in UTF-16 units.
    public static func length(of text: String) -> Int { text.utf16.count }

    /// The keys chosen in a multiselect field.
    public static func keys(of value: FieldValue) -> [String] {
        value.optionKeys
    }

    /// The files named in an attachment field; nil when it holds something else.
    public static func files(of value: FieldValue) -> [Int64]? {
        let parts = value.text.split(separator: ",").map { Int64(String($0).trimmingSpaces) }
        return parts.contains(nil) ? nil : parts.compactMap(\.self)
    }

    private static func missing(_ value: FieldValue, in field: FormField) -> [FieldProblem] {
        !field.isOptional && isBlank(value) ? [.required] : []
    }

    private static func lengthFaults(_ text: String, in field: FormField) -> [FieldProblem] {
        guard let maximum = field.maxLength, maximum > 0 else { return [] }
        let length = length(of: text)
        return length > maximum ? [.tooLong(length: length, maximum: maximum)] : []
    }

    private static func contentFaults(_ text: String, in field: FormField, files: Set<Int64>?) -> [FieldProblem] {
        switch field.type {
        case .email: FieldSyntax.isEmail(text) ? [] : [.invalidEmail]
        case .phoneNumber: FieldSyntax.isPhoneNumber(text) ? [] : [.invalidPhoneNumber]
        case .ipAddress: addressFaults(text)
        case .date: ISODate(text) != nil ? [] : [.invalidDate]
        case .option: field.options.contains { $0.key == text } ? [] : [.notAnOption]
        case .multiselect:
            keys(of: .text(text)).allSatisfy { key in field.options.contains { $0.key == key } } ? [] : [.notAnOption]
        case .attachment: fileFaults(text, files)
        case .text where field.asksForAddress && text.isMeantAsAddress: addressFaults(text)
        case .text, .multilineText, .description, .table, .header, .label, .unknown: []
        }
    }

    private static func addressFaults(_ text: String) -> [FieldProblem] {
        guard let address = IPAddress(text) else { return [.invalidIPAddress] }
        return address.isPrivate ? [.privateIPAddress] : []
    }

    private static func fileFaults(_ text: String, _ known: Set<Int64>?) -> [FieldProblem] {
        guard let named = files(of: .text(text)) else { return [.fileMissing] }
        return known.map { known in named.allSatisfy(known.contains) } ?? true ? [] : [.fileMissing]
    }

    private static func tableFaults(_ rows: [[String: String]], in field: FormField) -> [FieldProblem] {
        let isWhole = rows.allSatisfy { row in
            field.columns.allSatisfy { column in row[column.key]?.allSatisfy(\.isWhitespace) == false }
        }
        guard isWhole else { return [.columnValuesMissing] }
        var faults: [FieldProblem] = []
        for column in field.columns where column.rule != nil {
            for fault in rows.compactMap({ fault(in: $0[column.key] ?? "", of: column) }) where !faults.contains(fault)
            {
                faults.append(fault)
            }
        }
        return faults
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
    case untouched
    case invalid([FieldProblem])
    case valid
}
