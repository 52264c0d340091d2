import PortalModel
import PortalViews
import TerminalCanvas

extension FindingWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .field(let problem, let places):
            ([c(problem)] + places.map { TerminalText(sanitizing: $0.german) }).joined(separator: " ")
        case .licenceNotAccepted: "Die Lizenz ist noch nicht angenommen."
        case .refused(let reason): c(reason)
        case .request: "Der Antrag"
        }
    }
}

extension FindingWords.Place {
    fileprivate var german: String {
        switch self {
        case .noneOf(let value, let options, let more):
            "„\(value)“ ist keines von: \(Self.germanChoices(options, more))."
        case .emptyCell(let cell): "Leer: Zeile \(cell.row), \(cell.column)."
        case .cell(let value, let cell): "„\(value)“, Zeile \(cell.row), \(cell.column)."
        case .cellNoneOf(let value, let cell, let options, let more):
            "„\(value)“, Zeile \(cell.row), \(cell.column), ist keines von: \(Self.germanChoices(options, more))."
        }
    }

    private static func germanChoices(_ options: [FindingWords.Option], _ more: Int) -> String {
        options.map(\.words).joined(separator: ", ") + (more > 0 ? " und \(more) weitere" : "")
    }
}
