import PortalModel
import TerminalCanvas

extension RequestDocumentWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title(let id, let state): "Antrag \(id): \(c(state))"
        case .summary: "Titel"
        case .processing: "Stand der Bearbeitung"
        case .purpose: "Zweck nach Codes von DUO"
        case .applicant: "Antragsteller"
        case .made: "Angelegt"
        case .changed: "Geändert"
        case .datasets: "Datensätze"
        case .licences: "Lizenzen"
        case .people: "Personen"
        case .files: "Dateien"
        case .events: "Was geschah"
        case .form(let number): "Formular \(number)"
        case .accepted: "angenommen"
        case .notAccepted: "nicht angenommen"
        case .licenceNumber(let id): "Lizenz \(id)"
        case .invited: " (eingeladen)"
        case .by(let name): " durch \(name)"
        case .noTime: "ohne Zeitangabe"
        case .licenceText(let title): "Text der Lizenz „\(title)“"
        }
    }
}
