/// Changing a request that is at the service: closing it, and its datasets.
extension AppState {
    /// What the request asks for, and what of the basket it could ask for too.
    func datasetItems(of menu: Menu) -> [MenuItem] {
        guard let application = requests.open?.application else { return [] }
        let asked = application.datasets.map { dataset in
            MenuItem(
                dataset.title.text(in: languages), key: dataset.identifier, note: dataset.identifier,
                isOn: menu.ticked.contains(dataset.identifier))
        }
        let known = Set(asked.map(\.key))
        let others = basket.items.compactMap { item -> MenuItem? in
            guard let identifier = item.identifier, !known.contains(identifier) else { return nil }
            return MenuItem(
                item.title, key: identifier, note: "in the basket", isOn: menu.ticked.contains(identifier))
        }
        return asked + others
    }

    mutating func changeDatasets(of id: ApplicationID, to menu: Menu) -> [Effect] {
        let before = requests.open?.application?.datasets.map(\.identifier) ?? []
        let chosen = items(of: menu).map(\.key).filter(menu.ticked.contains)
        guard !chosen.isEmpty else {
            return show(.warning, "A request asks for one dataset at least: tick one with space.")
        }
        closeOverlay()
        guard Set(chosen) != Set(before) else { return show(.information, "The datasets stay as they are.") }
        return change(id, .datasets(chosen))
    }

    /// The question was answered with the word.
    mutating func change(_ id: ApplicationID, _ change: RequestChange) -> [Effect] {
        requests.changing[id] = change
        return [.write(.changeRequest(id, change))]
    }

    mutating func requestChanged(_ id: ApplicationID, _ change: RequestChange, _ failure: PortalError?) -> [Effect] {
        requests.changing[id] = nil
        let fresh = refreshRequestsAnew()
        if let failure {
            let kept =
                failure.outcomeIsUnknown
                ? "Whether it was done is shown as soon as the portal answers." : "Nothing was changed."
            return show(failure, kept: kept) + fresh
        }
        switch change {
        case .close: return closed(id) + fresh
        case .datasets(let identifiers):
            let used = basket.items.filter { $0.identifier.map(identifiers.contains) == true }
            guard !used.isEmpty else {
                return show(.success, "The datasets of request \(id.rawValue) are changed.") + fresh
            }
            basket.items.removeAll { item in used.contains { $0.id == item.id } }
            moveBasket(nil)
            return [keepBasket()] + show(.success, "The datasets of request \(id.rawValue) are changed.") + fresh
        }
    }

    /// One's own closing is no news, and its draft here has nothing left to do.
    private mutating func closed(_ id: ApplicationID) -> [Effect] {
        requests.seen[id] = .closed
        let drafts = requests.drafts.filter { $0.application == id && requests.heldElsewhere[$0.id] == nil }
        requests.drafts.removeAll { draft in drafts.contains { $0.id == draft.id } }
        return drafts.map { .disk(.discardDraft($0.id)) } + [.disk(.keepSeen(requests.seen))]
            + show(.success, "Request \(id.rawValue) is closed.")
    }

    /// What is under way was asked before the change: it is asked again.
    private mutating func refreshRequestsAnew() -> [Effect] {
        requests.pending = nil
        requests.open?.pending = nil
        return refreshRequests()
    }
}
