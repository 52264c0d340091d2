import PortalModel
import TerminalCanvas

extension ComparisonWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title(let count): "\(c.count(count, .dataset)) compared"
        case .different: "Different"
        case .same: "The same"
        case .inSight(let first, let last, let count): "\(first) to \(last) of \(count)"
        case .notHad(let number, let error): "\(number): \(c(error))"
        }
    }
}
