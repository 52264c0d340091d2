import PortalModel
import TerminalCanvas

extension CatalogueReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .engineAway:
            "Die Suchmaschine des Katalogs ist nicht zu erreichen; einzelne Datensätze lassen sich vielleicht öffnen."
        case .searchNotUnderstood: "Der Katalog hat die Suche nicht verstanden."
        case .engineRefuses: "Die Suchmaschine des Katalogs lehnt jede Suche ab."
        case .itselfAnswers(let name, let reason): "\(name) selbst antwortet. \(c(reason))"
        case .unknownToken:
            """
            Der Katalog kennt das gesendete Token nicht und antwortet wie jedem: dort ein neues anlegen und mit \
            PORTAL_CKAN_TOKEN oder token_file im Profil angeben.
            """
        case .noDescriptions:
            """
            Dieser Katalog gibt keine Beschreibungen seiner Datensätze aus: das braucht CKANs DCAT-Erweiterung.
            """
        case .noCatalogueHere:
            "Unter dieser Adresse ist kein CKAN: die Adresse vor /api/3/action angeben."
        case .noBeacon: "Hinter einem CKAN steht kein Beacon."
        case .notOfGuide: "Die Dienste des Entwicklerleitfadens haben das nicht."
        case .notOfREMS: "Ein REMS-Katalog hat das nicht."
        case .notOfPoint: "Ein FAIR Data Point hat das nicht."
        case .noFairDataPoint:
            """
            Unter dieser Adresse ist kein FAIR Data Point: die Adresse des Points selbst angeben, dessen Dokument seine \
            Kataloge nennt.
            """
        case .liesElsewhere(let host):
            """
            Beschrieben ist es \(host.map { "bei \($0)" } ?? "anderswo") und nicht unter der Adresse des Points; dort \
            wurde nicht gefragt.
            """
        case .saysNothing: "Das Dokument unter seiner Adresse beschreibt es nicht."
        case .linksTooMuch(let documents, let megabytes):
            """
            Der Point verweist auf mehr als \(c.number(documents)) Dokumente oder \(megabytes) MB; dort hört dieses \
            Programm auf: gezeigt ist nicht alles.
            """
        case .nestedTooDeep(let levels):
            "Was es enthält, liegt mehr als \(levels) Ebenen unter dem Point; dem wurde nicht gefolgt."
        case .takesNoRequests: "Dies ist ein Katalog: er nimmt keine Anträge an."
        case .browsingOnly:
            """
            Es ist nur für die Suche eingerichtet: in der Konfiguration die Adresse seines Antragsdienstes ergänzen.
            """
        case .noPlaceForRequests(let folder):
            """
            Die Anträge des Demo-Portals sind in \(folder) nicht zu speichern: der Ordner lässt sich nicht \
            beschreiben, oder seine Platte ist voll. Datensätze kann man suchen und lesen. Platz schaffen oder den \
            Ordner schreibbar machen, mit XDG_DATA_HOME einen anderen Ort nennen, oder --ephemeral verwenden.
            """
        case .lineSkipped(let line): "\(line); übersprungen."
        case .linesSkipped(let more): "\(more) weitere waren nicht zu lesen und wurden übersprungen."
        case .says(let words, let reason): "\(words). \(c(reason))"
        }
    }
}
