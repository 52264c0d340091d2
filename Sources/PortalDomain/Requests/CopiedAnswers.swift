/// The answers of a request that is copied as a new one, until the form of the new one is known.
public struct CopiedAnswers: Hashable, Sendable, Codable {
    /// Where they come from.
    public var source: ApplicationID
    /// The answers, in the order of the form.
    public var answers: [CopiedAnswer]

    public init(source: ApplicationID, answers: [CopiedAnswer]) {
        self.source = source
        self.answers = answers
    }
}

/// An answer with what it answered: the new request may ask by another id.
public struct CopiedAnswer: Hashable, Sendable, Codable {
    /// Which field it answers.
    public var field: FieldID
    /// What kind of field that is.
    public var type: FieldType
    /// What the field asks.
    public var title: LocalizedText
    /// The answer.
    public var value: FieldValue

    public init(field: FieldID, type: FieldType, title: LocalizedText, value: FieldValue) {
        self.field = field
        self.type = type
        self.title = title
        self.value = value
    }

    /// - Parameter field: with the answer that the service has.
    package init(_ field: FormField) {
        self.init(field: field.id, type: field.type, title: field.title, value: field.value)
    }
}
