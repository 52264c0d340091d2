import PortalModel
import PortalViews
import TerminalCanvas

extension RequestFileWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .attached(let name, let id): "\(name) ist als \(id) angehängt."
        case .attachedAlready(let name, let id):
            "\(name) ist schon angehängt, als \(id). Die Datei wurde nicht noch einmal gesendet."
        case .inNoField(let choices):
            """
            Sie steht in keinem Feld des Antrags, und ein Portal mit REMS verwirft solche Dateien beim Absenden. Um sie in eines zu setzen, den Befehl noch einmal aufrufen mit \
            \(Self.options(choices, or: "oder")); zweimal gesendet wird sie nicht.
            """
        case .noNumberTold: "Das Portal sagte nicht, als was die Datei angehängt ist."
        case .unreadable(let path): "\(path) ist nicht zu lesen. Den Pfad und seine Rechte prüfen."
        case .isFile(let path): "\(path) ist nicht zu lesen. Ist es eine Datei?"
        case .tooLarge(let path): "\(path) hat mehr als 100 MB; das nimmt kein Portal."
        case .fieldForm: "--field nimmt die Nummer eines Formulars und ein Feld, etwa 1/ethics-approval."
        case .noFileField(let field, let known):
            """
            Der Antrag hat kein Feld \(field) für Dateien. \
            \(known.isEmpty ? "In Feldern nimmt er keine." : "Er hat \(known.joined(separator: ", ")).")
            """
        case .notComparable(let name, let id):
            """
            Eine Datei \(name) ist schon angehängt, als \(id), und dieses Portal gibt sie nicht zum Vergleichen \
            heraus. Nichts wurde angehängt; --another hängt sie außerdem an.
            """
        case .endingUnknown(let ending, let known):
            """
            Für einen Namen, der auf .\(ending) endet, gibt es kein Dokument. Bekannte Endungen sind \
            \(known.joined(separator: ", ")); --format schreibt eines davon, wie der Name auch ist.
            """
        case .formatTakes(let known, let text):
            "--format nimmt eines von \(known.joined(separator: ", ")), nicht „\(text)“."
        case .noPDFAtTerminal: "Ein PDF ist nichts für ein Terminal: mit --output DATEI eine Datei nennen."
        case .documentIsIn(let request, let path): "Antrag \(request) ist in \(path)."
        case .noFiles: "Der Antrag hat keine Dateien."
        case .noFilesButTerms(let count):
            """
            Der Antrag hat keine eigenen Dateien. Die Bedingungen von \(c.count(count, .licence)) stehen in Dateien: \
            --licences holt sie.
            """
        case .folderNotMade(let path):
            "Der Ordner \(path) lässt sich nicht anlegen. Den Pfad und seine Rechte prüfen."
        case .notFetched(let name, let reason, let count, let folder):
            """
            Die Datei \(name) wurde nicht geholt. \(c(reason)) \(count == 1 ? "Die eine" : "Die \(count)") davor \
            \(count == 1 ? "ist" : "sind") in \(folder).
            """
        case .notRead: "Sie ist nicht zu lesen."
        case .fromHasDatasets: "--from nennt einen Antrag, der seine Datensätze hat: --dataset weglassen."
        case .templateIsIn(let path): "Die Antwortdatei ist \(path)."
        case .numberUsedUp(let id):
            """
            Dieses Portal gibt sein Formular nur mit einem Antrag heraus: Entwurf \(id) wurde dafür angelegt und wieder \
            gelöscht. Seine Nummer ist verbraucht.
            """
        }
    }
}
