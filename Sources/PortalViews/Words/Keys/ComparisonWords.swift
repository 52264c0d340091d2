import PortalModel

/// Datasets beside each other.
enum ComparisonWords {
    case title(count: Int)
    case different, same
    /// Counted from 1.
    case inSight(first: Int, last: Int, count: Int)
    /// - number: of the dataset, counted from 1.
    case notHad(number: Int, error: PortalError)
}
