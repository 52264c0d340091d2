/// What is told of a dataset.
public enum DatasetMessage: Equatable, Sendable {
    /// Where the description lies.
    case written(path: String)
    /// What is safe after a description could not be written.
    case notWritten
    /// A record that the service has but that says too little to be shown.
    case unreadable(reason: Reason)
    /// A row whose page is not there yet.
    case notFetched
    /// What was asked for needs the whole description.
    case openFirst
    /// There is nothing to copy.
    case noAddress
    /// A request for one dataset was asked for while others are marked.
    case marksFirst
    /// Nothing is under the cursor.
    case noDataset
    /// Asks whether to make a draft for this dataset. `open`: the catalogue says that its access is.
    case ask(title: String, open: Bool)
    /// The catalogue names no series that it belongs to.
    case partOfNone
    /// What was asked for needs the datasets of the series.
    case seriesFetching
    /// A series whose datasets are all governed elsewhere, or have no identifier.
    case nothingAskable
    /// Offers to put the datasets of a series into the basket.
    case putAll(count: Int)
    /// Beside that offer: so many are left out.
    case notAskable(count: Int)
    /// Offers to open the series instead.
    case lookFirst
}
