import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas

extension SearchLineWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .problem(let problem, let line, let isSignedIn):
            """
            Column \(problem.column) of the search: \(c(problem.reason))\
            \(problem.isUnknownName && !isSignedIn ? Self.beaconFilters : "") Nothing was searched.
            \(Self.marked(problem, line))
            """
        case .note(.asTyped(let value, let filter)):
            """
            “\(value)” is not in the list of \(filter) and is looked for as it is; a value of several words stands in \
            quotation marks.
            """
        case .note(.several(let label, let filter, let values)):
            """
            “\(label)” is the name of \(values.count) values of \(filter): \(values.joined(separator: ", ")). All are meant.
            """
        case .orderSaidTwice: "The order is said by --sort and in the line: leave one out. Nothing was searched."
        case .explanation(let explanation): english(explanation, c)
        }
    }

    private static let beaconFilters =
        " Those of the Beacon network are listed only for people who signed in (portal login)."

    /// The line, and below it the mark.
    static func marked(_ problem: QueryProblem, _ line: String) -> TerminalText {
        let mark = QueryMark(problem, in: line, columns: 72)
        return TerminalText(
            sanitizing: "    \(mark.line)\n    \(String(repeating: " ", count: mark.column))\(mark.sign)")
    }

    private func english(_ explanation: SearchExplanation, _ c: Phrasing) -> TerminalText {
        let steps = explanation.steps.map { step -> TerminalText in
            switch step {
            case .words: "looking for the words"
            case .facets: "narrowing by the facets"
            case .order: "putting in order"
            case .pages: "cutting pages"
            }
        }
        let done: TerminalText = steps.isEmpty ? "nothing" : steps.joined(separator: ", ")
        let most = explanation.most.map { " Out of \($0) datasets: the service gives no more." } ?? ""
        return explanation.lines(
            search: explanation.line.isEmpty ? "Search: all datasets" : "Search: \(explanation.line)",
            asked: "Asked of the service (\(explanation.dialect)): ",
            nobody: "nothing, since nothing of what is typed could be a word.", here: "Done here: \(done).\(most)")
    }
}

extension QueryProblem {
    var isUnknownName: Bool { if case .unknownName = reason { true } else { false } }
}
