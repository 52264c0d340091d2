import PortalModel
import TerminalCanvas

extension BasketMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .alreadyIn: "They are in the basket already."
        case .takenOut: "Taken out of the basket. \(c.key(.undoRemove, in: .basket)) in the basket puts it back."
        case .keptInMemory: "The basket is kept while the program runs."
        case .writtenAgain: "It is written again at the next change."
        case .noIdentifierHere: "No identifier to ask with: \(c.key(.open, in: .basket)) shows whom to ask."
        case .notTakenHere(let words):
            "Not taken here: \(c.key(.open, in: .basket)) shows where to ask. The portal says: \(words)"
        case .nothingTakenOut: "Nothing was taken out."
        case .isEmpty: "The basket is empty."
        case .isEmptyHere:
            "The basket is empty: \(c.key(.addToBasket, in: .browserList)) in the datasets puts one in."
        case .begunBefore: "This request was begun before: it goes on here."
        case .standing(let number, let state):
            """
            A request for the same datasets is at the portal already: \(number), \(c(state)). Make another one \
            besides?
            """
        case .oneAtATime: "This portal takes one dataset in a request: the others stay in the basket."
        case .otherStays: "The other dataset stays in the basket: it needs a request of its own."
        case .othersStay(let count):
            "The other \(count) datasets stay in the basket: they need requests of their own."
        case .added(let count, let open):
            """
            \(count == 1 ? "In the basket.\(open ? " Its access is open: it may be had without asking." : "")" : "\(count) datasets put into the basket.")
            """
        case .andMore(let refusal, let others): "\(c(refusal)) (and \(others) more)"
        case .governedElsewhere(let title, nil):
            """
            “\(title)” is governed by its provider: ask for access there; \(c.key(.open, in: .browserList)) shows where.
            """
        case .governedElsewhere(let title, .address(let address)):
            "“\(title)” is governed by its provider: ask for access there at \(address)."
        case .governedElsewhere(let title, let place?):
            "“\(title)” is governed by its provider: ask for access there. \(c(ProviderWords.instead(place)))"
        case .isSeries(let title):
            """
            “\(title)” is a series: \(c.key(.open, in: .browserList)) opens it, and \
            \(c.key(.addToBasket, in: .dataset)) there puts its datasets into the basket.
            """
        case .noIdentifier(let title): "“\(title)” has no identifier that access could be asked with."
        case .putBack(let title, let count): "Put back: \(count == 1 ? title : c.count(count, .dataset))"
        case .noRequestsHere(let reason, let contact):
            """
            \(c(reason)) \
            \(contact.map { "Ask \($0)." } ?? "\(c.key(.open, in: .basket)) on a dataset shows whom to ask.")
            """
        case .sentBefore(let submission, let asked):
            """
            A request for the same datasets \
            \(submission.phase == .submitted ? "was submitted" : "was about to be submitted") from here on \
            \(c.day(submission.time))\(submission.application.map { ", as \($0.rawValue)" } ?? ""): \
            \(asked ? "the portal does not show it yet, and it may still arrive" : "the portal could not be asked what became of it"). \
            Make another one besides?
            """
        }
    }
}
