import PortalViews
import TerminalCanvas

extension CompareCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .howMany: "Zwei bis fünf Datensätze nennen, jeden einmal."
        case .oneForm: "--json, --markdown und --csv sind drei Formen: eine angeben."
        }
    }
}
