/// An answer as it is read.
public enum AnswerText {
    /// One line an answer, options by their labels and files by their names; none where nothing was answered.
    public static func lines(_ field: FormField, languages: [String], files: [Attachment] = []) -> [String] {
        lines(field.value, of: field, languages: languages, files: files)
    }

    /// - Parameter value: in place of what the service has.
    public static func lines(
        _ value: FieldValue, of field: FormField, languages: [String], files: [Attachment] = []
    ) -> [String] {
        if field.type == .attachment, let ids = FormValidation.files(of: value) {
            return ids.map { id in files.first { $0.id == id }?.filename ?? "file \(id)" }
        }
        switch value {
        case .table(let rows):
            return rows.map { row in
                field.columns.map { "\($0.label.text(in: languages)): \(row[$0.key] ?? "")" }.joined(separator: "; ")
            }
        case .text(let text) where text.isEmpty: return []
        case .text(let text):
            guard field.type == .option || field.type == .multiselect else { return [text] }
            let keys = field.type == .option ? [text] : text.split(separator: " ").map(String.init)
            return keys.map { key in
                field.options.first { $0.key == key }?.label.text(in: languages) ?? key
            }
        }
    }
}
