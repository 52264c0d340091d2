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
        field.kind.lines(value, of: field, in: languages, files: files)
    }
}
