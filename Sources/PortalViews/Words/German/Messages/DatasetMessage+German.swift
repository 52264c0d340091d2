import PortalModel
import TerminalCanvas

extension DatasetMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .written(let path): "Geschrieben nach \(path)."
        case .notWritten: "Nichts wurde geschrieben."
        case .unreadable(let reason): "Der Eintrag des Portals ist nicht zu lesen: \(c(reason))"
        case .notFetched: "Dieser ist noch nicht abgerufen."
        case .openFirst: "Zuerst den Datensatz öffnen: \(c.key(.open, in: .browserList))."
        case .noAddress: "Dieser Datensatz nennt keine Adresse."
        case .marksFirst:
            """
            \(c.key(.addToBasket, in: .browserList)) legt das Markierte in den Korb; dort beantragt \
            \(c.key(.newRequest, in: .basket)) alles (\(c.key(.showBasket)) führt hin).
            """
        case .noDataset: "Unter dem Cursor ist kein Datensatz."
        case .ask(let title, let open):
            """
            Jetzt Zugang zu „\(title)“ beantragen? Ein Entwurf entsteht; nichts wird abgesendet, bevor Sie es \
            sagen.\(open ? " Der Zugang ist offen: vielleicht geht es ohne Antrag." : "")
            """
        case .partOfNone: "Dieser Datensatz gehört zu keinem anderen."
        case .seriesFetching: "Die Datensätze der Serie werden abgerufen."
        case .nothingAskable: "Der Katalog nennt keine Datensätze dieser Serie, die hier zu beantragen sind."
        case .putAll(let count):
            "\(count == 1 ? "Den einen Datensatz" : "Alle \(count) Datensätze") in den Korb legen"
        case .notAskable(let count): "\(count) hier nicht zu beantragen"
        case .lookFirst: "Zuerst ansehen"
        }
    }
}
