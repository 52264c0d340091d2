import PortalModel
import PortalViews
import TerminalCanvas

extension RequestMakingWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .submitAndValidateOnly: "--submit und --validate-only schließen einander aus."
        case .goesOn: "Der schon begonnene Entwurf geht weiter; --another legt einen neuen an."
        case .submittedBeforeAnswer: "Der Antrag war schon abgesendet, bevor die Antwort darauf verloren ging."
        case .notSubmittable(let state):
            "Beim Portal ist der Antrag „\(c(state))“: er kann nicht noch einmal abgesendet werden."
        case .notChangeable(let state):
            "Beim Portal ist der Antrag „\(c(state))“: er kann nicht mehr geändert werden."
        case .noForm: "Das Portal gab kein Formular."
        case .notOpened: "Der Antrag ließ sich nicht öffnen."
        case .waitsForOther(let holder):
            "Ein anderes Programm arbeitet an einem Antrag zu diesen Datensätzen (\(holder)): darauf wird gewartet."
        case .notNoted(let error):
            """
            Was beantragt wird, ließ sich auf diesem Rechner nicht vermerken; deshalb wurde nichts angelegt und nichts \
            gesendet. \(c(FailureWords.call(error)))
            """
        case .fateUnknown(let submission, let error):
            """
            Ein Antrag zu diesen Datensätzen\(submission.application.map { ", \($0.rawValue)," } ?? "") \
            \(submission.phase == .submitted ? "wurde" : "sollte") am \(c.day(submission.time)) abgesendet\
            \(submission.phase == .submitted ? "" : " werden"), und das Portal war nicht zu fragen, was daraus wurde. \
            Nichts wurde angelegt. \(c(FailureWords.call(error)))
            """
        case .openElsewhere(let holder):
            """
            Ein Entwurf dieses Antrags ist in einem anderen Programm offen (\(holder)). Nichts wurde angelegt oder \
            gesendet. Ihn dort schließen, oder mit --another einen neuen Antrag anlegen.
            """
        case .otherAnswers(let id, let state):
            """
            Ein Antrag zu diesen Datensätzen ist schon beim Portal, mit anderen Antworten: \(id), \(c(state)). Nichts \
            wurde angelegt oder gesendet. --another legt einen zweiten an.
            """
        case .submittedAlready(let id, let state, let offersAnother):
            """
            Der Antrag war schon abgesendet, als \(id); beim Portal ist er „\(c(state))“. Nichts wurde gesendet.\
            \(offersAnother ? " --another legt einen zweiten an." : "")
            """
        case .goneMeanwhile:
            """
            Ein anderes Portal-Programm hat den Entwurf inzwischen abgesendet oder gelöscht. Nichts wurde angelegt.
            """
        case .unsubmittable(let state):
            """
            Beim Portal ist der Antrag „\(c(state))“: er kann nicht mehr geändert werden. Die hiesigen Antworten, die \
            davon abweichen, bleiben gespeichert; --another legt einen neuen Antrag an.
            """
        case .notTakenOnce:
            "Das Portal hat den Antrag nicht angenommen. Nichts wurde zweimal gesendet; noch einmal aufrufen."
        case .changedOnBothSides(let titles):
            """
            Hier und beim Portal geändert: \(titles.map { "„\($0)“" }.joined(separator: ", ")). Nichts wurde \
            überschrieben. Den Entwurf in portal öffnen und zwischen den Antworten wählen, dann noch einmal aufrufen.
            """
        case .answerNotKept(let error):
            """
            \(c(FailureWords.call(error))) Die letzte Antwort ließ sich auf diesem Rechner nicht speichern; die davor \
            sind gespeichert.
            """
        case .kept(let error):
            """
            \(c(FailureWords.call(error))) Nichts wurde abgesendet; der Entwurf und seine Antworten bleiben \
            gespeichert, und derselbe Befehl macht mit ihnen weiter.
            """
        case .stillDraft(let error):
            """
            \(c(FailureWords.call(error))) Beim Portal ist der Antrag noch ein Entwurf, und der Aufruf kann dort noch \
            ankommen: denselben Befehl noch einmal aufrufen. Er sieht zuerst nach und sendet den Antrag nur, wenn er \
            nicht abgesendet ist.
            """
        case .unknown(let error):
            """
            Eine Antwort des Portals ging verloren, und es war nicht zu fragen, was es hat. Bevor das bekannt ist, \
            wird nichts noch einmal gesendet: denselben Befehl noch einmal aufrufen. \(c(FailureWords.call(error)))
            """
        case .notThere:
            """
            Eine Antwort des Portals ging verloren, und es hat den Antrag nicht. Er kann dort noch ankommen: denselben \
            Befehl später noch einmal aufrufen. Er sieht noch einmal nach und sendet ihn nur dann erneut, wenn er \
            nicht da ist.
            """
        case .ambiguous(let ids):
            """
            Eine Antwort des Portals ging verloren, und mehrere Anträge könnten der angelegte sein: \
            \(ids.joined(separator: ", ")). Sie mit portal request show ansehen und mit portal request submit ID \
            weitermachen; --another legt einen neuen an.
            """
        case .notRemembered(let error):
            """
            Dass der Antrag abgesendet ist, ließ sich auf diesem Rechner nicht vermerken: \(c(error.why)) Derselbe \
            Befehl fragt das Portal.
            """
        case .notTold(let id, let failure):
            """
            Der Antrag ist abgesendet\(id.map { ", als \($0)" } ?? ""). Er muss nicht noch einmal abgesendet werden: \
            nur das ließ sich nicht sagen. \(c(failure))
            """
        case .notTaken: "Das Portal hat den Antrag nicht angenommen."
        case .before: "Bevor der Antrag abgesendet werden kann:"
        case .dataUse(let hint):
            """
            \(TerminalText(singleLine: hint.title)): \(c(DataUseWords.hint(hint.answer))). \
            \(c(DataUseWords.allowed(hint.uses)))\(Self.purpose(of: hint, c))
            """
        case .onlyHint: c(DataUseWords.onlyHint)
        case .nothingMissing: "Es fehlt nichts. Nichts wurde abgesendet."
        case .submitted: "Der Antrag ist abgesendet."
        case .draftHere:
            "Der Antrag ist ein Entwurf auf diesem Rechner; derselbe Befehl mit --submit macht damit weiter."
        case .draftThere: "Der Antrag ist ein Entwurf beim Portal; nichts wurde abgesendet."
        }
    }
}
