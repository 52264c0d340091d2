/// Requests and their answers as files of the person. Every file that is made is for the person's eyes only.
public struct DocumentService: Sendable {
    /// Writes a request into the download folder, under a name that is free there.
    public var export: @Sendable (Application, DocumentFormat) async throws(PortalError) -> ExportedDocument
    /// Reads an answers file, its path as it was typed, for the forms of a request.
    public var readAnswers: @Sendable (_ path: String, Application) async throws(PortalError) -> AnswersRead
    /// Writes the answers that the application holds where nothing is yet, and gives the path.
    public var writeAnswers: @Sendable (_ path: String, Application, [BasketItem]) async throws(PortalError) -> String

    /// Writes several datasets into a new file or folder, its path as it was typed. Without a path in the report nothing
    /// was kept, since some could not be had; nor is anything when it is cancelled.
    public var exportCollection:
        @Sendable (
            DatasetCollection, CatalogueSource, CollectionFormat, _ path: String,
            _ tell: @escaping @Sendable (CollectionProgress) -> Void
        ) async throws(PortalError) -> CollectionReport = { _, _, _, _, _ throws(PortalError) in
            throw PortalError(.local, operation: "exporting the dataset")
        }

    /// Writes a comparison into a new file, its path as it was typed, and gives the whole path.
    public var exportComparison:
        @Sendable (DatasetComparison, ComparisonFormat, _ path: String) async throws(PortalError) -> String = {
            _, _, _ throws(PortalError) in
            throw PortalError(.local, operation: "the file")
        }

    public init(
        export: @escaping @Sendable (Application, DocumentFormat) async throws(PortalError) -> ExportedDocument,
        readAnswers: @escaping @Sendable (String, Application) async throws(PortalError) -> AnswersRead,
        writeAnswers: @escaping @Sendable (String, Application, [BasketItem]) async throws(PortalError) -> String
    ) {
        self.export = export
        self.readAnswers = readAnswers
        self.writeAnswers = writeAnswers
    }

    /// Where there is no person at the screen.
    public static let none = DocumentService(
        export: { _, _ throws(PortalError) in throw PortalError(.local, operation: "exporting the request") },
        readAnswers: { _, _ throws(PortalError) in throw PortalError(.local, operation: "reading the answers") },
        writeAnswers: { _, _, _ throws(PortalError) in throw PortalError(.local, operation: "writing the answers") })
}

/// A document that was written.
public struct ExportedDocument: Equatable, Sendable {
    /// Of the file, as it is told to the person.
    public var path: String
    /// What the person should know of it.
    public var note: Reason?

    public init(path: String, note: Reason? = nil) {
        self.path = path
        self.note = note
    }
}

/// What an answers file holds for a request.
public struct AnswersRead: Equatable, Sendable {
    /// Those that have a place in the request, by their field.
    public var answers: [FieldID: FieldValue]
    /// What of it has no place in the request.
    public var unknown: [Reason]

    public init(answers: [FieldID: FieldValue], unknown: [Reason] = []) {
        self.answers = answers
        self.unknown = unknown
    }
}
