import FoundationEssentials

extension AppState {
    /// Opens the dataset under the cursor: what the list knows at once, the rest as it comes.
    mutating func openSelected() -> [Effect] {
        guard let dataset = browser.selectedDataset else { return sayWhyNotOpened() }
        browser.focus = .detail
        if let shown = browser.detail, shown.id == dataset.id, shown.detail != nil || shown.pending != nil { return [] }
        return load(dataset.id, summary: dataset)
    }

    private mutating func sayWhyNotOpened() -> [Effect] {
        switch browser.results[browser.selection] {
        case .unreadable(_, let reason): show(.warning, "The portal's record cannot be read: \(reason)")
        case .dataset, nil: show(.information, "This one is not fetched yet.")
        }
    }

    /// Opens a dataset from elsewhere (the basket).
    mutating func openDataset(_ id: DatasetID) -> [Effect] {
        screen = .browser
        browser.focus = .detail
        return load(id, summary: nil)
    }

    private mutating func load(_ id: DatasetID, summary: DatasetSummary?) -> [Effect] {
        var dataset = DatasetState(id: id, summary: summary)
        scrollLimit = Self.unmeasured
        if let tab = browser.detail?.tab { dataset.tab = tab }
        if let known = browser.fetched.first(where: { $0.summary.id == id }) {
            dataset.detail = known
            browser.detail = dataset
            return []
        }
        let read = nextRead(.dataset)
        dataset.pending = Pending(id: read, since: now)
        browser.detail = dataset
        return [.loadDataset(read, id)] + tick()
    }

    /// On a wide screen the detail follows the cursor once it rests.
    func restPreview() -> [Effect] {
        guard terminal.isWide, browser.focus == .list, let dataset = browser.selectedDataset,
            dataset.id != browser.detail?.id
        else { return [] }
        return [.startTimer(.previewRest, milliseconds: 150)]
    }

    mutating func loadPreview() -> [Effect] {
        guard terminal.isWide, browser.focus == .list, let dataset = browser.selectedDataset,
            dataset.id != browser.detail?.id
        else { return [] }
        browser.detail?.tab = .overview
        return load(dataset.id, summary: dataset)
    }

    mutating func datasetAnswered(_ id: ReadID, _ result: Result<DatasetDetail, PortalError>) -> [Effect] {
        guard browser.detail?.pending?.id == id else { return [] }
        browser.detail?.pending = nil
        switch result {
        case .success(let detail):
            scrollLimit = Self.unmeasured
            browser.detail?.detail = detail
            browser.detail?.error = nil
            browser.fetched.removeAll { $0.summary.id == detail.summary.id }
            browser.fetched.append(detail)
            if browser.fetched.count > 50 { browser.fetched.removeFirst() }
            return []
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            browser.detail?.error = error
            return record(error)
        }
    }

    mutating func datasetCommand(_ command: Command) -> [Effect] {
        switch command {
        case .goBack:
            let stopped = stopReads()
            browser.focus = .list
            return stopped + restPreview()
        case .nextTab, .previousTab:
            let tabs = DatasetState.Tab.allCases
            let step = command == .nextTab ? 1 : tabs.count - 1
            let current = browser.detail?.tab.rawValue ?? 0
            browser.detail?.tab = tabs[(current + step) % tabs.count]
            browser.detail?.offset = 0
            // Keys that came with this one are handled before the new text is drawn and measured.
            scrollLimit = Self.unmeasured
        case .moveUp, .moveDown, .pageUp, .pageDown, .moveToStart, .moveToEnd:
            let offset = scrolled(browser.detail?.offset ?? 0, command)
            browser.detail?.offset = offset
        case .addToBasket: return toggleBasket()
        case .copyIdentifier, .copyAddress, .copyContact: return copyFromDataset(command)
        case .refresh:
            guard let id = browser.detail?.id else { return [] }
            browser.fetched.removeAll { $0.summary.id == id }
            return load(id, summary: browser.detail?.summary)
        default: break
        }
        return []
    }

    /// The dataset that a command on the browser means: the open one, else the one under the cursor.
    var datasetInHand: DatasetSummary? {
        if browser.focus == .detail { return browser.detail?.detail?.summary ?? browser.detail?.summary }
        return browser.selectedDataset
    }

    mutating func copyFromDataset(_ command: Command) -> [Effect] {
        guard let dataset = datasetInHand else { return [] }
        let detail = browser.detail?.id == dataset.id ? browser.detail?.detail : nil
        let text: String? =
            switch command {
            case .copyIdentifier: dataset.identifier ?? dataset.id.rawValue
            case .copyAddress: detail?.accessURL
            default: detail?.contacts.lazy.compactMap(\.email).first ?? detail?.contacts.first?.urls.first
            }
        guard let text else {
            return show(.information, detail == nil ? "Open the dataset first: ↵." : "This dataset gives no address.")
        }
        return [.copy(text)]
    }
}
