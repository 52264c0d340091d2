import TerminalCanvas

/// A dataset.
enum DatasetWords: Equatable {
    case unreadable
    case record
    case reason
    case modifiedOn(day: String)
    case waitingStops(seconds: Int)
    case loading(elapsed: String)
    case stops
    case fromList
    case fetched(age: String)
    case seriesAccess
    case partOf(title: String)
    case governedElsewhere
    case themes
    case keywords
    case individuals
    case records
    case period
    case access
    case publisher
    case catalogue
    case created
    case modified
    case identifier
    case page
    case noFiles
    case format
    case size
    case licence
    case fileAccess
    case download
    case noDetails
    case noContact
    case address
    case pageOfDataset
    case file
    case noAddresses
    case before
    case opensWhole(one: Bool)
    case overview
    case files
    case details
    case contacts
    case links
}
