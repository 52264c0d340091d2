import PortalModel
import TerminalCanvas

extension TourWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .datasets: "Find a dataset (\(c.key(.showBrowser)))"
        case .basket: "Collect what you need (\(c.key(.showBasket)))"
        case .requests: "Ask for access (\(c.key(.showRequests)))"
        }
    }
}
