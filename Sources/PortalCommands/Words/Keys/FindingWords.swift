import PortalModel

/// What keeps a request from being submitted, for people and, in English, in JSON.
enum FindingWords {
    case field(FieldProblem, at: [Place])
    case licenceNotAccepted
    case refused(Reason)
    /// What it is about, where that is no field and no licence.
    case request

    /// Where in an answer it is, and what may stand there.
    enum Place {
        case noneOf(String, [Option], more: Int)
        case emptyCell(Cell)
        case cell(String, Cell)
        case cellNoneOf(String, Cell, [Option], more: Int)
    }

    /// - row: counted from 1.
    struct Cell {
        var row: Int
        var column: String
    }

    /// What can be chosen.
    struct Option {
        var key: String
        /// In the reader's language; empty where there is none.
        var label: String
    }
}
