/// Asking for a dataset straight from where it is shown, without the way over the basket.
extension AppState {
    var datasetRequestAvailability: Availability {
        if case .unavailable(let reason) = offered(.requests) { return .unavailable(reason: reason) }
        if browser.focus == .list, !browser.marks.isEmpty {
            return .unavailable(reason: "b puts what is marked into the basket; 2 and n there ask for all of it.")
        }
        guard let dataset = datasetInHand else {
            return .unavailable(reason: "There is no dataset under the cursor.")
        }
        return refusal(of: dataset).map { .unavailable(reason: $0) } ?? .available
    }

    /// It is asked before: what is made is a draft at the portal.
    mutating func requestDataset() -> [Effect] {
        guard let dataset = datasetInHand else { return [] }
        let isOpen = dataset.accessLevel == .open ? " Its access is open: it may be had without asking." : ""
        overlay = .confirm(
            Confirmation(
                subject: .requestDataset(BasketItem(dataset, added: now)),
                question: "Ask for access to “\(dataset.title)” now? A draft is made; nothing is submitted before you "
                    + "say so.\(isOpen)", word: "ask"))
        return []
    }

    mutating func confirmedRequest(for item: BasketItem) -> [Effect] {
        basket.direct = item
        return [.makeDraftID]
    }
}
