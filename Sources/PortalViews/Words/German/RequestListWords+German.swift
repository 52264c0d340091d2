import PortalModel
import TerminalCanvas

extension RequestListWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .found(let count): "\(c.number(count)) gefunden"
        case .findExamples: "Nummer, Titel, Datensatz, Stand oder Person"
        case .title: "Anträge"
        case .olderBy(let age): " Stand: \(age)."
        case .asking(let elapsed): "das Portal wird gefragt, \(elapsed)"
        case .allStates: "Stand: alle"
        case .shownOf(let count, let all): "\(count) von \(all)"
        case .shownOfRequests(let count, let all): "\(count) von \(c.count(all, .request, .dative))"
        case .state(let name): "Stand: \(name)"
        case .noTitleYet: "(noch ohne Titel)"
        case .deleting: "wird gelöscht\(c.glyphs.ellipsis)"
        case .emptyCopy: "leere Kopie"
        case .openElsewhere: "anderswo offen"
        case .copyOf(let id): "Kopie von \(id)"
        case .newSince(let age): "neu  \(age)"
        case .new: "neu"
        case .noMatch: "Kein Antrag passt. \(c.key(.goBack, in: .requestsFind)) zeigt wieder alle."
        case .noneInState(let name):
            "Kein Antrag hat diesen Stand: \(name). \(c.key(.goBack, in: .global)) zeigt wieder alle."
        case .nothingYet: "Noch ist kein Zugang beantragt."
        case .howToBegin:
            """
            \(c.key(.addToBasket)) legt Datensätze in den Korb; \(c.key(.newRequest)) macht daraus einen Antrag.
            """
        case .showsWhomToAsk: "\(c.key(.open, in: .browserList)) auf einem Datensatz zeigt, wo zu fragen ist."
        case .draftsAreSafe(let next): "Entwürfe sind auf diesem Rechner sicher. \(next)"
        case .signsIn: "\(c.key(.signIn)) meldet an."
        case .noSignIn:
            """
            Dieses Profil nennt keinen Ort zum Anmelden: die Anmeldung dort eintragen oder mit einem Token in \
            PORTAL_TOKEN starten.
            """
        case .granted: "Gewährte Zugänge"
        case .moreGranted(let hidden): "\(hidden) weitere: \(c.key(.showGranted)) zeigt alle"
        case .showsPeriods: "\(c.key(.showGranted)) zeigt die Fristen"
        case .live: "live"
        case .asksEvery(let elapsed): "gefragt alle \(elapsed)"
        case .askingPortal: "das Portal wird gefragt\(c.glyphs.ellipsis)"
        case .accessEndsToday: " Zugang endet heute"
        case .accessEnds(let days): " Zugang \(days) T"
        case .signedOut: "abgemeldet"
        }
    }
}
