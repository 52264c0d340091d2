import PortalModel
import TerminalCanvas

extension LicenceWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .acceptedMark: " angenommen"
        case .notAcceptedMark: " nicht angenommen"
        case .licenceOf(let index, let count): "Lizenz \(index) von \(count)"
        case .licence: "Lizenz"
        case .text: "Text"
        case .address: "Adresse"
        case .file: "Datei"
        case .inLanguage(let language): ", \(language)"
        case .change(let others): " (\(c.key(.changeLanguage)): \(others))"
        case .atAddress: "Die Bedingungen stehen unter dieser Adresse; vor dem Annehmen dort lesen:"
        case .copiesAddress:
            """
            \(c.key(.copyIdentifier)) kopiert sie. Das Portal nennt nur die Adresse; was dort steht, lässt sich \
            hier nicht zeigen.
            """
        case .noTerms:
            """
            Das Portal nennt zu dieser Lizenz keine Bedingungen. Vor dem Annehmen beim Komitee danach fragen.
            """
        case .fetchesFile(let name):
            """
            Die Bedingungen stehen in einer Datei, „\(name)“. \(c.key(.open, in: .wizardLicences)) ruft sie ab.
            """
        case .fetching(let name): "„\(name)“ wird abgerufen\(c.glyphs.ellipsis)"
        case .isNoText: "Die Bedingungen stehen in einer Datei, die kein Text ist. Sie liegt hier:"
        case .readElsewhere:
            "Vor dem Annehmen mit einem passenden Programm lesen; \(c.key(.copyIdentifier)) kopiert den Pfad."
        case .notFetched(let name, let error, let detail, let id):
            "\(c.glyphs.cross) „\(name)“ konnte nicht abgerufen werden. \(error)\(detail)\(id)"
        case .nothingLost:
            """
            Nichts ist verloren. \(c.key(.refresh)) ruft sie noch einmal ab, jetzt oder später; auf der \
            Webseite des Portals steht sie auch.
            """
        }
    }
}
