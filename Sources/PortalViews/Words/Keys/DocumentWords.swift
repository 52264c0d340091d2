import PortalModel
import TerminalCanvas

/// Writing a request to a file, and answers files.
enum DocumentWords: Equatable {
    case requestAs
    case load
    case save
    case description
    case file
    case fillEmpty(count: Int)
    case replaceToo(count: Int)
    case changeNothing
    case moment
    case aboutDescription(form: TerminalText)
    case datasets
    case aboutDatasets(form: TerminalText, isFolder: Bool)
    case longMoment
    case written(CollectionProgress)
    case comparison
    case aboutComparison(form: TerminalText)
    case aboutLoading
    case aboutSaving
    case found(new: Int, different: Int)
    case hidden(count: Int)
    case missing(count: Int)
    case unknown(count: Int)
}
