import PortalModel
import TerminalCanvas

extension SavedSearchReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .tooMany(let total, let most):
            """
            Die Suche findet \(c.count(total, .dataset)), und gemerkt werden von einer höchstens \(c.number(most)). \
            Geändert wurde nichts: die Suche eingrenzen.
            """
        case .notWhole(let given, let total):
            """
            Das Portal hat nach eigenen Angaben \(c.count(total, .dataset)) gefunden und \(c.number(given)) gegeben. Als \
            gesehen gilt nichts davon; noch einmal versuchen.
            """
        case .cut(let most):
            """
            Der Dienst gibt höchstens \(c.number(most)) von dem, was er findet; was neu ist, lässt sich so nicht sagen. \
            Geändert wurde nichts: die Suche eingrenzen.
            """
        case .beaconSilent(let words):
            "Das Beacon-Netz gab keine Antwort; als gesehen gilt nichts: \(words)"
        case .beaconNeedsSignIn:
            """
            Die Suche fragt das Beacon-Netz, und das geht nur angemeldet. Geändert wurde nichts: portal login meldet an.
            """
        case .line(let problem): "Spalte \(problem.column) der Suche: \(c(problem.reason))"
        case .partialMirror:
            """
            Der Spiegel hält noch nicht den ganzen Katalog; was neu ist, lässt sich so nicht sagen. portal mirror sync \
            füllt ihn.
            """
        case .unreadable(let path):
            """
            \(path) lässt sich nicht lesen und blieb, wie es ist. Die Rechte prüfen oder die Datei entfernen und die Suche \
            neu speichern.
            """
        case .refused(let path, let words): "\(path): \(words). Die Platte und die Rechte prüfen."
        case .nameTaken(let name):
            "Eine andere Suche heißt „\(name)“. Geändert wurde nichts: einen anderen Namen nehmen."
        case .noName(let longest): "Ein Name hat 1 bis \(longest) Zeichen in einer Zeile. Geändert wurde nichts."
        case .full(let most): "\(most) Suchen sind gespeichert, mehr werden nicht aufgehoben. Erst eine löschen."
        case .notThere(let name): "Keine gespeicherte Suche heißt mehr „\(name)“. Geändert wurde nichts."
        case .ephemeral: "Gespeicherte Suchen liegen auf diesem Rechner, und mit --ephemeral liegt dort nichts."
        }
    }
}
