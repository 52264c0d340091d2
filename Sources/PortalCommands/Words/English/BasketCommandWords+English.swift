import PortalModel
import PortalViews
import TerminalCanvas

extension BasketCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .isEmpty: "The basket is empty."
        case .series(let id, let count): "\(id) is a series: \(count) of its datasets go into the basket."
        case .notPut(let id, let reason): "Not put into the basket: \(id) \(reason.english)."
        case .notInBasket(let id): "\(id) is not in the basket; nothing was changed."
        case .nameDatasets: "The basket is empty: name the datasets with --dataset ID."
        case .tooMany(let limit, let count):
            "This portal takes \(limit == 1 ? "one dataset" : "\(limit) datasets") in a request, not \(count)."
        case .noRequests(let reason, nil): c(reason)
        case .noRequests(let reason, .some(let ask)):
            "\(c(reason)) Ask for “\(ask.title)” here: \(ask.places.joined(separator: "; "))"
        case .atProvider(let id, .address(let address)): "Access to \(id) is asked for at its provider: \(address)"
        case .atProvider(let id, let place):
            "Access to \(id) is asked for at its provider. \(c(ProviderWords.instead(place)))"
        case .seriesIsNoDataset(let id):
            """
            \(id) is a series: access is asked for its datasets. portal search --series \(id) lists them, portal basket \
            add \(id) takes those that can be asked for.
            """
        case .noIdentifier(let id): "\(id) has no identifier: it cannot be requested here."
        }
    }
}

extension BasketCommandWords.NotRequested {
    fileprivate var english: String {
        switch self {
        case .isSeries: "is a series itself"
        case .governedElsewhere: "is governed by its provider: portal show says where to ask"
        case .noIdentifier: "has no identifier that access could be asked with"
        }
    }
}
