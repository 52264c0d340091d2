import PortalModel
import TerminalCanvas

extension DatasetMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .written(let path): "Written to \(path)."
        case .notWritten: "Nothing was written."
        case .unreadable(let reason): "The portal's record cannot be read: \(c(reason))"
        case .notFetched: "This one is not fetched yet."
        case .openFirst: "Open the dataset first: \(c.key(.open, in: .browserList))."
        case .noAddress: "This dataset gives no address."
        case .marksFirst:
            """
            \(c.key(.addToBasket, in: .browserList)) puts what is marked into the basket; \(c.key(.showBasket)) \
            and \(c.key(.newRequest, in: .basket)) there ask for all of it.
            """
        case .noDataset: "There is no dataset under the cursor."
        case .ask(let title, let open):
            """
            Ask for access to “\(title)” now? A draft is made; nothing is submitted before you say so.\(open ? " Its access is open: it may be had without asking." : "")
            """
        case .partOfNone: "This dataset is part of no other."
        case .seriesFetching: "The datasets of the series are being fetched."
        case .nothingAskable: "The catalogue lists no datasets of this series that can be asked for here."
        case .putAll(let count): "Put its \(c.count(count, .dataset)) into the basket"
        case .notAskable(let count): "\(count) not askable here"
        case .lookFirst: "Look at them first"
        }
    }
}
