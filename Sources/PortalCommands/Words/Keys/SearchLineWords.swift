import PortalModel

/// What is told of a search that is given as a line.
enum SearchLineWords {
    /// With the part of the line that is meant marked below it.
    /// - isSignedIn: filters of the Beacon network are listed only then.
    case problem(QueryProblem, line: String, isSignedIn: Bool)
    case note(QueryNote)
    case orderSaidTwice
    case explanation(SearchExplanation)
}
