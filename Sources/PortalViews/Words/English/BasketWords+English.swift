import PortalModel
import TerminalCanvas

extension BasketWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .notRequestable: "\(c.glyphs.warning) Not to be requested here"
        case .request(let number, let name): "Request \(number)\(name)"
        case .separateDecision: "decided on separately"
        case .separateCatalogues: "each catalogue may decide for itself"
        case .refusedWith: "refused together with "
        case .title: "Basket"
        case .notOnDisk(let reason): "\(c.glyphs.warning) not on disk: \(reason)"
        case .kept(let datasets): "\(datasets), kept on this machine"
        case .saving(let datasets): "\(datasets), saving\(c.glyphs.ellipsis)"
        case .isEmpty: "The basket is empty."
        case .howToFill:
            """
            Find datasets with \(c.key(.showBrowser)), and put them here with \(c.key(.addToBasket)). From here \
            \(c.key(.newRequest)) asks for access to all of them at once.
            """
        case .putsBack: "\(c.key(.undoRemove)) puts back what was taken out last."
        case .inRequests(let requests): " in \(c.count(requests, .request))"
        case .whichFirst: "Ask for which first?"
        case .allInOne(let count): "All \(count) in one request, if the portal takes them"
        }
    }
}
