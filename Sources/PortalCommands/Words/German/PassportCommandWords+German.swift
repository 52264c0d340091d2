import PortalModel
import PortalViews
import TerminalCanvas

extension PassportCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .none: "In Ihrem Pass ist kein Visum."
        case .kind("ControlledAccessGrants"): "Zugang"
        case .kind("AffiliationAndRole"): "Einrichtung"
        case .kind("AcceptedTermsAndPolicies"): "Bedingungen"
        case .kind("ResearcherStatus"): "Forschung"
        case .kind("LinkedIdentities"): "Namen"
        case .kind(let other): TerminalText(singleLine: other)
        case .state(.checked, _): "Unterschrift geprüft"
        case .state(.notChecked, let reason): "nicht geprüft: \(reason.map { c($0) } ?? .empty)"
        case .state(.failed, let reason): "zählt nicht: \(reason.map { c($0) } ?? .empty)"
        case .state(.missing, _): "gewährt, noch nicht in Ihrem Pass"
        case .expiring(let count, let days):
            count == 1
                ? "1 Visum läuft in weniger als \(days) Tagen ab."
                : "\(c.number(count)) Visa laufen in weniger als \(days) Tagen ab."
        case .notAsked(.broker, let reason): "Der Anmeldedienst gab keine Visa. \(c(reason))"
        case .notAsked(.rems, let reason): "REMS gab keine Visa. \(c(reason))"
        case .jsonAndRaw: "--json und --raw schließen einander aus."
        case .yesAlone: "--yes gehört allein zu --raw."
        case .rawAtTerminal:
            """
            Wer ein Visum liest, kann es als Ihres zeigen: --yes gibt sie auf diesem Terminal aus, sonst in eine Datei oder \
            an ein Programm schicken.
            """
        }
    }
}
