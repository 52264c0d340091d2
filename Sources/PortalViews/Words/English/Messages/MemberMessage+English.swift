import PortalModel
import TerminalCanvas

extension MemberMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .awaited: "The portal's answer is awaited."
        case .nobodyHere: "Nobody is under the cursor."
        case .invited(let name): "\(name) is invited, and becomes a member by accepting in REMS."
        case .takenBack(let name): "The invitation of \(name) is taken back."
        case .removed(let name): "\(name) does not take part any more."
        case .mayNot(let state, let what):
            """
            The portal has the request as \(state.map { c($0) } ?? "it is") and does not let you \
            \(what == .invite ? "invite anybody to it" : what == .takeBack ? "take back an invitation to it" : "remove anybody from it").
            """
        case .asTheyWere(let number, let error):
            """
            The members of request \(number) are as they were. \
            \(error.map { c.reason($0) } ?? "The portal does not have it.")
            """
        case .nameNeeded: "Needed: the invitation is addressed by it."
        case .emailNeeded: "Needed: the invitation goes there."
        case .invalidEmail: "\(c(FieldProblem.invalidEmail))"
        case .known(let name, let invited):
            "\(name) \(invited ? "is invited already" : "takes part already"), under this address."
        }
    }
}
