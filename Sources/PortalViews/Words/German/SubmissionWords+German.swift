import PortalModel
import TerminalCanvas

extension SubmissionWords {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .lostAnswer(let waited):
            "Die Antwort ging verloren. Das Portal wird gefragt, ob es den Antrag hat\(waited)"
        case .unknown(let error, let id):
            """
            Ob das Portal den Antrag hat, ist nicht bekannt. \(error)\(id) Es wird von selbst noch einmal \
            gefragt; \(c.key(.submitRequest)) fragt jetzt. Zweimal gesendet wird nicht.
            """
        case .stillDraftBecause(let error, let id):
            """
            Nicht abgesendet: beim Portal ist er noch ein Entwurf. \(error)\(id) \(c.key(.submitRequest)) \
            sendet ihn noch einmal.
            """
        case .notSubmitted(let error, let detail, let id):
            """
            Nicht abgesendet. \(error)\(detail)\(id) Alles bleibt gespeichert; \(c.key(.submitRequest)) sendet \
            noch einmal.
            """
        case .mayStillArrive:
            """
            Die Antwort ging verloren, und das Portal hat den Antrag nicht. Er kann noch ankommen: \
            \(c.key(.submitRequest)) sieht noch einmal nach und sendet ihn erst dann erneut.
            """
        case .stillDraft:
            """
            Nicht abgesendet: beim Portal ist er noch ein Entwurf. \(c.key(.submitRequest)) sendet ihn noch \
            einmal.
            """
        case .unchangeable(let state): "Beim Portal ist er „\(state)“: er kann nicht mehr geändert werden."
        case .uploadFailed(let name):
            """
            „\(name)“ ist beim Portal nicht angekommen. In ihrem Feld sendet \(c.key(.retryUpload)) die Datei \
            noch einmal, \(c.key(.removeFile)) nimmt sie heraus.
            """
        case .incomplete:
            """
            Noch nicht vollständig: \(c.key(.jumpToField, in: .wizardReview)) führt zu der Zeile, auf der der \
            Cursor steht.
            """
        case .changesAnswer(let asked):
            """
            \(asked) \(c.key(.jumpToField, in: .wizardReview)) ändert die Antwort unter dem Cursor; \
            \(c.key(.submitRequest)) sendet neu ab.
            """
        case .complete: "Alles ist da. Noch einmal durchlesen; \(c.key(.submitRequest)) sendet den Antrag ab."
        case .changesAsked: "Das Komitee bittet um Änderungen."
        case .changesAskedFor(let comment): "Das Komitee bittet um Änderungen: „\(comment)“"
        case .askingPortal: "Das Portal wird gefragt, was es hat"
        case .savingAnswers: "Die Antworten werden beim Portal gespeichert"
        case .acceptingLicences: "Die Lizenzen werden angenommen"
        case .submitting: "Der Antrag wird abgesendet"
        case .wasSubmitted(let number): "\(c.glyphs.check) Antrag \(number) ist abgesendet."
        case .state(let word): "Beim Portal ist er „\(word)“."
        case .askedFor(let count): "Zugang zu \(c.count(count, .dataset, .dative)) beantragt:"
        case .whatComes:
            """
            Ein Komitee für den Datenzugang liest ihn nun. Es kann ihn genehmigen, ablehnen oder mit einer \
            Frage zurückgeben; die Anträge (\(c.key(.showRequests))) zeigen es, sobald entschieden ist.
            """
        case .returnedMeanwhile:
            """
            Das Komitee bittet um Änderungen: \(c.key(.leaveWizard, in: .wizardResult)) führt zu den Anträgen, dort \
            bearbeitet \(c.key(.editRequest)) ihn.
            """
        case .renews(let number, let changed, let same):
            """
            Er folgt auf Antrag \(number): \(c.count(same, .answer)) wie damals, \(c.number(changed)) geändert. Stimmt \
            jede noch? \(c.key(.jumpToField, in: .wizardReview)) ändert die unter dem Cursor; \
            \(c.key(.submitRequest)) sendet ab.
            """
        case .passedDays(let count): "Wie damals, und der Tag ist vorbei: stimmt er noch? (\(count))"
        case .changedSinceEarlier(let count, let number): "Geändert seit Antrag \(number) (\(count))"
        case .changedSinceEarlierToo(let count, let number):
            """
            Seit Antrag \(number) geändert: \(c.count(count, .answer)). \(c.key(.takeTheirs)) holt zurück, was dort \
            stand.
            """
        case .invitedJoin:
            """
            Wer eingeladen ist, wird Mitglied, indem er in REMS annimmt; \(c.key(.showMembers)) zeigt, wer das \
            getan hat.
            """
        case .takingPart: "Außerdem nehmen teil:"
        case .invitedName(let name): "\(name), eingeladen und noch nicht dabei"
        case .licenceMissing(let title): "Nicht angenommen: \(title)"
        case .acceptedMark: " angenommen"
        case .notYetMark: " noch nicht"
        case .before: "vorher  "
        case .now: "jetzt   "
        case .noAnswerOptional: "keine Antwort (freiwillig)"
        case .noAnswerYet: "noch keine Antwort"
        case .moreLines(let count): "\(c.glyphs.ellipsis) \(count) weitere Zeilen"
        case .askedToChange: "Soll geändert werden und ist noch wie zuvor"
        case .toDo: "Noch zu tun"
        case .toDoCount(let count): "Noch zu tun (\(count))"
        case .changed(let count): "Geändert seit dem Absenden (\(count))"
        case .members: "Mitglieder"
        case .unasked: "Nicht mehr gefragt und nicht gesendet"
        case .licence: "Lizenz"
        case .changedSince(let count):
            """
            Seit dem Absenden geändert: \(c.count(count, .answer)). \(c.key(.takeTheirs)) holt das Abgesendete \
            zurück.
            """
        case .inOtherProgram: "in einem anderen Programm"
        case .atPortal: "beim Portal"
        case .changedOnBothSides(let answers, let place):
            """
            Hier und \(place) geändert: \(answers). Nichts wird überschrieben, bevor Sie wählen: \
            \(c.key(.keepMine)) behält die hiesige, \(c.key(.takeTheirs)) nimmt die andere.
            """
        case .sideNow: "Jetzt"
        case .sideHere: "Hier"
        case .sideBefore: "Vorher"
        case .sidePortal: "Portal"
        case .sideThere: "Dort"
        case .unchanged: "Seit der Rückgabe durch das Komitee wurde nichts geändert."
        case .asItWas(let titles): "Das Komitee bat um eine andere Antwort auf \(titles), und sie ist wie zuvor."
        }
    }
}
