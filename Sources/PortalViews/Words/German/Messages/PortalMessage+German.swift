import PortalModel
import TerminalCanvas

extension PortalMessage {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .isOpen(let title): "„\(title)“ ist schon offen."
        case .none: "Hier ist kein Portal."
        case .uploadFirst(let name):
            """
            „\(name)“ ist auf dem Weg zum Portal: wechseln, wenn sie angekommen ist, oder das Senden vorher \
            abbrechen.
            """
        case .sendingFirst: "Der Antrag wird gerade gesendet: wechseln, wenn das Portal geantwortet hat."
        case .wouldBeLost(let loss): "\(c(loss)) Das ginge verloren."
        case .stays: "Es bleibt bei diesem Portal."
        case .removed(let name): "„\(name)“ ist entfernt."
        case .opensFromNow(let name): "portal öffnet von nun an „\(name)“."
        case .kept(let name, let same):
            """
            „\(name)“ ist gespeichert. \(c.key(.choose, in: .portals)) \
            \(same ? "öffnet es neu mit den Änderungen" : "wechselt dorthin").
            """
        case .comesWithProgram: "Das Demo-Portal gehört zum Programm: es gibt nichts zu prüfen oder zu ändern."
        case .inYourFile(let name, let file): "„\(name)“ steht in \(file), Ihrer eigenen Datei: dort ändern."
        case .openElsewhereFirst(let name): "„\(name)“ ist offen: zuerst zu einem anderen Portal wechseln."
        }
    }
}
