import PortalModel
import TerminalCanvas

extension TourWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .datasets: "Einen Datensatz finden (\(c.key(.showBrowser)))"
        case .basket: "Sammeln, was gebraucht wird (\(c.key(.showBasket)))"
        case .requests: "Zugang beantragen (\(c.key(.showRequests)))"
        }
    }
}
