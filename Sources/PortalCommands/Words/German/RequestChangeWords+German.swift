import PortalModel
import PortalViews
import TerminalCanvas

extension RequestChangeWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .closed(let id): "Antrag \(id) ist geschlossen."
        case .closedAlready(let id): "Antrag \(id) ist schon geschlossen. Nichts wurde gesendet."
        case .draftIsDeleted(let id):
            "Er ist nicht abgesendet und wird nicht geschlossen, sondern gelöscht: portal request delete \(id)."
        case .nothingToClose(let state): "Er ist „\(c(state))“: es gibt nichts zu schließen."
        case .approvedStays: "Er ist genehmigt: nur das Komitee kann den Zugang beenden."
        case .mayNotClose:
            """
            Das Portal lässt Sie ihn jetzt nicht schließen. Ein zurückgegebener Antrag lässt sich schließen; solange er \
            beim Komitee ist, kann es das Komitee.
            """
        case .addYesToClose: "Nichts wurde geschlossen: --yes anfügen, wo niemand gefragt werden kann."
        case .typeClose(let id): "close eingeben, um Antrag \(id) zu schließen; er kann nicht wieder geöffnet werden:"
        case .notClosed: "Nichts wurde geschlossen."
        case .notForgotten(let id, let error):
            "Was auf diesem Rechner von Antrag \(id) liegt, ließ sich nicht aufräumen: \(c(error.why))"
        case .noDatasets: "Der Antrag bittet um keinen Datensatz."
        case .datasetsChanged(let count): "Der Antrag bittet jetzt um \(c.count(count, .dataset))."
        case .datasetsStay: "Der Antrag bittet schon um genau diese Datensätze. Nichts wurde gesendet."
        case .datasetsFixed(let state):
            """
            Er ist „\(c(state))“: nur in Entwürfen und zurückgegebenen Anträgen lassen sich die Datensätze ändern.
            """
        case .mayNotChangeDatasets: "Das Portal lässt Sie seine Datensätze nicht ändern."
        case .notAskedFor(let id, let known):
            "Der Antrag bittet nicht um \(id), sondern um \(known.joined(separator: ", ")). Nichts wurde gesendet."
        case .takenOutAlready(let id): "Der Antrag bittet nicht um \(id): es gibt nichts herauszunehmen."
        case .oneDatasetAtLeast: "Ein Antrag bittet mindestens um einen Datensatz. Nichts wurde gesendet."
        case .uninvited(let name): "Die Einladung von \(name) ist zurückgenommen."
        case .removed(let name): "\(name) ist aus dem Antrag entfernt."
        case .takesPart(let name):
            "\(name) hat angenommen und nimmt teil: portal request remove entfernt Mitglieder. Nichts wurde gesendet."
        case .onlyInvited(let name):
            """
            \(name) ist nur eingeladen: portal request uninvite nimmt die Einladung zurück. Nichts wurde gesendet.
            """
        case .severalMeant(let person):
            "„\(person)“ sind mehrere: die E-Mail-Adresse nennen. Nichts wurde gesendet."
        case .notInvited(let person, []): "„\(person)“ ist nicht eingeladen; niemand ist es. Nichts wurde gesendet."
        case .notInvited(let person, let known):
            """
            „\(person)“ ist nicht eingeladen. Eingeladen sind \(known.joined(separator: ", ")). Nichts wurde gesendet.
            """
        case .noMember(let person, []):
            "„\(person)“ nimmt nicht teil; außer Ihnen niemand. Nichts wurde gesendet."
        case .noMember(let person, let known):
            "„\(person)“ nimmt nicht teil. Das tun \(known.joined(separator: ", ")). Nichts wurde gesendet."
        case .detached(let name, let fields):
            "\(name) ist aus \(fields == 1 ? "dem Feld" : "\(fields) Feldern") genommen."
        case .inNoField(let name): "\(name) steht in keinem solchen Feld. Nichts wurde gesendet."
        case .inOtherFields(let name, let places):
            """
            \(name) steht nicht in diesem Feld, sondern in \(places.joined(separator: ", ")). Nichts wurde gesendet.
            """
        case .filesFixed(let state):
            "Er ist „\(c(state))“: nur in Entwürfen und zurückgegebenen Anträgen lassen sich die Dateien ändern."
        case .severalFiles(let name, let ids):
            "Mehrere Dateien heißen \(name): eine nennen von \(ids.map { String($0) }.joined(separator: ", "))."
        case .noFile(let name, []): "Der Antrag hat keine Datei \(name). Er hat gar keine."
        case .noFile(let name, let known):
            "Der Antrag hat keine Datei \(name). Er hat \(known.joined(separator: ", "))."
        case .noCode(let word):
            """
            „\(word)“ ist kein Code von DUO, und ein Antrag nimmt nur Codes: HMB, DS:MONDO:0005105, NCU und \
            dergleichen.
            """
        case .severalAims(let one, let other): "„\(one)“ und „\(other)“ sind zwei Ziele: ein Antrag hat eines."
        case .purposeFixed(let state):
            "Er ist „\(c(state))“: nur in Entwürfen und zurückgegebenen Anträgen lassen sich die Codes ändern."
        case .nothingToRenew(let state):
            """
            Stand des Antrags ist „\(c(state))“: nur Gewährtes lässt sich noch einmal beantragen. Nichts wurde angelegt.
            """
        case .renewed(nil, let old, _):
            "Ein Entwurf folgt auf Antrag \(old); portal requests listet ihn auf. Nichts ist abgesendet."
        case .renewed(let id?, let old, let flags):
            """
            Entwurf \(id) folgt auf Antrag \(old); nichts ist abgesendet. Was hat sich geändert? \
            \((["portal request fill \(id)"] + flags).joined(separator: " ")) geht ihn durch, und \
            \((["portal request compare \(id)"] + flags).joined(separator: " ")) zeigt, welche Antworten nun andere sind.
            """
        case .renewalIsThere(let id):
            "Entwurf \(id) folgt schon auf den Antrag. Nichts wurde angelegt; --another legt einen zweiten an."
        case .renewalWasSent(let id, let state):
            """
            Antrag \(id) gilt denselben Datensätzen und kam danach; sein Stand ist „\(c(state))“. Nichts wurde angelegt; \
            --another legt trotzdem einen Entwurf an.
            """
        case .toLookThrough(let number, let same): "\(c.count(same, .answer)) wie in Antrag \(number)."
        case .passedDay(let title, let day): "Der Tag ist vorbei: \(title), \(day)."
        case .onlyReturned(let state):
            "Er ist „\(c(state))“: nur ein zurückgegebener Antrag wird mit dem verglichen, was abgesendet wurde."
        case .submittedUnknown(let id):
            """
            Was von Antrag \(id) abgesendet wurde, ist nicht mehr bekannt: das Portal sagt es nicht, und er wurde \
            geändert, bevor er hier angesehen wurde.
            """
        case .answersSame: "Keine Antwort ist eine andere, als abgesendet wurde."
        case .asSubmitted: "abgesendet:"
        case .asNow: "jetzt:"
        case .noAnswer: "(keine Antwort)"
        case .seen(let count):
            count == 1 ? "1 Antrag gilt als gesehen." : "\(c.number(count)) Anträge gelten als gesehen."
        case .seenOfAnswer:
            "--seen gilt für das, was das Portal jetzt sagt, ohne --cached, --offline und --watch."
        case .exitCodeOfAnswer: "--exit-code gilt für das, was das Portal jetzt sagt, ohne --cached und --offline."
        }
    }
}
