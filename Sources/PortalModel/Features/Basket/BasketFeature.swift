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
        var refusals: [String] = []
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
        let note = isOpen ? " Its access is open: it may be had without asking." : ""
        var effects: [Effect] = added > 0 ? [keepBasket()] : []
        if let refusal = refusals.first {
            let others = refusals.count > 1 ? " (and \(refusals.count - 1) more)" : ""
            effects += show(.warning, refusal + others)
        } else if added > 0 {
            effects += show(.success, added == 1 ? "In the basket." + note : "\(added) datasets put into the basket.")
        } else {
            effects += show(.information, "They are in the basket already.")
        }
        return effects
    }

    /// Why a dataset cannot be requested here.
    func refusal(of dataset: DatasetSummary) -> String? {
        if dataset.isExternallyGoverned {
            let url = browser.fetched.first { $0.detail.summary.id == dataset.id }?.detail.accessURL
            let place = url.map { " at \($0)" } ?? "; ↵ shows the address"
            return "“\(dataset.title)” is governed by its provider: ask for access there\(place)."
        }
        if dataset.isSeries {
            return "“\(dataset.title)” is a series: ↵ opens it, and b there puts its datasets into the basket."
        }
        guard let identifier = dataset.identifier, !identifier.isEmpty else {
            return "“\(dataset.title)” has no identifier that access could be asked with."
        }
        return nil
    }

    mutating func remove(_ ids: Set<DatasetID>) -> [Effect] {
        basket.lastRemoved = basket.items.filter { ids.contains($0.id) }
        basket.lastOrder = basket.items.map(\.id)
        basket.items.removeAll { ids.contains($0.id) }
        moveBasket(nil)
        return [keepBasket()]
            + show(.information, "Taken out of the basket. u in the basket puts it back.")
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
        let words = back.count == 1 ? first.title : "\(back.count) datasets"
        return [keepBasket()] + show(.success, "Put back: \(words)")
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
            failure, kept: "The basket is kept while the program runs.", next: "It is written again at the next change."
        )
    }
}
