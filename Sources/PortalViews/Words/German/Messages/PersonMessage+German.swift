import PortalModel
import TerminalCanvas

extension PersonMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .isEmpty: "Ihr Profil ist jetzt leer."
        case .kept: "Hier gespeichert. Es wird angeboten, wo ein Formular danach fragt."
        case .notTaken(let entry, let more):
            """
            \(c(entry))\(more > 0 ? " und \(more) weitere" : "") ließ sich nicht übernehmen und bleibt wie \
            vorher.
            """
        case .notKept(let error):
            """
            Ihr Profil konnte nicht auf die Platte geschrieben werden: es gilt bis zum Ende des Programms. \
            \(c(error.reason))
            """
        }
    }
}
