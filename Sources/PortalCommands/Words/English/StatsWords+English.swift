import Foundation
import PortalViews
import TerminalCanvas

extension StatsWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .nothing: "Nothing was counted yet. It begins with the next command that asks a portal."
        case .isOff: "Nothing is counted any more: the configuration says stats: off."
        case .oneFormat: "--json and --openmetrics exclude each other: choose one of them."
        case .earlier: "earlier"
        case .seconds(let seconds): "\(Self.number(seconds)) s"
        }
    }

    static func number(_ seconds: Double) -> String {
        let hundredths = Int((seconds * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
