import PortalModel
import TerminalCanvas

extension AnswerReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .anotherShape: "Die Antwort ist JSON von anderer Form."
        case .anotherQuestion: "Sie gehört zu einer anderen Frage."
        case .empty: "Die Antwort ist leer."
        case .noRecord: "Der Eintrag ist kein Objekt."
        case .recordWithoutID: "Der Eintrag hat keine ID, um ihn zu öffnen."
        case .page(let line): "Statt der Antwort kam eine Webseite: „\(line)“."
        case .notJSON(let line): "Die Antwort ist kein JSON. Sie beginnt: „\(line)“."
        case .tooManyValues(let most):
            "Die Antwort enthält mehr als \(c.number(most)) Werte, mehr als dieses Programm liest."
        case .tooDeep(let levels):
            "Die Antwort ist mehr als \(levels) Ebenen tief verschachtelt, mehr als dieses Programm liest."
        case .notTurtle(let line): "Das Dokument ist kein lesbares Turtle: der Fehler steht in Zeile \(line)."
        case .undeclaredPrefix:
            "Das Dokument ist kein lesbares Turtle: es verwendet ein Präfix, das es nicht erklärt."
        case .tooManyStatements(let most):
            "Das Dokument enthält mehr als \(c.number(most)) Aussagen, mehr als dieses Programm liest."
        case .onlyJSONLD:
            """
            Die Beschreibungen kommen als JSON-LD und weder als Turtle noch als RDF/XML, die dieses Programm liest. Wer das \
            Angebot betreibt, um text/turtle bitten.
            """
        case .notRDFXML(let line):
            """
            Das Dokument ist kein lesbares RDF/XML\(line.map { ": der Fehler steht in Zeile \(c.number($0))" } ?? "").
            """
        case .tooLong(let most):
            """
            Das Dokument entfaltet sich zu mehr als \(c.number(most)) MB Text, oder ein Stück davon ist länger, als jemand \
            meint. Es wurde nicht gelesen.
            """
        case .foreignEntities:
            "Das Dokument will andere in sich eingelesen haben, was dieses Programm nicht tut. Es wurde nicht gelesen."
        case .wrongSuccess(let status, let isEmpty):
            "Das Portal antwortete \(status)\(isEmpty ? " ohne ein Wort" : ""), wo 204 versprochen war."
        case .redirectWithoutAddress(let status):
            "Es antwortete mit Status \(status) und ohne eine Adresse, der zu folgen wäre."
        case .askedTooMuch: "Das Gefragte ist für dieses Portal zu lang. Weniger fragen."
        case .pageForAnswer(let line):
            """
            Statt der Antwort kam eine Webseite\(line.map { ": „\($0)“" } ?? ""). Ist es die Adresse des Dienstes, \
            und die Sprache, die er spricht?
            """
        case .wantsPassword(let scheme):
            """
            Der Webserver vor diesem Portal will einen Namen und ein Passwort (\(scheme)), die dieses Programm nicht \
            sendet. Wer ihn betreibt, nach einer Adresse ohne das fragen.
            """
        case .wantsBrowser(let id):
            """
            Eine Firewall vor dem Portal will zuerst einen Browser sehen. Wer sie betreibt, bitten, Programme \
            durchzulassen.\(Self.naming(id))
            """
        case .foreignPage(let line, let id):
            """
            Etwas vor dem Portal, etwa eine Firewall, schickte eine Seite\(line.map { ": „\($0)“" } ?? ""). Danach \
            fragen, wer es betreibt.\(Self.naming(id))
            """
        case .signInPage(let line):
            """
            Vor dem Portal steht eine Seite, auf der Menschen sich anmelden: „\(line)“. Dieses Programm kommt nicht daran \
            vorbei. Wer es betreibt, nach einer Adresse für Programme fragen.
            """
        case .proxyWantsPassword:
            """
            Ein Proxy auf dem Weg will einen Namen und ein Passwort. Sie in HTTPS_PROXY schreiben \
            (http://Name:Passwort@Proxy:Port) oder fragen, wer das Netz betreibt.
            """
        case .networkWantsSignIn:
            """
            Das Netz, in dem dieser Rechner ist, will zuerst eine Anmeldung, wie in Hotels und Zügen. Eine beliebige Seite \
            im Browser öffnen, sich dort anmelden, dann noch einmal versuchen.
            """
        case .samePageAgain:
            """
            Das Portal gibt noch einmal dieselbe Seite, nach welcher Stelle man auch fragt; der Rest ist so nicht zu haben. \
            Mehr wurde nicht gefragt.
            """
        case .pageForDescription: "Statt der Beschreibung des Datensatzes kam eine Webseite."
        case .noDescription(let format, let line):
            "Was kam, ist keine Beschreibung in \(format). Es beginnt: „\(line)“."
        case .emptyFile: "Die Datei kam leer an. Sie wurde nicht gespeichert."
        case .pageForFile: "Statt der Datei kam eine Webseite. Sie wurde nicht gespeichert."
        case .textForFile(let ending):
            "Was kam, ist Text und keine \(ending)-Datei. Es wurde nicht gespeichert."
        case .otherLicenceFile(let name):
            """
            Das Portal gab eine andere Datei, „\(name)“, als die mit den Bedingungen. Sie wird nicht als solche gezeigt.
            """
        case .noAnswer(let seconds): "Keine Antwort innerhalb von \(seconds) s."
        case .status(let status): "Die Antwort kam mit Status \(status)."
        }
    }

    private static func naming(_ id: String?) -> String { id.map { " Die Seite nennt diesen Aufruf \($0)." } ?? "" }
}
