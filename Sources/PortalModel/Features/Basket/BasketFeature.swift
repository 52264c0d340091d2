import FoundationEssentials

extension AppState {
    /// Puts the marked datasets, or the one in hand, into the basket; takes the one in hand out when it is in.
    mutating func toggleBasket() -> [Effect] {
        let isAmongMembers = browser.focus == .detail && browser.detail?.tab == .members
        let marked = browser.focus == .detail && !isAmongMembers ? [] : browser.marks.datasets
        if marked.isEmpty, let dataset = datasetInHand, basket.contains(dataset.id) {
            return remove([dataset.id])
        }
        let candidates = marked.isEmpty ? [datasetInHand].compactMap { $0 } : marked
        return putIntoBasket(candidates)
    }

    mutating func putIntoBasket(_ candidates: [DatasetSummary]) -> [Effect] {
        var added = 0
        var refusals: [Message] = []
        for dataset in candidates where !basket.contains(dataset.id) {
            if let reason = refusal(of: dataset) {
                refusals.append(reason)
                continue
            }
            basket.items.append(BasketItem(dataset, added: now))
            added += 1
        }
        browser.dropMarks()
        let isOpen = candidates.allSatisfy { $0.accessLevel == .open }
        var effects: [Effect] = added > 0 ? [keepBasket()] : []
        if let refusal = refusals.first {
            let others = refusals.count - 1
            effects += show(.warning, others == 0 ? refusal : .basket(.andMore(refusal: refusal, others: others)))
        } else if added > 0 {
            effects += show(.success, .basket(.added(count: added, open: isOpen)))
        } else {
            effects += show(.information, .basket(.alreadyIn))
        }
        return effects
    }

    /// Why a dataset cannot be requested here.
    func refusal(of dataset: DatasetSummary) -> Message? {
        if dataset.isExternallyGoverned {
            let known = browser.fetched.first { $0.detail.summary.id == dataset.id }?.detail
            return .basket(
                .governedElsewhere(title: dataset.title, known?.placeToAsk(helpdesk: profile?.helpdesk)))
        }
        if dataset.isSeries {
            return .basket(.isSeries(title: dataset.title))
        }
        guard let identifier = dataset.identifier, !identifier.isEmpty else {
            return .basket(.noIdentifier(title: dataset.title))
        }
        return nil
    }

    mutating func remove(_ ids: Set<DatasetID>) -> [Effect] {
        basket.lastRemoved = basket.items.filter { ids.contains($0.id) }
        basket.lastOrder = basket.items.map(\.id)
        basket.items.removeAll { ids.contains($0.id) }
        moveBasket(nil)
        return [keepBasket()]
            + show(.information, .basket(.takenOut))
    }

    /// Each goes to where it was, as far as what stood around it is still there.
    mutating func putBack() -> [Effect] {
        let back = basket.lastRemoved.filter { !basket.contains($0.id) }
        basket.lastRemoved = []
        guard let first = back.first else { return [] }
        let places = Dictionary(zip(basket.lastOrder, 0...)) { first, _ in first }
        for item in back {
            let place = places[item.id] ?? .max
            let next = basket.items.firstIndex { (places[$0.id] ?? .max) > place }
            basket.items.insert(item, at: next ?? basket.items.count)
        }
        basket.selection = basketLines.items.firstIndex { $0.id == first.id } ?? basket.selection
        moveBasket(nil)
        return [keepBasket()] + show(.success, .basket(.putBack(title: first.title, count: back.count)))
    }

    /// The cursor goes from dataset to dataset; what is in sight is counted in lines, headings among them.
    mutating func moveBasket(_ movement: Movement?) {
        let (lines, visible) = (basketLines, BasketLayout(layout).visibleItems)
        var position = ListPosition(selection: basket.selection, top: 0)
        position.move(movement, count: basket.items.count, visible: visible)
        basket.selection = position.selection
        basket.top = lines.top(showing: basket.selection, from: basket.top, visible: visible)
    }

    /// To be carried out after every change: what is called kept is what the disk has confirmed.
    mutating func keepBasket() -> Effect {
        basket.writing += 1
        return .disk(.keepBasket(basket.items))
    }

    mutating func basketKept(_ failure: PortalError?) -> [Effect] {
        basket.writing = max(0, basket.writing - 1)
        basket.saveError = failure
        guard let failure else { return [] }
        return show(
            failure, kept: .basket(.keptInMemory), next: .basket(.writtenAgain)
        )
    }
}
