import PortalModel
import TerminalCanvas

extension MemberMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .awaited: "Die Antwort des Portals steht noch aus."
        case .nobodyHere: "Unter dem Cursor ist niemand."
        case .invited(let name):
            "\(name) ist eingeladen und wird Mitglied, indem die Einladung in REMS angenommen wird."
        case .takenBack(let name): "Die Einladung von \(name) ist zurückgenommen."
        case .removed(let name): "\(name) nimmt nicht mehr teil."
        case .mayNot(let state, let what):
            """
            Beim Portal ist der Antrag \(state.map { "„\(c($0))“" } ?? "in diesem Stand"), und es lässt Sie \
            \(what == .invite ? "niemanden dazu einladen" : what == .takeBack ? "keine Einladung zurücknehmen" : "niemanden herausnehmen").
            """
        case .asTheyWere(let number, let error):
            """
            Die Mitglieder von Antrag \(number) sind, wie sie waren. \
            \(error.map { c.reason($0) } ?? "Das Portal hat sie nicht.")
            """
        case .nameNeeded: "Wird gebraucht: die Einladung spricht damit an."
        case .emailNeeded: "Wird gebraucht: dorthin geht die Einladung."
        case .invalidEmail: "\(c(FieldProblem.invalidEmail))"
        case .known(let name, let invited):
            "\(name) \(invited ? "ist schon eingeladen" : "nimmt schon teil"), unter dieser Adresse."
        }
    }
}
