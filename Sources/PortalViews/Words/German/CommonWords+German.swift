import PortalModel
import TerminalCanvas

extension CommonWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .triesAgain: "\(c.key(.refresh)) versucht es erneut."
        case .requestID(let id): "Anfrage-ID \(id)"
        case .loading: "Wird geladen\(c.glyphs.ellipsis)"
        case .askingPortal: "Das Portal wird gefragt\(c.glyphs.ellipsis)"
        case .asOf(let age): "Stand \(age)"
        case .waiting(let seconds): "wartet \(seconds) s"
        case .stops(let key): ", \(key) bricht ab"
        case .stopsWaiting(let key): "\(key) bricht ab"
        case .inBasket: "im Korb"
        case .committeeWrote(let words): "Das Komitee schrieb: \(words)"
        case .noAnswer: "keine Antwort"
        case .noTitle: "(ohne Titel)"
        case .invited: "eingeladen, noch nicht angenommen"
        case .member: "Mitglied"
        case .accepted: "angenommen"
        case .notAccepted: "noch nicht"
        case .licences: "Lizenzen"
        case .datasets: "Datensätze"
        case .answers: "Antworten"
        case .email: "E-Mail"
        case .name: "Name"
        case .nothingHasThisName: "nichts heißt so"
        case .moreLines(let count): "\(c.glyphs.ellipsis) \(count) weitere Zeilen"
        case .andMore(let titles, let count): "\(titles) und \(count) weitere"
        case .quoted(let title): "„\(title)“"
        case .example(let words): "(z. B. \(words))"
        }
    }
}
