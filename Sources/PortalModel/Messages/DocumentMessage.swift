/// What is told of files that requests are written to and answers are read from.
public enum DocumentMessage: Equatable, Sendable {
    /// The request has to be fetched before it can be written to a file.
    case notHere
    /// The wizard has no form yet.
    case noForm
    /// The request is submitted, or another program has its draft.
    case fixed
    /// The answers file was left unused.
    case nothingChanged
    /// It has begun; the format that was chosen.
    case writing(format: DocumentFormat)
    /// Where the document lies, and what the person should know of it.
    case written(path: String, note: Reason?)
    /// Where the answers file lies.
    case answersWritten(path: String)
    /// A form in which datasets are written.
    case form(CollectionFormat)
    /// A form in which a comparison is written.
    case comparisonForm(ComparisonFormat)
    /// Where a comparison lies.
    case comparisonWritten(path: String)
    /// Where several datasets lie.
    case collectionWritten(CollectionReport, CollectionFormat)
    /// Nothing was kept, since some could not be had.
    case collectionNotWhole(CollectionReport)
    /// What is safe after several datasets could not be written.
    case nothingWritten
    /// The person did not want the rest.
    case exportStopped
    /// There are none to be written.
    case noDatasets
    /// Answers of the file that are in the form now; `left` of them wait for questions that are not asked at present.
    case takenOver(count: Int, left: Int)
}
