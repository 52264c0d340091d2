import PortalModel
import TerminalCanvas

extension DatasetFindWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Im Datensatz finden"
        case .placeholder: "Wörter eines Feldes, einer Datei oder Variable"
        case .nothing: "Kein Teil der Seite enthält alle diese Wörter."
        case .onlyFromList: "Der Datensatz war nicht abzurufen: dies weiß die Liste von ihm."
        }
    }
}
