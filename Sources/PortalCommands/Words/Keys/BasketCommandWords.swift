import PortalModel

/// `portal basket`, and for which datasets a request can be made.
enum BasketCommandWords {
    case isEmpty
    case series(id: String, count: Int)
    case notPut(id: String, NotRequested)
    case notInBasket(id: String)
    case nameDatasets
    case tooMany(limit: Int, count: Int)
    case noRequests(Reason, ask: Places?)
    case atProvider(id: String, PlaceToAsk)
    case seriesIsNoDataset(id: String)
    case noIdentifier(id: String)

    /// Why a dataset of a series is not put into the basket with the others.
    enum NotRequested { case isSeries, governedElsewhere, noIdentifier }

    /// Whom to ask for a dataset instead.
    struct Places {
        var title: String
        var places: [String]
    }
}
