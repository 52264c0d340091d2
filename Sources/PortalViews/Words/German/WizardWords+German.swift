import PortalModel
import TerminalCanvas

extension WizardWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .step(let index, let count): "Schritt \(index) von \(count)"
        case .newNumber: "(neu)"
        case .request(let number): "Antrag \(number)"
        case .review: "Prüfung"
        case .submitted: "Abgesendet"
        case .form: "Formular"
        case .askedFor(let count): "Zugang wird beantragt zu \(c.count(count, .dataset, .dative)):"
        case .triesAgainAllKept:
            "\(c.key(.open, in: .wizardDatasets)) versucht es erneut. Alles bleibt hier gespeichert."
        case .askingWhether(let waited): "Das Portal wird gefragt, ob es diesen Antrag hat\(waited)"
        case .notKnownWhether(let error): "Ob das Portal diesen Antrag hat, ist nicht bekannt: \(error)"
        case .lookingHere(let waited): "Es wird nachgesehen, ob dieser Antrag schon bekannt ist\(waited)"
        case .openingDraft: "Der Entwurf wird geöffnet\(c.glyphs.ellipsis)"
        case .cannotOpen: "Dieser Entwurf lässt sich jetzt nicht öffnen. Nichts davon ist verloren."
        case .takesOver:
            "\(c.key(.takeOver)) übernimmt ihn: das andere Programm schreibt dann nicht mehr und sagt das."
        case .triesAgain: "\(c.key(.open, in: .wizardDatasets)) versucht es erneut."
        case .askingRequests(let waited): "Das Portal wird gefragt, welche Anträge es hat\(waited)"
        case .savingDraft: "Der Entwurf wird auf diesem Rechner gespeichert\(c.glyphs.ellipsis)"
        case .nothingSent(let again): "Nichts wurde an das Portal gesendet. \(again)"
        case .creating(let waited): "Das Portal legt den Antrag an\(waited)"
        case .creationLost(let waited): "Die Antwort des Portals ging verloren. Es wird gefragt, was es hat\(waited)"
        case .creationUnknown: "Ob das Portal den Antrag angelegt hat, ist nicht bekannt."
        case .asksByItself(let again):
            "Es wird von selbst noch einmal gefragt, bevor etwas neu angelegt wird. \(again)"
        case .oneEach: "Diese Datensätze brauchen je einen eigenen Antrag."
        case .goesToBasket:
            """
            \(c.key(.open, in: .wizardDatasets)) führt zum Korb; dort lässt sich wählen, was zuerst beantragt \
            wird.
            """
        case .notCreated: "Das Portal hat keinen Antrag angelegt."
        case .creationNotThere: "Das Portal hat den Antrag nicht, und seine Antwort ging verloren."
        case .mayStillArrive:
            """
            Was gesendet wurde, kann dort noch ankommen; dann wird es übernommen. \
            \(c.key(.open, in: .wizardDatasets)) sieht noch einmal nach und legt nur dann einen neuen an, wenn \
            er nicht da ist. Alles bleibt hier gespeichert.
            """
        case .ambiguous: "Die Antwort des Portals ging verloren, und mehrere Entwürfe dort könnten dieser sein:"
        case .everythingKept: "alles bleibt gespeichert."
        case .nothingMade: "nichts wurde angelegt."
        case .leaves(let what): "\(c.key(.leaveWizard)) geht hinaus; \(what)"
        case .loadingForms(let waited): "Die Formulare werden geladen\(waited)"
        case .lostApplication: "Das Portal hat diesen Antrag nicht mehr."
        case .makesNew:
            """
            Die Antworten sind hier gespeichert. \(c.key(.open, in: .wizardDatasets)) legt damit einen neuen \
            Antrag an.
            """
        case .formsFailed: "Die Formulare konnten nicht geladen werden."
        case .triesAgainAnswersKept:
            "\(c.key(.open, in: .wizardDatasets)) versucht es erneut. Die Antworten sind hier gespeichert."
        case .made(let age): ", angelegt \(age)"
        case .candidate(let id, let made, let title): "Antrag \(id)\(made)  \(title)"
        case .noneOfThese: "Keiner davon: einen neuen anlegen"
        case .otherHasItKey: "ein anderes Programm hat ihn: \(c.key(.takeOver, in: .wizardText)) übernimmt ihn"
        case .otherHasIt: "ein anderes Programm hat ihn"
        case .otherHasDraft:
            """
            Ein anderes Programm hat ihn. \(c.key(.takeOver, in: .wizardText)) übernimmt ihn; nichts Geschriebenes \
            geht verloren.
            """
        case .notSavedBecause(let why): "hier nicht gespeichert: \(why)"
        case .notSaved: "hier nicht gespeichert"
        case .keptInMemory(let why): "\(why) Der Entwurf bleibt im Speicher; es wird erneut versucht."
        case .savingHere: "wird hier gespeichert\(c.glyphs.ellipsis)"
        case .saving: "speichert\(c.glyphs.ellipsis)"
        case .savedHere: "hier gespeichert"
        case .noAnswerTrying: "keine Antwort vom Portal, wird erneut versucht\(c.glyphs.ellipsis)"
        case .tryingAgain: "wird erneut versucht\(c.glyphs.ellipsis)"
        case .savingAtPortal: "wird beim Portal gespeichert\(c.glyphs.ellipsis)"
        case .sending: "sendet\(c.glyphs.ellipsis)"
        case .toCorrectRest(let answers): "\(answers) zu verbessern, der Rest ist beim Portal"
        case .toCorrectShort(let count): "\(count) zu verbessern, Rest dort"
        case .toCorrect(let count): "\(count) zu verbessern"
        case .exceptKeptOtherwise(let count): "beim Portal, bis auf \(count) anders gespeicherte"
        case .keptOtherwise(let count): "\(count) anders gespeichert"
        case .notYetAtPortal: "noch nicht beim Portal"
        case .notYetSent: "noch nicht gesendet"
        case .atPortal: "beim Portal"
        case .oneAnswer: "einer Antwort"
        case .someAnswers(let count): "\(count) Antworten"
        case .conflictIn(let answers): "Konflikt in \(answers): \(c.key(.compareAnswers)) vergleicht"
        case .conflictCompare: "Konflikt: \(c.key(.compareAnswers)) vergleicht"
        case .conflictKey: "Konflikt: \(c.key(.compareAnswers))"
        case .askingPortal: "das Portal wird gefragt\(c.glyphs.ellipsis)"
        case .asking: "fragt\(c.glyphs.ellipsis)"
        case .portalAway: "das Portal ist nicht da: bis dahin hier gespeichert"
        case .waitingForPortal: "wartet auf das Portal"
        case .waiting: "wartet"
        case .signedOutKey: "abgemeldet: \(c.keyEverywhere(.signIn)) meldet an"
        case .signInKey: "\(c.keyEverywhere(.signIn)) meldet an"
        case .sentWhenBack: " Es wird gesendet, sobald das Portal wieder da ist."
        case .conflictChanged: "Konflikt: beim Portal geändert"
        case .conflictAtPortal: "Konflikt beim Portal"
        case .conflict: "Konflikt"
        case .waitingForNetwork: "wartet auf das Netz"
        case .noNetwork: "kein Netz"
        case .foundWrong: "das Portal fand etwas falsch"
        case .toCorrectNow: "zu verbessern"
        case .notSavedAtPortal: "nicht beim Portal gespeichert"
        case .notSent: "nicht gesendet"
        }
    }
}
