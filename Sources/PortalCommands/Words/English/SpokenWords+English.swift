import PortalModel
import PortalViews
import TerminalCanvas

extension SpokenWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .row(let number, let count, let name):
            "\(c.number(number)) of \(c.number(count))\(name.isEmpty ? "" : ": ")\(name)"
        case .fact(let name, let value): "\(name.spoken(in: .english)): \(value)"
        case .named(let name, let value): "\(name.english): \(value)"
        case .description: "Description:"
        case .use(let term, nil): "May be used for: \(term)"
        case .use(let term, let answer?): "May be used for: \(term), which \(answer)"
        case .section(let number, let count, let title): "Section \(c.number(number)) of \(c.number(count)): \(title)"
        case .help(let label, let words): "About \(label): \(words)"
        case .member(let number, let count, let title):
            "Dataset \(c.number(number)) of \(c.number(count)) of the series: \(title)"
        case .file(let number, let count, let title): "File \(c.number(number)) of \(c.number(count)): \(title)"
        case .compared(let number, let title): "Dataset \(c.number(number)): \(title)"
        case .differing(let count, let all):
            "\(c.number(count)) of \(c.number(all)) fields \(count == 1 ? "differs" : "differ")."
        case .different(let label): "\(label) differs."
        case .same(let label, let value): "\(label) is the same: \(value)"
        case .ofDataset(let number, let value): "Dataset \(c.number(number)): \(value)"
        case .nothingSaid: "says nothing"
        }
    }
}

extension SpokenWords.Name {
    fileprivate var english: TerminalText {
        switch self {
        case .id: "Id"
        case .identifier: "Identifier"
        case .access: "Access"
        case .terms: "Terms"
        case .publisher: "Publisher"
        case .themes: "Themes"
        case .keywords: "Keywords"
        case .format: "Format"
        case .size: "Size"
        case .catalogue: "Catalogue"
        case .created: "Created"
        case .modified: "Modified"
        case .page: "Page"
        case .licence: "Licence"
        case .address: "Address"
        case .contact: "Contact"
        }
    }
}
