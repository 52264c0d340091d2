import PortalModel
import TerminalCanvas

extension NextStepWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .step(.application): "Antrag"
        case .step(.decision): "Entscheidung"
        case .step(.access): "Zugang"
        case .progress(.ahead): "kommt noch"
        case .progress(.current): "jetzt"
        case .progress(.done): "erledigt"
        case .progress(.refused): "abgelehnt"
        case .progress(.closed): "geschlossen"
        case .heading: "Wie es weitergeht"
        case .what(.passport): "ob Archive die Erlaubnis schon sehen; wenn nicht, neu anmelden"
        case .what(.key): "ein Schlüsselpaar, falls Sie keines haben: dafür wird verschlüsselt"
        case .what(.ways): "über welchen Dienst es die Daten gibt"
        case .what(.files): "ruft die Dateien ab"
        case .noNotes:
            """
            Notizen an die Bearbeitung nimmt das Portal nicht an. helpdesk: in seinem Profil nennt, wem zu schreiben ist.
            """
        case .helpdesk(let place, let id):
            """
            Notizen an die Bearbeitung nimmt das Portal nicht an: schreiben Sie an \(place), mit der Nummer \(id) des \
            Antrags.
            """
        }
    }
}
