import Foundation
import PortalModel

/// What is told of saved searches.
enum SavedSearchWords {
    case none
    case saved(name: String, datasets: Int)
    /// In the place of another one.
    case replaced(name: String, datasets: Int)
    case renamed(name: String, to: String)
    case deleted(name: String)
    case marked(name: String, NewsCount)
    case notNamed(name: String, suggestions: [String])
    case isNamed(name: String)
    /// Nobody knows what they are.
    case leftAlone(paths: [String])
    /// The table's sign of a dataset.
    case new, changed
    /// What is new of a search that was run.
    case news(SavedSearch, NewsCount, total: Int, now: Date)
    /// The same in a column of a list; empty where nothing is.
    case count(NewsCount)
    case unreadable(count: Int)
    /// Why a search was not run, while others are.
    case failed(name: String, CommandFailure)
    /// The table of a news search was not read to its end.
    case quietIsOfNew
}
