import PortalModel
import PortalViews
import TerminalCanvas

extension TemplateWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .useWith: "The answers of a request for access. Use it with:"
        case .dataset(let title): "for \(title)"
        case .licence(let id, let title): "licence \(id), accepted by --accept-licences: \(title)"
        case .takes(let guidance): c.phrase(of: guidance)
        case .list: "a list"
        case .listOfRows: "a list of rows"
        case .fileIDs: "their ids, from portal request attach"
        case .required: "required"
        case .optional: "optional"
        case .most(let characters): "at most \(characters) characters"
        case .askedLater: "asked only after other answers"
        case .column(let key, let label): "column \(key): \(label)"
        }
    }
}
