import PortalModel
import TerminalCanvas

extension RequestWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .request(let id): "Antrag \(id)"
        case .askingToo: ", das Portal wird gefragt\(c.glyphs.ellipsis)"
        case .asOf(let age): " Stand \(age)"
        case .shownIsOlder(let age): " So war er \(age)."
        case .nothingLost: "Nichts ist verloren. \(c.key(.refresh)) versucht es erneut."
        case .notSentYet:
            """
            Noch nicht abgesendet. \(c.key(.editRequest)) macht weiter, \(c.key(.deleteRequest)) löscht den \
            Entwurf.
            """
        case .expires(let day, let left):
            "\(c.glyphs.warning) Das Portal löscht ihn am \(day), wenn niemand weitermacht: \(left)."
        case .withCommittee: "Das Komitee prüft den Antrag. Vorerst ist nichts zu tun; diese Seite hält ihn im Blick."
        case .processing(let state): "Stand der Bearbeitung: \(state)"
        case .wantsChanges:
            """
            Das Komitee bittet um Änderungen: \(c.key(.editRequest)) bearbeitet den Antrag, danach neu absenden.
            """
        case .lasts(let day, let left): " Der Zugang gilt bis \(day): \(left)."
        case .granted(let until): "Der Zugang ist gewährt.\(until)"
        case .renew:
            """
            \(c.glyphs.warning) Ein neuer Antrag führt ihn fort: \(c.key(.renewAccess, in: .request)) macht einen mit \
            diesen Antworten und fragt, was sich geändert hat.
            """
        case .rejected: "Das Komitee hat abgelehnt. Aus dem Korb lässt sich ein neuer Antrag stellen."
        case .withdrawn: "Der Zugang wurde entzogen."
        case .closed: "Er ist geschlossen; es geschieht nichts mehr."
        case .otherState(let name): "Das Portal nennt diesen Stand „\(name)“."
        case .committeeWrote(let words): "\(c.glyphs.warning) Das Komitee schrieb: \(words)"
        case .committeeWroteAt(let title, let words):
            "\(c.glyphs.warning) Das Komitee schrieb bei „\(title)“: \(words)"
        case .commentsWithheld: "Das Portal gibt nicht weiter, was das Komitee schrieb. "
        case .missingOrWrong: " fehlen oder sind falsch"
        case .notAccepted: " nicht angenommen"
        case .complete: "Beim Portal ist er vollständig: er kann abgesendet werden."
        case .stillOpen(let parts): "Beim Portal: \(parts)."
        case .file: "Datei"
        case .files(let count): "Dateien (\(count))"
        case .fetchesFile: "\(c.key(.showFiles)) ruft eine ab."
        case .dataset: "Datensatz"
        case .datasets(let count): "Datensätze (\(count))"
        case .acceptedMark: " angenommen  "
        case .notYetMark: " noch nicht  "
        case .people: "Personen"
        case .invited: "eingeladen, noch ohne Antwort"
        case .applicant: "Antragsteller"
        case .members: "Mitglieder"
        case .closing: "Der Antrag wird geschlossen"
        case .changingDatasets: "Die Datensätze werden geändert"
        case .remsShowsIt(let address):
            "REMS zeigt es: \(address). Sonst hilft ein Blick in die E-Mail oder eine Frage an das Komitee."
        case .askCommittee: "Vielleicht steht es in einer E-Mail; sonst das Komitee fragen."
        case .whatHappened: "Was geschah"
        case .noHistory(let elsewhere): "Das Portal sagt nicht, was mit dem Antrag geschah.\(elsewhere)"
        case .noComments(let elsewhere):
            "Das Portal gibt nicht weiter, was zu diesen Schritten geschrieben wurde.\(elsewhere)"
        case .actor(let name): "durch \(name)"
        case .noTime: "ohne Zeitangabe"
        case .elsewhere(let address): " REMS zeigt es: \(address) (\(c.key(.copyAddress)) kopiert die Adresse)."
        }
    }
}
