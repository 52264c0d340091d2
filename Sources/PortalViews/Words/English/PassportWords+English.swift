import PortalModel
import TerminalCanvas

extension PassportWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Your passport"
        case .asking(let elapsed): "asking, \(elapsed)"
        case .asked(let age): "asked \(age)"
        case .askingShort: "\(c.glyphs.ellipsis) asking for your visas and their issuers' keys"
        case .none: "There is no visa in your passport."
        case .kind(.controlledAccessGrants): "access granted"
        case .kind(.affiliationAndRole): "affiliation and role"
        case .kind(.acceptedTerms): "terms accepted"
        case .kind(.researcherStatus): "researcher in good standing"
        case .kind(.linkedIdentities): "names that belong together"
        case .kind(let kind): TerminalText(singleLine: kind.rawValue)
        case .decided(let source, let role, let day):
            "said by \(source)\(role.map { ", \(Self.english(role: $0))" } ?? "")\(day.map { ", on \($0)" } ?? "")"
        case .issued(let issuer, let day): "issued by \(issuer)\(day.map { " on \($0)" } ?? "")"
        case .goodUntil(let day, let remaining): "expires on \(day), \(remaining)"
        case .checked: "signature checked"
        case .notChecked(let reason): "not checked: \(c(reason))"
        case .failed(let reason): "does not count: \(c(reason))"
        case .missing: "Not in your passport yet"
        case .notYet(let day):
            """
            \(day.map { "granted on \($0)" } ?? "granted"), and no visa says so: archives give nothing before one does. \
            Signing in anew may bring it.
            """
        case .notAsked(.broker, let reason): "The sign-in service gave no visas: \(c(reason))"
        case .notAsked(.rems, let reason): "REMS gave no visas: \(c(reason))"
        case .archiveDecides: "What is shown here is how the visas look from here; each archive decides by itself."
        case .unreadable: "A visa that cannot be read"
        }
    }

    /// Who speaks, by `by` of the standard.
    private static func english(role: String) -> TerminalText {
        switch role {
        case "self": "the person"
        case "peer": "a colleague"
        case "system": "a system"
        case "so": "a signing official"
        case "dac": "a data access committee"
        default: TerminalText(singleLine: role)
        }
    }
}
