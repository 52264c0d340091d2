import PortalModel
import TerminalCanvas

extension BasketWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .notRequestable: "\(c.glyphs.warning) Hier nicht zu beantragen"
        case .request(let number, let name): "Antrag \(number)\(name)"
        case .separateDecision: "wird getrennt entschieden"
        case .separateCatalogues: "jeder Katalog kann für sich entscheiden"
        case .refusedWith: "abgelehnt zusammen mit "
        case .title: "Korb"
        case .notOnDisk(let reason): "\(c.glyphs.warning) nicht gespeichert: \(reason)"
        case .kept(let datasets): "\(datasets), auf diesem Rechner gespeichert"
        case .saving(let datasets): "\(datasets), wird gespeichert\(c.glyphs.ellipsis)"
        case .isEmpty: "Der Korb ist leer."
        case .howToFill:
            """
            \(c.key(.showBrowser)) führt zur Suche, \(c.key(.addToBasket)) legt von dort Datensätze in den \
            Korb. Hier beantragt \(c.key(.newRequest)) den Zugang zu allen auf einmal.
            """
        case .putsBack: "\(c.key(.undoRemove)) legt zurück, was zuletzt herausgenommen wurde."
        case .inRequests(let requests): " in \(c.count(requests, .request, .dative))"
        case .whichFirst: "Was zuerst beantragen?"
        case .allInOne(let count): "Alle \(count) in einem Antrag, wenn das Portal sie so annimmt"
        }
    }
}
