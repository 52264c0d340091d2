import PortalModel
import TerminalCanvas

extension DatasetWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .unreadable: "Dieser Eintrag ist nicht zu lesen."
        case .record: "Eintrag"
        case .reason: "Grund"
        case .modifiedOn(let day): "geändert \(day)"
        case .waitingStops(let seconds): "wartet \(seconds) s, \(c.key(.goBack)) bricht ab"
        case .loading(let elapsed): "lädt seit \(elapsed)"
        case .stops: ", \(c.key(.goBack)) bricht ab"
        case .fromList: "Dies ist, was die Liste davon weiß."
        case .fetched(let age): "Dies wurde \(age) abgerufen."
        case .seriesAccess: "Eine Serie: Zugang wird für ihre Datensätze beantragt, die unter Datensätze stehen."
        case .partOf(let title): "Teil von: \(title)"
        case .governedElsewhere:
            "\(c.glyphs.external) Nicht durch dieses Portal verwaltet: Zugang wird beim Anbieter beantragt."
        case .themes: "Themen"
        case .keywords: "Schlagwörter"
        case .individuals: "Personen"
        case .records: "Einträge"
        case .period: "Zeitraum"
        case .access: "Zugang"
        case .publisher: "Herausgeber"
        case .catalogue: "Katalog"
        case .created: "Angelegt"
        case .modified: "Geändert"
        case .identifier: "Kennung"
        case .page: "Seite"
        case .noFiles: "Der Katalog nennt weder Dateien noch Dienste zu diesem Datensatz."
        case .format: "Format"
        case .size: "Größe"
        case .licence: "Lizenz"
        case .fileAccess: "Zugang"
        case .download: "Download"
        case .noDetails: "Der Katalog macht keine weiteren Angaben."
        case .noContact: "Der Katalog nennt keinen Kontakt."
        case .address: "Adresse"
        case .pageOfDataset: "Seite des Datensatzes"
        case .file: "Datei"
        case .noAddresses: "Der Katalog nennt keine Adressen."
        case .before: "früher"
        case .opensWhole(let one): "\(c.key(.open)) öffnet \(one ? "sie" : "eine davon")."
        case .overview: "Überblick"
        case .files: "Dateien"
        case .details: "Angaben"
        case .contacts: "Kontakt"
        case .links: "Links"
        }
    }
}
