import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas

extension SearchLineWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .problem(let problem, let line, let isSignedIn):
            """
            Spalte \(problem.column) der Suche: \(c(problem.reason))\
            \(problem.isUnknownName && !isSignedIn ? Self.germanBeaconFilters : "") Nichts wurde gesucht.
            \(Self.marked(problem, line))
            """
        case .note(.asTyped(let value, let filter)):
            """
            „\(value)“ steht nicht in der Liste von „\(filter)“ und wird so gesucht, wie es ist; ein Wert aus mehreren \
            Wörtern steht in Anführungszeichen.
            """
        case .note(.several(let label, let filter, let values)):
            """
            „\(label)“ heißen \(values.count) Werte von „\(filter)“: \(values.joined(separator: ", ")). Alle sind gemeint.
            """
        case .orderSaidTwice:
            "Die Reihenfolge steht in --sort und in der Zeile: eine davon weglassen. Nichts wurde gesucht."
        case .explanation(let explanation): german(explanation)
        }
    }

    private static let germanBeaconFilters = " Die des Beacon-Netzes stehen nur nach einer Anmeldung da (portal login)."

    private func german(_ explanation: SearchExplanation) -> TerminalText {
        let steps = explanation.steps.map { step -> TerminalText in
            switch step {
            case .words: "die Wörter suchen"
            case .facets: "nach den Filtern eingrenzen"
            case .order: "ordnen"
            case .pages: "in Seiten teilen"
            }
        }
        let done: TerminalText = steps.isEmpty ? "nichts" : steps.joined(separator: ", ")
        let most = explanation.most.map { " Aus \($0) Datensätzen: mehr gibt der Dienst nicht." } ?? ""
        return explanation.lines(
            search: explanation.line.isEmpty ? "Suche: alle Datensätze" : "Suche: \(explanation.line)",
            asked: "Beim Dienst gefragt (\(explanation.dialect)): ",
            nobody: "nichts, denn nichts vom Getippten könnte ein Wort sein.", here: "Hier getan: \(done).\(most)")
    }
}
