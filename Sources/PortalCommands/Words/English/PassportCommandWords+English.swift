import PortalModel
import PortalViews
import TerminalCanvas

extension PassportCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .none: "There is no visa in your passport."
        case .kind("ControlledAccessGrants"): "access"
        case .kind("AffiliationAndRole"): "affiliation"
        case .kind("AcceptedTermsAndPolicies"): "terms"
        case .kind("ResearcherStatus"): "researcher"
        case .kind("LinkedIdentities"): "names"
        case .kind(let other): TerminalText(singleLine: other)
        case .state(.checked, _): "signature checked"
        case .state(.notChecked, let reason): "not checked: \(reason.map { c($0) } ?? .empty)"
        case .state(.failed, let reason): "does not count: \(reason.map { c($0) } ?? .empty)"
        case .state(.missing, _): "granted, not in your passport yet"
        case .expiring(let count, let days):
            count == 1
                ? "1 visa expires within \(days) days." : "\(c.number(count)) visas expire within \(days) days."
        case .notAsked(.broker, let reason): "The sign-in service gave no visas. \(c(reason))"
        case .notAsked(.rems, let reason): "REMS gave no visas. \(c(reason))"
        case .jsonAndRaw: "--json and --raw exclude each other."
        case .yesAlone: "--yes is for --raw alone."
        case .rawAtTerminal:
            """
            Whoever reads a visa may show it as yours: add --yes to print them on this terminal, or send them to a file or \
            a program.
            """
        }
    }
}
