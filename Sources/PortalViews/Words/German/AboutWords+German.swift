import PortalModel
import TerminalCanvas

extension AboutWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Über dieses Programm"
        case .body(let portal): "Sie sind bei \(portal). Hier werden Datensätze gefunden und beantragt, ohne Browser."
        }
    }
}
