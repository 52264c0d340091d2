import PortalModel
import TerminalCanvas

extension PortalMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .isOpen(let title): "“\(title)” is open already."
        case .none: "There is no portal here."
        case .uploadFirst(let name):
            "“\(name)” is on its way to the portal: change over when it has arrived, or stop it first."
        case .sendingFirst: "The request is being sent: change over when the portal has answered."
        case .wouldBeLost(let loss): "\(c(loss)) It would be lost."
        case .stays: "It stays with this portal."
        case .removal(let portal): TerminalText(singleLine: portal.removalQuestion)
        case .removed(let name): "“\(name)” is removed."
        case .opensFromNow(let name): "portal opens “\(name)” from now on."
        case .kept(let name, let same):
            """
            “\(name)” is kept. \(c.key(.choose, in: .portals)) \
            \(same ? "opens it anew with what was changed" : "changes over to it").
            """
        case .comesWithProgram: "The demo portal comes with the program: there is nothing to try or change."
        case .inYourFile(let name, let file): "“\(name)” stands in \(file), which is yours: change it there."
        case .openElsewhereFirst(let name): "“\(name)” is open: change over to another portal first."
        case .goThere(let title, let dataset):
            """
            “\(dataset)” is at “\(title)”, and access to it is asked for there. Change over to that portal? Its page opens \
            there; drafts and basket here are kept.
            """
        case .everyPortal: "All portals"
        case .noMore: "All that the portals have found is here."
        case .oneOnly: "No other portal that answered has this dataset."
        }
    }
}
