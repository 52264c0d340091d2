/// Asking for a dataset straight from where it is shown, without the way over the basket.
extension AppState {
    var datasetRequestAvailability: Availability {
        if case .unavailable(let reason) = offered(.requests) { return .unavailable(reason: reason) }
        if browser.focus == .list, !browser.marks.isEmpty {
            return .unavailable(reason: .dataset(.marksFirst))
        }
        guard let dataset = datasetInHand else {
            return .unavailable(reason: .dataset(.noDataset))
        }
        return refusal(of: dataset).map { .unavailable(reason: $0) } ?? .available
    }

    /// It is asked before: what is made is a draft at the portal.
    mutating func requestDataset() -> [Effect] {
        guard let dataset = datasetInHand else { return [] }
        overlay = .confirm(
            Confirmation(
                subject: .requestDataset(BasketItem(dataset, added: now)),
                question: .dataset(.ask(title: dataset.title, open: dataset.accessLevel == .open)), word: "ask"))
        return []
    }

    mutating func confirmedRequest(for item: BasketItem) -> [Effect] {
        basket.direct = item
        return [.makeDraftID]
    }
}
