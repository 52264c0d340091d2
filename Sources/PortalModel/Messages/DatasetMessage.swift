/// What is told of a dataset.
public enum DatasetMessage: Equatable, Sendable {
    case written(path: String)
    case notWritten
    case unreadable(reason: String)
    case notFetched
    case openFirst
    case noAddress
    case marksFirst
    case noDataset
    case ask(title: String, open: Bool)
    case partOfNone
    case seriesFetching
    case nothingAskable
    case putAll(count: Int)
    case notAskable(count: Int)
    case lookFirst
}
