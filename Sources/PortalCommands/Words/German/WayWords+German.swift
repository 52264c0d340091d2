import PortalModel
import PortalViews
import TerminalCanvas

extension WayWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .way(let way):
            "\(Self.germanName(of: way.kind))\(way.address.map { ": \($0)" } ?? "") (\(Self.germanSource(of: way.source)))"
        case .none(let dataset, let page):
            """
            Nichts sagt, wie die Daten von \(dataset) zu haben sind: keine Distribution im Katalog und kein data: im \
            Profil.\(page.map { " Die Seite dazu ist \($0)." } ?? "") Den Kontakt des Datensatzes fragen oder das Komitee, \
            das genehmigt hat.
            """
        case .notInCatalogue(let dataset):
            "Der Katalog hat keinen Datensatz \(dataset): was folgt, ist allein aus dem Profil bekannt."
        case .unknown(let dataset):
            """
            Einen Datensatz „\(dataset)“ gibt es nicht, weder im Katalog noch unter dem, worauf Sie Zugang haben. portal \
            search findet Datensätze, portal entitlements zeigt, worauf Sie Zugriff haben.
            """
        case .tokenFile:
            """
            TOKEN-FILE enthält den Zugangstoken und gehört nur seinem Besitzer (chmod 600): in einer Befehlszeile sähen ihn \
            alle auf der Maschine.
            """
        }
    }

    private static func germanName(of kind: DataWay.Kind) -> String {
        switch kind {
        case .sda: "Sensitive Data Archive"
        case .htsget: "htsget, Teile von Reads und Varianten"
        case .drs: "DRS, ein Objekt nach seiner Kennung"
        case .ega: "European Genome-phenome Archive"
        case .sftp: "Ausgangsfach über SFTP, für den eigenen Schlüssel verschlüsselt"
        case .workspace: "Sichere Verarbeitungsumgebung, die die Daten nicht verlassen"
        case .web: "Eine Datei unter einer Adresse"
        }
    }

    private static func germanSource(of source: DataWay.Source) -> String {
        switch source {
        case .distribution(let title): "Katalog: \(title)"
        case .configuration: "Konfiguration"
        case .demo: "das Demo-Portal"
        case .identifier: "nach der Kennung"
        }
    }
}
