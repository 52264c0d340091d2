import PortalModel
import TerminalCanvas

extension SignInMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .signedInAs(let name): "Angemeldet als \(name)."
        case .signedIn: "Angemeldet."
        case .signingOut: "Die Abmeldung läuft\(c.glyphs.ellipsis)"
        case .signedOut: "Abgemeldet. Entwürfe und Korb bleiben auf diesem Rechner."
        case .goOnWriting:
            """
            Die Anmeldung gilt nicht mehr. Weiterschreiben geht, es bleibt auf diesem Rechner; \
            \(c.keyEverywhere(.signIn)) meldet an.
            """
        case .nobody: "Niemand ist angemeldet."
        case .serviceAccount(let name): "Sie sind hier als \(name): dafür gibt es keine Anmeldung."
        case .noPlace:
            """
            Dieses Portal ist ohne Ort zum Anmelden eingerichtet. \(c.key(.showPortals, in: .global)) (oder \
            \(c.keyEverywhere(.showPortals))), dann ergänzt \(c.key(.editPortal, in: .portals)) die Adresse zum \
            Anmelden und die Kennung dieses Programms; wer das Portal betreibt, kennt beide.
            """
        }
    }
}
