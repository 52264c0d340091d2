import PortalModel
import TerminalCanvas

extension PersonMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .isEmpty: "Your profile is empty now."
        case .kept: "Kept here. It is offered where forms ask for it."
        case .notTaken(let entry, let more):
            "\(c(entry))\(more > 0 ? " and \(more) more" : "") could not be taken and stayed as before."
        case .notKept(let error):
            "Your profile could not be kept on the disk: it holds until the program ends. \(c(error.reason))"
        }
    }
}
