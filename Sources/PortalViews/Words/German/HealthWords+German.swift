import PortalModel
import TerminalCanvas

extension HealthWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title(let title): "Zustand von \(title)"
        case .asking(let elapsed): "wird gefragt, \(elapsed)"
        case .asked(let age): "gefragt \(age)"
        case .showsMore:
            """
            \(c.key(.showFailures)) zeigt fehlgeschlagene Aufrufe, \(c.key(.showPortals)) die eingerichteten \
            Portale.
            """
        case .askingShort: "\(c.glyphs.ellipsis) wird gefragt"
        case .milliseconds(let count): "\(c.number(count)) ms"
        case .version(let version): ", Version \(version)"
        case .leftAlone(let rest):
            "nach Fehlern für \(rest) s in Ruhe gelassen; was Sie verlangen, wird trotzdem versucht"
        case .notAsked: "nicht gefragt"
        case .healthy: "in Ordnung"
        case .unhealthy: "gestört"
        case .unreachable: "nicht erreichbar"
        case .changes: "Änderungen Ihrer Anträge"
        case .live: "live: gemeldet, sobald sie geschehen"
        case .connecting: "Verbindung wird aufgenommen\(c.glyphs.ellipsis)"
        case .lost(let age, let rest): "getrennt (\(age)), nächster Versuch in \(rest)"
        case .notFollowed: "nicht sofort gemeldet: Dafür wird diese Anmeldung nicht angenommen"
        case .interval(let elapsed): "gefragt wird alle \(elapsed)"
        }
    }
}
