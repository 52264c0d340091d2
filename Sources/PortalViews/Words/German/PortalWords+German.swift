import PortalModel
import TerminalCanvas

extension PortalWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .portal(let name): "Portal \(name)"
        case .own: "Ein eigenes Portal"
        case .keeping: "wird gespeichert\(c.glyphs.ellipsis)"
        case .asking: "wird gefragt\(c.glyphs.ellipsis)"
        case .triedFirst: "vor dem Speichern geprüft"
        case .tried: "geprüft"
        case .askingServices: "Die Dienste werden gefragt\(c.glyphs.ellipsis)"
        case .choose:
            """
            \(c.key(.toggleChoice, in: .portalForm)) wählt; bei „durch Fragen herausfinden“ wird versucht, was \
            Antwort gibt.
            """
        case .howTried:
            """
            \(c.key(.saveNow)) fragt die Dienste, bevor etwas gespeichert wird. Ohne Adresse zum Anmelden geht \
            nur die Suche, und Anträge brauchen ein Token.
            """
        case .keeps: "\(c.key(.saveNow)) speichert es."
        case .keepsAllTheSame:
            """
            Berichtigen und \(c.key(.saveNow)) noch einmal drücken; \(c.key(.affirm, in: .portalForm)) \
            speichert es, wie es ist.
            """
        case .title: "Portale"
        case .changingOver: "wird gewechselt\(c.glyphs.ellipsis)"
        case .reading: "wird gelesen\(c.glyphs.ellipsis)"
        case .one: "1 Portal"
        case .several(let count): "\(count) Portale"
        case .open: "offen"
        case .opensAtStart: "öffnet beim Start"
        case .demo: "auf diesem Rechner, mit erfundenen Daten"
        case .noSignIn: "ohne Anmeldung"
        case .signInKept: "Anmeldung gespeichert"
        case .withSignIn: "mit Anmeldung"
        case .browsingOnly: "nur Suche"
        case .oneDraft: "1 Entwurf"
        case .drafts(let count): "\(count) Entwürfe"
        case .inConfiguration: "aus config.yaml"
        }
    }
}
