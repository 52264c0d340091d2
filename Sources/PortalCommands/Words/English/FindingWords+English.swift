import PortalModel
import PortalViews
import TerminalCanvas

extension FindingWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .field(let problem, let places):
            ([c(problem)] + places.map { TerminalText(sanitizing: $0.english) }).joined(separator: " ")
        case .licenceNotAccepted: "The licence is not accepted yet."
        case .refused(let reason): c(reason)
        case .request: "The request"
        }
    }
}

extension FindingWords.Place {
    fileprivate var english: String {
        switch self {
        case .noneOf(let value, let options, let more): "“\(value)” is none of: \(Self.choices(options, more))."
        case .emptyCell(let cell): "Empty: row \(cell.row), \(cell.column)."
        case .cell(let value, let cell): "“\(value)”, row \(cell.row), \(cell.column)."
        case .cellNoneOf(let value, let cell, let options, let more):
            "“\(value)”, row \(cell.row), \(cell.column), is none of: \(Self.choices(options, more))."
        }
    }

    private static func choices(_ options: [FindingWords.Option], _ more: Int) -> String {
        options.map(\.words).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}

extension FindingWords.Option {
    var words: String { label.isEmpty || label == key ? key : "\(key) (\(label))" }
}
