import TerminalCanvas

/// The basket, and the choice of the request to begin with.
enum BasketWords: Equatable {
    case notRequestable
    case request(number: Int, name: String)
    case separateDecision
    case separateCatalogues
    case refusedWith
    case title
    case notOnDisk(reason: String)
    case kept(datasets: String)
    case saving(datasets: String)
    case isEmpty
    case howToFill
    case putsBack
    case inRequests(requests: Int)
    case whichFirst
    case allInOne(count: String)
}
