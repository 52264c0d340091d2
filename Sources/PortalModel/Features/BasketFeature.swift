import FoundationEssentials

extension AppState {
    /// Puts the marked datasets, or the one in hand, into the basket; takes the one in hand out when it is in.
    mutating func toggleBasket() -> [Effect] {
        let marked = browser.focus == .detail ? [] : browser.marks.datasets
        if marked.isEmpty, let dataset = datasetInHand, basket.contains(dataset.id) {
            return remove([dataset.id])
        }
        let candidates = marked.isEmpty ? [datasetInHand].compactMap { $0 } : marked
        var added = 0
        var refusals: [String] = []
        for dataset in candidates where !basket.contains(dataset.id) {
            if let reason = refusal(of: dataset) {
                refusals.append(reason)
                continue
            }
            basket.items.append(
                BasketItem(
                    id: dataset.id, identifier: dataset.identifier, title: dataset.title,
                    publisher: dataset.publishers.first, added: now))
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
    private func refusal(of dataset: DatasetSummary) -> String? {
        if dataset.isExternallyGoverned {
            let url = browser.fetched.first { $0.detail.summary.id == dataset.id }?.detail.accessURL
            let place = url.map { " at \($0)" } ?? "; ↵ shows the address"
            return "“\(dataset.title)” is governed by its provider: ask for access there\(place)."
        }
        if dataset.isSeries {
            return "“\(dataset.title)” is a series: put its datasets into the basket instead."
        }
        guard let identifier = dataset.identifier, !identifier.isEmpty else {
            return "“\(dataset.title)” has no identifier that access could be asked with."
        }
        return nil
    }

    mutating func remove(_ ids: Set<DatasetID>) -> [Effect] {
        basket.lastRemoved = basket.items.filter { ids.contains($0.id) }
        basket.items.removeAll { ids.contains($0.id) }
        moveBasket(.redraw)
        return [keepBasket()]
            + show(.information, "Taken out of the basket. u in the basket puts it back.")
    }

    mutating func moveBasket(_ command: Command) {
        var position = ListPosition(selection: basket.selection, top: basket.top)
        position.move(command, count: basket.items.count, visible: BasketLayout(layout).visibleItems)
        basket.selection = position.selection
        basket.top = position.top
    }

    mutating func basketCommand(_ command: Command) -> [Effect] {
        switch command {
        case .moveUp, .moveDown, .pageUp, .pageDown, .moveToStart, .moveToEnd: moveBasket(command)
        case .open: return openDataset(basket.items[basket.selection].id)
        case .removeFromBasket: return remove([basket.items[basket.selection].id])
        case .undoRemove:
            let back = basket.lastRemoved.filter { !basket.contains($0.id) }
            basket.items += back
            basket.lastRemoved = []
            return [keepBasket()]
        case .newRequest: return [.makeDraftID]
        case .goBack: screen = .browser
        default: break
        }
        return []
    }

    /// The basket becomes a draft. It stays in the basket until the portal has made the application.
    mutating func openNewDraft(_ id: DraftID) -> [Effect] {
        guard !basket.items.isEmpty else { return [] }
        let items = itemsForRequest
        let draft = Draft(id: id, datasets: items, created: now, modified: now)
        // The key was pressed twice, or whether the portal made the first one is not known yet.
        let begun = requests.drafts.first { other in
            other.application == nil && Set(other.identifiers) == Set(draft.identifiers)
        }
        if let begun {
            return openWizard(on: begun) + show(.information, "This request was begun before: it goes on here.")
        }
        let effects = openWizard(on: draft, isNew: true)
        guard items.count < basket.items.count else { return effects }
        return effects
            + show(.information, "This portal takes one dataset in a request: the others stay in the basket.")
    }

    /// The whole basket, or as much as the portal takes in one request, from the cursor on.
    private var itemsForRequest: [BasketItem] {
        guard let limit = profile?.capabilities.datasetsPerRequest, limit < basket.items.count else {
            return basket.items
        }
        let first = max(0, min(basket.selection, basket.items.count - limit))
        return Array(basket.items[first..<first + limit])
    }

    /// To be carried out after every change: what is called kept is what the disk has confirmed.
    mutating func keepBasket() -> Effect {
        basket.writing += 1
        return .keepBasket(basket.items)
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
