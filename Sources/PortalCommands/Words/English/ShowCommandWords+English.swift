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
        case .catalogue(let name): "catalogue: \(name)"
        case .created(let date): "created: \(c.day(date))"
        case .modified(let date): "modified: \(c.day(date))"
        case .page(let address): "page: \(address)"
        case .licence(let name): "licence: \(name)"
        case .accessAddress(let address): "access: \(address)"
        case .members: "DATASETS OF THE SERIES"
        case .noMembers: "The catalogue lists none."
        case .files: "FILES"
        case .contacts: "CONTACTS"
        case .noPurpose(let word):
            "“\(word)” is no purpose: --purpose takes HMB, DS:MONDO:0005105 and the like, with commas between them."
        case .purposeOfDescription: "--purpose goes with text and --json alone."
        case .noDataUse: "The catalogue names no code of DUO."
        case .noDictionary(let id): "The catalogue has no data dictionary of \(id)."
        case .csvOfDictionary: "--csv is for the data dictionary: add --dictionary, and leave out --json and --format."
        case .dictionaryAlone: "--dictionary shows nothing else: leave out --purpose, and all of --format but json."
        case .descriptionsNotKept:
            "The catalogue's own descriptions are not kept: leave out --cached or --format."
        }
    }
}
