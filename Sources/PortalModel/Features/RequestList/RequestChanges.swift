/// Changing a request that is at the service: closing it, and its datasets.
extension AppState {
    /// What the request asks for, and what of the basket it could ask for too.
    func datasetItems(of menu: Menu) -> [MenuItem] {
        guard let application = requests.open?.application else { return [] }
        let asked = application.datasets.map { dataset in
            MenuItem(
                .verbatim(dataset.title.text(in: languages)), key: dataset.identifier,
                note: .verbatim(dataset.identifier),
                isOn: menu.ticked.contains(dataset.identifier))
        }
        let known = Set(asked.map(\.key))
        let others = basket.items.compactMap { item -> MenuItem? in
            guard let identifier = item.identifier, !known.contains(identifier) else { return nil }
            return MenuItem(
                .verbatim(item.title), key: identifier, note: .requests(.inBasket),
                isOn: menu.ticked.contains(identifier))
        }
        return asked + others
    }

    mutating func changeDatasets(of id: ApplicationID, to menu: Menu) -> [Effect] {
        let before = requests.open?.application?.datasets.map(\.identifier) ?? []
        let chosen = items(of: menu).map(\.key).filter(menu.ticked.contains)
        guard !chosen.isEmpty else {
            return show(.warning, .requests(.oneDatasetAtLeast))
        }
        closeOverlay()
        guard Set(chosen) != Set(before) else { return show(.information, .requests(.datasetsStay)) }
        return change(id, .datasets(chosen))
    }

    /// The question was answered with the word.
    mutating func change(_ id: ApplicationID, _ change: RequestChange) -> [Effect] {
        requests.changing[id] = change
        return [.write(.changeRequest(id, change))]
    }

    mutating func requestChanged(_ id: ApplicationID, _ change: RequestChange, _ failure: PortalError?) -> [Effect] {
        requests.changing[id] = nil
        let named = failure.map { $0.naming(titles: titles(of: change, to: id)) }
        let fresh = refreshRequestsAnew()
        if let failure = named {
            let kept: Message =
                failure.outcomeIsUnknown
                ? .requests(.shownWhenAnswered) : .requests(.nothingChanged)
            return show(failure, kept: kept) + fresh
        }
        switch change {
        case .close: return closed(id) + fresh
        case .datasets(let identifiers):
            let used = basket.items.filter { $0.identifier.map(identifiers.contains) == true }
            guard !used.isEmpty else {
                return show(.success, .requests(.datasetsChanged(number: id.rawValue))) + fresh
            }
            basket.items.removeAll { item in used.contains { $0.id == item.id } }
            moveBasket(nil)
            return [keepBasket()] + show(.success, .requests(.datasetsChanged(number: id.rawValue))) + fresh
        }
    }

    /// Of the datasets that were to be asked for: the request's own, and those that come from the basket.
    private func titles(of change: RequestChange, to id: ApplicationID) -> [String] {
        guard case .datasets(let identifiers) = change else { return [] }
        let open = requests.open?.id == id ? requests.open?.application : nil
        return identifiers.map { identifier in
            let asked = open?.datasets.first { $0.identifier == identifier }?.title.text(in: languages)
            let title = asked ?? basket.items.first { $0.identifier == identifier }?.title
            return title.flatMap { $0.isEmpty ? nil : $0 } ?? identifier
        }
    }

    /// One's own closing is no news, and its draft here has nothing left to do.
    private mutating func closed(_ id: ApplicationID) -> [Effect] {
        requests.seen[id] = .closed
        let drafts = requests.drafts.filter { $0.application == id && requests.heldElsewhere[$0.id] == nil }
        requests.drafts.removeAll { draft in drafts.contains { $0.id == draft.id } }
        return drafts.map { .disk(.discardDraft($0.id)) } + [.disk(.keepSeen(requests.seen))]
            + show(.success, .requests(.closed(number: id.rawValue)))
    }

    /// What is under way was asked before the change: it is asked again.
    private mutating func refreshRequestsAnew() -> [Effect] {
        requests.pending = nil
        requests.open?.pending = nil
        return refreshRequests()
    }
}
