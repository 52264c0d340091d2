import PortalModel
import PortalViews
import TerminalCanvas

extension ShowCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .id(let id): "ID: \(id)"
        case .identifier(let identifier): "Kennung: \(identifier)"
        case .access(let level): "Zugang: \(c.access(level))"
        case .seeTerms: "Zugang: siehe Bedingungen"
        case .terms(let terms): "Bedingungen: \(terms)"
        case .keywords(let words): "Schlagwörter: \(words.joined(separator: ", "))"
        case .themes(let labels): "Themen: \(labels.joined(separator: ", "))"
        case .publisher(let names): "Herausgeber: \(names.joined(separator: ", "))"
        case .catalogue(let name): "Katalog: \(name)"
        case .created(let date): "angelegt: \(c.day(date))"
        case .modified(let date): "geändert: \(c.day(date))"
        case .page(let address): "Seite: \(address)"
        case .licence(let name): "Lizenz: \(name)"
        case .accessAddress(let address): "Zugang: \(address)"
        case .members: "DATENSÄTZE DER SERIE"
        case .noMembers: "Der Katalog nennt keine."
        case .files: "DATEIEN"
        case .contacts: "KONTAKT"
        case .noPurpose(let word):
            "„\(word)“ ist kein Zweck: --purpose nimmt HMB, DS:MONDO:0005105 und so weiter, mit Kommas dazwischen."
        case .purposeOfDescription: "--purpose gehört nur zu Text und --json."
        case .noDataUse: "Der Katalog nennt keinen DUO-Code."
        case .noDictionary(let id): "Der Katalog hat keine Variablen zu \(id)."
        case .csvOfDictionary:
            "--csv gehört zu den Variablen: --dictionary anfügen, --json und --format weglassen."
        case .dictionaryAlone:
            "--dictionary zeigt nichts anderes: --purpose weglassen, und von --format alles außer json."
        case .descriptionsNotKept:
            "Die Beschreibungen des Katalogs werden nicht aufgehoben: --cached oder --format weglassen."
        }
    }
}
