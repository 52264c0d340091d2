/// What is told of files that requests are written to and answers are read from.
public enum DocumentMessage: Equatable, Sendable {
    case notHere
    case noForm
    case fixed
    case nothingChanged
    case writing(format: String)
    case written(path: String, note: String?)
    case answersWritten(path: String)
    case takenOver(count: Int, left: Int)
}
