import PortalModel
import TerminalCanvas

extension FileReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .typeNotTaken(let good):
            "Dateien dieser Art werden nicht angenommen. Möglich sind: \(good.joined(separator: ", "))."
        case .tooLarge(let bytes, let most):
            """
            Die Datei hat \(c.size(bytes)); das Portal nimmt bis zu \(c.size(most)). Verkleinern oder aufteilen.
            """
        case .isEmpty: "Die Datei ist leer."
        case .folderUnreadable(let folder): "\(folder) ist nicht zu lesen. Den Pfad und seine Rechte prüfen."
        case .notThere(let path): "Eine Datei \(path) gibt es nicht. Den Pfad prüfen."
        case .unreadable(let path): "\(path) ist nicht zu lesen. Die Rechte prüfen."
        case .manyOfTheName(let name, let folder): "In \(folder) gibt es schon viele Dateien namens \(name)."
        case .notWritten(let path):
            "\(path) lässt sich nicht schreiben. Die Rechte des Ordners und den freien Platz prüfen."
        case .isFolder(let path): "\(path) ist ein Ordner. Den Namen der Datei dahinter schreiben."
        case .isThere(let path): "\(path) gibt es schon und blieb, wie es ist. Einen anderen Namen schreiben."
        case .noPlainFile(let path):
            "\(path) ist keine Datei, sondern ein Gerät oder eine Pipe, und blieb, wie es ist. Eine andere Datei nennen."
        case .typeAnother(let path): "\(path) gibt es schon. Einen anderen Namen eingeben."
        case .typePath: "Den Pfad einer Datei eingeben."
        case .system(let path, let words):
            "\(path) lässt sich nicht schreiben: \(words). Die Rechte des Ordners und den freien Platz prüfen."
        }
    }
}
