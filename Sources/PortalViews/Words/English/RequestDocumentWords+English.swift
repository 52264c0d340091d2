import PortalModel
import TerminalCanvas

extension RequestDocumentWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title(let id, let state): "Request \(id): \(c(state))"
        case .summary: "Title"
        case .processing: "Where it is"
        case .purpose: "Purpose by codes of DUO"
        case .applicant: "Applicant"
        case .made: "Made"
        case .changed: "Changed"
        case .datasets: "Datasets"
        case .licences: "Licences"
        case .people: "People"
        case .files: "Files"
        case .events: "What happened"
        case .form(let number): "Form \(number)"
        case .accepted: "accepted"
        case .notAccepted: "not accepted"
        case .licenceNumber(let id): "licence \(id)"
        case .invited: " (invited)"
        case .by(let name): " by \(name)"
        case .noTime: "no time given"
        case .licenceText(let title): "Text of the licence “\(title)”"
        }
    }
}
