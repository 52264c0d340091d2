import PortalModel
import TerminalCanvas

extension WizardMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .nothingMissing: "Nichts fehlt."
        case .notAnswered: "Das Portal hat noch nicht geantwortet; danach kann der Antrag gesendet werden."
        case .fileOnItsWay: "Eine Datei ist noch unterwegs."
        case .takenOver:
            "Ein anderes Programm hat diesen Entwurf: \(c.key(.takeOver, in: .wizardText)) übernimmt ihn."
        case .beingSent: "Der Antrag wird gerade gesendet."
        case .outcomeUnknown: "Ob das Portal den Antrag hat, ist noch nicht bekannt."
        case .portalAway:
            "Das Portal ist nicht da. Es bleibt hier gespeichert und wird gesendet, sobald es wieder da ist."
        case .nothingToSave: "Beim Portal ist nichts Neues zu speichern."
        case .keptUntilSubmit: "Es ist hier gespeichert; das Portal bekommt es beim Absenden."
        case .createAgain:
            """
            Das Portal hat diesen Antrag nicht mehr. Mit den hier gespeicherten Antworten einen neuen anlegen?
            """
        case .allChosen: "Alles ist gewählt."
        case .goneElsewhere: "Dieser Entwurf wurde in einem anderen Portal-Programm gesendet oder gelöscht."
        case .typePath: "Den Pfad einer Datei eingeben, oder darunter eine wählen."
        case .noSuchFile(let path): "Es gibt keine Datei \(path). Nichts wurde angehängt; weiter eingeben."
        case .noFile: "Hier ist keine Datei angehängt."
        case .fileNotThere: "Das Portal hat diese Datei nicht."
        case .kept(let path): "Gespeichert als \(path)."
        case .notFetched(let name, let error): "„\(name)“ konnte nicht abgerufen werden. \(c.reason(error))"
        case .allAccepted: "Alle Lizenzen sind angenommen."
        case .acceptedThere: "Beim Portal ist sie schon angenommen."
        case .oneLanguage: "Das Portal hat diese Bedingungen nur in einer Sprache."
        case .nothingToCopy:
            """
            Vor dem Abrufen der Datei gibt es nichts zu kopieren: \(c.key(.open, in: .wizardLicences)) ruft sie \
            ab.
            """
        case .purpose(let choice): c(DataUseWords.choice(choice))
        case .purposeSaid: "Nur für die Hinweise: das Komitee liest Ihre Antworten und bekommt nichts davon."
        case .notAsked: "Das Portal fragt danach nicht mehr"
        case .answerOut: "Die Antwort ist wieder draußen."
        case .answersOut: "Die Antworten sind wieder draußen."
        case .noRow: "Da war keine Zeile zum Einfügen."
        case .takenFromPortal(let names): "Beim Portal geändert und hier übernommen: \(c.names(names))."
        case .isOursAgain: "Der Entwurf gehört wieder diesem Programm."
        case .notSubmitted(let state):
            "Beim Portal ist er noch „\(c(state))“: er wurde nicht abgesendet. Hier ist er sicher."
        case .formChanged: "Das Formular hat sich beim Portal seit der Prüfung geändert. Noch einmal durchlesen."
        case .nothingSent: "Nichts wurde gesendet. Der Antrag ist hier; beim Absenden entsteht ein neuer."
        case .differs(let count):
            """
            \(count == 1 ? "Eine Antwort ist" : "\(count) Antworten sind") beim Portal anders: \
            \(c.key(.compareAnswers)) zeigt beide und lässt wählen.
            """
        case .missing(let count):
            "\(count == 1 ? "Eines fehlt" : "\(count) Dinge fehlen") noch: \(c.key(.nextMissing)) führt hin."
        case .unchangeable(let state): "Beim Portal ist er „\(c(state))“: er kann nicht mehr geändert werden."
        case .takeOver(let error):
            """
            \(error.map { c.reason($0) } ?? "") Übernehmen? Das andere Programm schreibt dann nicht mehr; was \
            es gespeichert hat, ist hier, und was nicht, bleibt auf seinem Bildschirm.
            """
        case .submit(let count, let unchanged):
            """
            Den Antrag zu \(count == 1 ? "einem Datensatz" : "\(count) Datensätzen") absenden? Das Komitee \
            bekommt die Antworten, wie sie jetzt sind.\(c.warning(unchanged))
            """
        case .offersTaken(let count):
            """
            \(count == 1 ? "Eine Antwort ist" : "\(count) Antworten sind") übernommen. \
            \(count == 1 ? "Sie" : "Alle") durchlesen; \(c.key(.undoOffers)) nimmt sie zurück.
            """
        case .rowsPasted(let count):
            "\(count == 1 ? "Eine Zeile" : "\(count) Zeilen") eingefügt. \(c.undoKey) nimmt sie zurück."
        case .conflicts(let names, let inProgram):
            """
            Hier und \(inProgram ? "in dem anderen Programm" : "beim Portal") geändert: \(c.names(names)). \
            Nichts wurde überschrieben; \(c.key(.compareAnswers)) zeigt beide und lässt wählen.
            """
        case .copyWhatYouWrote(let locked):
            """
            \(locked ? "Der Antrag kann nicht mehr geändert werden" : "Das Portal fragt danach nicht mehr"). \
            Das Geschriebene kopieren:
            """
        case .notSavedHere(let error):
            """
            Dieser Entwurf konnte auf diesem Rechner nicht gespeichert werden; er bleibt im Speicher, und es \
            wird erneut versucht. \(c.reason(error))
            """
        case .takenOverBy(let error):
            """
            \(c.reason(error)) Bis dahin wird hier nichts geschrieben; Ihre Wörter bleiben stehen. \
            \(c.key(.takeOver, in: .wizardText)) übernimmt ihn.
            """
        case .notReadHere(let error):
            """
            \(c.reason(error)) Nichts wurde angehängt; \(c.key(.removeFile, in: .wizardFiles)) nimmt sie in \
            ihrem Feld von der Liste.
            """
        case .notArrived(let file):
            """
            „\(file)“ ist beim Portal nicht angekommen. \(c.key(.retryUpload, in: .wizardFiles)) in ihrem Feld \
            sendet sie noch einmal.
            """
        case .answersTaken(let count, let number):
            "\(count == 1 ? "Eine Antwort ist" : "\(count) Antworten sind") aus Antrag \(number) übernommen."
        case .notTakenOver(let number): "Nicht aus Antrag \(number) übernommen"
        case .left(let answers): c.paragraphs(answers.map { "\($0.title): \($0.reason.german)." })
        case .editorFailed(let error):
            "Der Editor hat den Text nicht zurückgegeben. \(c(error.reason)) Er ist, wie er vorher war."
        }
    }
}

extension UnplacedAnswer.Reason {
    fileprivate var german: TerminalText {
        switch self {
        case .notAsked: "dieses Formular fragt nicht danach"
        case .isFile: "eine Datei gehört zu ihrem Antrag und ist neu anzuhängen"
        case .choiceNotOffered: "diese Wahl wird hier nicht angeboten"
        case .choicesNotOffered: "nicht alles davon wird hier angeboten"
        case .columnsNotAsked: "nicht nach allen Spalten davon wird hier gefragt"
        }
    }
}
