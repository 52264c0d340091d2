import PortalModel
import TerminalCanvas

extension PortalMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
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
        case .removal(let portal): removal(of: portal, c)
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
        case .goThere(let title, let dataset):
            """
            „\(dataset)“ ist bei „\(title)“, und der Zugang dazu wird dort beantragt. Zu diesem Portal wechseln? Dort \
            öffnet sich seine Seite; Entwürfe und Korb hier bleiben erhalten.
            """
        case .everyPortal: "Alle Portale"
        case .noMore: "Alles, was die Portale gefunden haben, steht hier."
        case .oneOnly: "Kein anderes Portal, das geantwortet hat, hat diesen Datensatz."
        }
    }

    private func removal(of portal: KnownPortal, _ c: Phrasing) -> TerminalText {
        let left =
            portal.germanLeftBehind(c).map {
                """
                Auf diesem Rechner \($0.isOne ? "bliebe" : "blieben") \($0.words) zurück, mit \
                dem zuletzt Gezeigten und Abgesendeten; ein Portal desselben Namens findet es wieder.
                """
            } ?? "Auf diesem Rechner bliebe höchstens das zuletzt Gezeigte und Abgesendete zurück."
        let signIn =
            portal.hasSignIn
            ? " Um die Anmeldung zu vergessen, vorher portal logout --profile \(portal.name) aufrufen." : ""
        return TerminalText(sanitizing: "„\(portal.name)“ entfernen? \(left)\(signIn)")
    }
}

extension KnownPortal {
    /// What of the person's stays on this machine when it is removed, and whether that is one thing; nil when nothing
    /// does.
    func germanLeftBehind(_ c: Phrasing) -> (words: String, isOne: Bool)? {
        let left: String? =
            switch drafts {
            case nil: "was es an Entwürfen und Korb gibt"
            case 0: nil
            case .some(let count): c.count(count, .draft)
            }
        let kept: String? =
            switch basket {
            case nil: drafts == nil ? nil : "was im Korb ist"
            case 0: nil
            case .some(let count): "ein Korb mit \(c.count(count, .dataset, .dative))"
            }
        let parts = [left, kept, hasSignIn ? "eine Anmeldung" : nil].compactMap(\.self)
        guard let last = parts.last else { return nil }
        let words = parts.count > 1 ? "\(parts.dropLast().joined(separator: ", ")) und \(last)" : last
        // More than one draft takes the plural.
        return (words, parts.count == 1 && (drafts ?? 0) <= 1)
    }
}
