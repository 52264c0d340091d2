import PortalModel
import TerminalCanvas

extension PassportWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Ihr Pass"
        case .asking(let elapsed): "wird gefragt, \(elapsed)"
        case .asked(let age): "gefragt \(age)"
        case .askingShort: "\(c.glyphs.ellipsis) Visa und Schlüssel der Aussteller werden geholt"
        case .none: "In Ihrem Pass ist kein Visum."
        case .kind(.controlledAccessGrants): "Zugang gewährt"
        case .kind(.affiliationAndRole): "Einrichtung und Rolle"
        case .kind(.acceptedTerms): "angenommene Bedingungen"
        case .kind(.researcherStatus): "anerkannte Forscherin, anerkannter Forscher"
        case .kind(.linkedIdentities): "Namen, die zusammengehören"
        case .kind(let kind): TerminalText(singleLine: kind.rawValue)
        case .decided(let source, let role, let day):
            "gesagt von \(source)\(role.map { ", \(Self.german(role: $0))" } ?? "")\(day.map { ", am \($0)" } ?? "")"
        case .issued(let issuer, let day): "ausgestellt von \(issuer)\(day.map { " am \($0)" } ?? "")"
        case .goodUntil(let day, let remaining): "läuft ab am \(day), \(remaining)"
        case .checked: "Unterschrift geprüft"
        case .notChecked(let reason): "nicht geprüft: \(c(reason))"
        case .failed(let reason): "zählt nicht: \(c(reason))"
        case .missing: "Noch nicht in Ihrem Pass"
        case .notYet(let day):
            """
            \(day.map { "gewährt am \($0)" } ?? "gewährt"), und kein Visum sagt es: vorher geben Archive nichts heraus. Neu \
            anmelden bringt es vielleicht.
            """
        case .notAsked(.broker, let reason): "Der Anmeldedienst gab keine Visa: \(c(reason))"
        case .notAsked(.rems, let reason): "REMS gab keine Visa: \(c(reason))"
        case .archiveDecides: "So sehen die Visa von hier aus; jedes Archiv entscheidet selbst."
        case .unreadable: "Ein Visum, das sich nicht lesen lässt"
        }
    }

    private static func german(role: String) -> TerminalText {
        switch role {
        case "self": "die Person selbst"
        case "peer": "jemand aus dem Kollegium"
        case "system": "ein System"
        case "so": "zeichnungsberechtigt"
        case "dac": "ein Datenzugangskomitee"
        default: TerminalText(singleLine: role)
        }
    }
}
