import PortalModel
import TerminalCanvas

extension LinearLine {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .words(let words): TerminalText(sanitizing: words)
        case .choice(let number, let label): "\(number). \(label)"
        case .because(let reason): c(reason)
        case .guide(let guide): guide.german
        case .request(let id, let state, let titles):
            "Antrag\(id.map { " \($0)" } ?? ""), \(c(state)), für \(titles.joined(separator: "; "))."
        case .questionCount(let count):
            "\(count == 1 ? "Eine Frage" : "\(count) Fragen"). :help sagt, was sonst eingegeben werden kann."
        case .goingOn: "Weiter bei der ersten, die offen ist; :goto 1 geht an den Anfang."
        case .firstQuestion: "Dies ist die erste Frage."
        case .title(let title): TerminalText(sanitizing: title.german)
        case .listed(let title, let mark): "\(title.german) \(mark.german)"
        case .noQuestion(let target): "Eine Frage „\(target)“ gibt es nicht; :list liest alle mit ihren Nummern vor."
        case .unknown(let typed):
            """
            \(typed) bedeutet hier nichts; :help sagt, was eingegeben werden kann. Eine Antwort, die mit einem \
            Doppelpunkt beginnt, wird mit zweien geschrieben.
            """
        case .nothingToChoose: "Hier gibt es nichts zu wählen."
        case .nothingToTakeOut: "Hier ist keine Antwort herauszunehmen."
        case .askedNow(let title): "Jetzt gefragt, wegen Ihrer Antworten: \(title)"
        case .notAsked(let title): "Nicht mehr gefragt: \(title)"
        case .notNeeded: "Was Sie eingegeben haben, wurde nicht mehr gebraucht."
        case .form(let title): "Formular: \(title)"
        case .facts(let isOptional, let guidance, let most, let isPrivate):
            """
            \(isOptional.map { $0 ? "Freiwillig. " : "Nötig. " } ?? "")\(c(guidance))\
            \(most.map { " Höchstens \($0) Zeichen." } ?? "")\
            \(isPrivate ? " Vertraulich: Gutachter sehen diese Antwort nicht." : "")
            """
        case .hint(let hint): "Tipp: \(hint)"
        case .choiceCount(let count):
            "\(count) Möglichkeiten. Den Anfang von einer eingeben; :choices liest alle vor."
        case .columns(let columns): "Spalten: \(columns.map(\.german).joined(separator: ", "))."
        case .present(let answer): "Jetzige Antwort: \(answer)"
        case .wrong(let problem): "Falsch daran: \(c(problem))"
        case .prompt(let shape, let areNumbered, let isBlank):
            """
            \(shape.german(areNumbered: areNumbered)) \
            \(isBlank ? "Eine leere Zeile lässt sie offen." : "Eine leere Zeile behält die jetzige Antwort.")
            """
        case .organizationsListed:
            """
            Das Portal führt Einrichtungen: :choices liest sie vor, :choices mit dem Anfang eines Wortes einige davon.
            """
        case .organizationsNotHad: "Die Einrichtungen des Portals waren nicht zu bekommen. Den Namen eingeben."
        case .takeByNumber: ":take mit einer Nummer eingeben, oder den Namen."
        case .moreOrganizations(let count):
            """
            Und \(count) weitere: :choices mit dem Anfang eines Wortes nennt weniger. :take mit einer Nummer eingeben, oder \
            den Namen.
            """
        case .noneFits(let words): "Keine hat „\(words)“."
        case .nothingToTake(let number): "Hier gibt es keine \(number) zu nehmen; :choices liest vor, was es gibt."
        case .refused(let refusal): "Nicht angenommen. \(refusal.german(c))"
        case .savedNothing: "Gespeichert: keine Antwort."
        case .saved(let short): "Gespeichert: \(short.german)"
        case .kept(let short): "Behalten: \(short.german)"
        case .noAnswer: "Keine Antwort."
        case .leftOpen: "Offen gelassen. Sie wird gebraucht, bevor der Antrag abgesendet werden kann."
        case .notAttached(let path, let reason): "\(path) ist nicht angehängt. \(c(reason))"
        case .licenceText(let address): "Ihr Text ist unter \(address)"
        case .licenceFile(let name): "Ihr Text ist die Datei \(name); :terms holt sie und liest sie vor."
        case .noTerms: "Hier gibt es keine Bedingungen zu lesen; :goto mit der Nummer einer Lizenz geht zu einer."
        case .termsKept(let name, let path): "\(name) ist kein Text zum Vorlesen. Die Datei liegt unter \(path)."
        case .termsNotHad(let name, let error):
            "\(name) war nicht zu bekommen. \(c(error)) :terms versucht es noch einmal."
        case .isAccepted: "Sie ist angenommen. Eine leere Zeile geht weiter."
        case .typeAccept: "accept eingeben, oder eine leere Zeile, um sie offen zu lassen."
        case .acceptOrLeave: "accept eingeben, um sie anzunehmen. Eine leere Zeile lässt sie offen."
        case .staysAccepted: "Sie bleibt angenommen."
        case .licenceLeftOpen: "Offen gelassen. Vor dem Absenden muss sie angenommen sein."
        case .review(let line): line.german(c)
        }
    }
}

extension LinearLine.Review {
    fileprivate func german(_ c: Phrasing) -> TerminalText {
        switch self {
        case .dataset(let title): "Datensatz: \(title)"
        case .answered(let number, let title, let answer):
            "\(number). \(title): \(answer.isEmpty ? "keine Antwort" : answer)"
        case .licence(let title, let isAccepted):
            "Lizenz \(title): \(isAccepted ? "angenommen" : "nicht angenommen")"
        case .nothingMissing: "Es fehlt nichts."
        case .missing(let number, let title, let problems):
            "Fehlt: \(number.map { "\($0). " } ?? "")\(title): \(problems.map { c.text($0) }.joined(separator: " "))"
        case .missingLicence(let title): "Fehlt: die Lizenz \(title) ist noch nicht angenommen."
        case .missingBesides(let problem): "Fehlt: \(c(problem))"
        case .changedElsewhere(let title):
            """
            Hier und anderswo geändert: \(title). Der Antrag in portal, auf dem ganzen Bildschirm, zeigt beides und \
            lässt Sie wählen.
            """
        case .renews(let number, let changed, let same):
            """
            Er folgt auf Antrag \(number): \(c.count(same, .answer)) wie damals, \(c.number(changed)) geändert. Stimmt jede \
            noch? :goto und ihre Nummer ändert eine.
            """
        case .passedDay(let number, let title, let answer):
            "Wie damals, und der Tag ist vorbei: \(number.map { "\($0). " } ?? "")\(title): \(answer)"
        case .changedSince(let number, let title, let before):
            "Geändert: \(number.map { "\($0). " } ?? "")\(title), vorher: \(before.isEmpty ? "keine Antwort" : before)"
        case .unsettled: "Er kann nicht gesendet werden, bevor das geklärt ist. :quit hebt alles für später auf."
        case .thingsMissing(let count):
            """
            \(count == 1 ? "Eines fehlt" : "\(count) Dinge fehlen"). Eine leere Zeile geht zum ersten; :quit hebt alles \
            für später auf.
            """
        case .complete:
            """
            Es fehlt nichts. submit eingeben, um ihn zu senden; das Komitee bekommt diese Antworten. :back geht zurück, \
            :quit hebt alles für später auf.
            """
        case .notTaken: "Das Portal hat den Antrag nicht angenommen."
        case .notSent:
            "Nichts wurde gesendet. submit eingeben, um ihn zu senden, oder :quit, um ihn für später aufzuheben."
        case .sending: "Der Antrag wird gesendet."
        }
    }
}
