import PortalModel
import TerminalCanvas

extension ComparisonWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title(let count): "\(c.count(count, .dataset)) verglichen"
        case .different: "Verschieden"
        case .same: "Gleich"
        case .inSight(let first, let last, let count): "\(first) bis \(last) von \(count)"
        case .notHad(let number, let error): "\(number): \(c(error))"
        }
    }
}
