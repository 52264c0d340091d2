import PortalModel
import PortalViews
import TerminalCanvas

extension TemplateWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .useWith: "Die Antworten eines Antrags auf Zugang. Zu verwenden mit:"
        case .dataset(let title): "für \(title)"
        case .licence(let id, let title): "Lizenz \(id), angenommen durch --accept-licences: \(title)"
        case .takes(let guidance): c.phrase(of: guidance)
        case .list: "eine Liste"
        case .listOfRows: "eine Liste von Zeilen"
        case .fileIDs: "ihre IDs, von portal request attach"
        case .required: "nötig"
        case .optional: "freiwillig"
        case .most(let characters): "höchstens \(characters) Zeichen"
        case .askedLater: "erst nach anderen Antworten gefragt"
        case .column(let key, let label): "Spalte \(key): \(label)"
        }
    }
}
