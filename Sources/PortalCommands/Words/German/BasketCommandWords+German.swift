import PortalModel
import PortalViews
import TerminalCanvas

extension BasketCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .isEmpty: "Der Korb ist leer."
        case .series(let id, let count):
            "\(id) ist eine Serie: \(count) ihrer Datensätze \(count == 1 ? "kommt" : "kommen") in den Korb."
        case .notPut(let id, let reason): "Nicht in den Korb gelegt: \(id) \(reason.german)."
        case .notInBasket(let id): "\(id) ist nicht im Korb; nichts wurde geändert."
        case .nameDatasets: "Der Korb ist leer: die Datensätze mit --dataset ID nennen."
        case .tooMany(let limit, let count):
            """
            Dieses Portal nimmt \(limit == 1 ? "einen Datensatz" : "\(limit) Datensätze") in einen Antrag, nicht \(count).
            """
        case .noRequests(let reason, nil): c(reason)
        case .noRequests(let reason, .some(let ask)):
            "\(c(reason)) Nach „\(ask.title)“ hier fragen: \(ask.places.joined(separator: "; "))"
        case .atProvider(let id, .address(let address)): "Zugang zu \(id) wird beim Anbieter beantragt: \(address)"
        case .atProvider(let id, let place):
            "Zugang zu \(id) wird beim Anbieter beantragt. \(c(ProviderWords.instead(place)))"
        case .seriesIsNoDataset(let id):
            """
            \(id) ist eine Serie: Zugang wird für ihre Datensätze beantragt. portal search --series \(id) listet sie \
            auf, portal basket add \(id) nimmt die, die zu beantragen sind.
            """
        case .noIdentifier(let id): "\(id) hat keine Kennung: hier nicht zu beantragen."
        }
    }
}

extension BasketCommandWords.NotRequested {
    fileprivate var german: String {
        switch self {
        case .isSeries: "ist selbst eine Serie"
        case .governedElsewhere: "wird beim Anbieter verwaltet: portal show sagt, wo zu fragen ist"
        case .noIdentifier: "hat keine Kennung, mit der Zugang zu beantragen wäre"
        }
    }
}
