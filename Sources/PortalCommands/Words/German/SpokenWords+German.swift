import PortalModel
import PortalViews
import TerminalCanvas

extension SpokenWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .row(let number, let count, let name):
            "\(c.number(number)) von \(c.number(count))\(name.isEmpty ? "" : ": ")\(name)"
        case .fact(let name, let value): "\(name.spoken(in: .german)): \(value)"
        case .named(let name, let value): "\(name.german): \(value)"
        case .description: "Beschreibung:"
        case .use(let term, nil): "Erlaubte Nutzung: \(term)"
        case .use(let term, let answer?): "Erlaubte Nutzung: \(term); \(answer)"
        case .section(let number, let count, let title):
            "Abschnitt \(c.number(number)) von \(c.number(count)): \(title)"
        case .help(let label, let words): "Zu \(label): \(words)"
        case .member(let number, let count, let title):
            "Datensatz \(c.number(number)) von \(c.number(count)) der Serie: \(title)"
        case .file(let number, let count, let title): "Datei \(c.number(number)) von \(c.number(count)): \(title)"
        case .compared(let number, let title): "Datensatz \(c.number(number)): \(title)"
        case .differing(let count, let all):
            "\(c.number(count)) von \(c.number(all)) Feldern \(count == 1 ? "unterscheidet" : "unterscheiden") sich."
        case .different(let label): "\(label) ist verschieden."
        case .same(let label, let value): "\(label) ist gleich: \(value)"
        case .ofDataset(let number, let value): "Datensatz \(c.number(number)): \(value)"
        case .nothingSaid: "sagt nichts"
        }
    }
}

extension SpokenWords.Name {
    fileprivate var german: TerminalText {
        switch self {
        case .id: "ID"
        case .identifier: "Kennung"
        case .access: "Zugang"
        case .terms: "Bedingungen"
        case .publisher: "Herausgeber"
        case .themes: "Themen"
        case .keywords: "Schlagwörter"
        case .format: "Format"
        case .size: "Größe"
        case .catalogue: "Katalog"
        case .created: "Angelegt"
        case .modified: "Geändert"
        case .page: "Seite"
        case .licence: "Lizenz"
        case .address: "Adresse"
        case .contact: "Kontakt"
        }
    }
}
