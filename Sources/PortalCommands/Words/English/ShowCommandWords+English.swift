import PortalModel
import PortalViews
import TerminalCanvas

extension ShowCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .id(let id): "id: \(id)"
        case .identifier(let identifier): "identifier: \(identifier)"
        case .access(let level): "access: \(level.rawValue)"
        case .seeTerms: "access: see terms"
        case .terms(let terms): "terms: \(terms)"
        case .keywords(let words): "keywords: \(words.joined(separator: ", "))"
        case .themes(let labels): "themes: \(labels.joined(separator: ", "))"
        case .publisher(let names): "publisher: \(names.joined(separator: ", "))"
        case .members: "DATASETS OF THE SERIES"
        case .noMembers: "The catalogue lists none."
        case .files: "FILES"
        case .contacts: "CONTACTS"
        case .askedForAtProvider(let address): "Access is asked for at the provider: \(address)"
        case .descriptionsNotKept:
            "The catalogue's own descriptions are not kept: leave out --cached or --format."
        }
    }
}
