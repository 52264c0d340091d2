import FoundationEssentials

extension AppState {
    /// Opens the dataset under the cursor: what the list knows at once, the rest as it comes.
    mutating func openSelected() -> [Effect] {
        guard let dataset = browser.selectedDataset else { return sayWhyNotOpened() }
        browser.focus = .detail
        browser.trail = []
        browser.openedFrom = nil
        if let shown = browser.detail, shown.id == dataset.id, isFresh(shown) || shown.pending != nil {
            return loadSeries()
        }
        return load(dataset.id, summary: dataset)
    }

    private mutating func sayWhyNotOpened() -> [Effect] {
        switch browser.results[browser.selection] {
        case .unreadable(_, let reason): show(.warning, .dataset(.unreadable(reason: reason)))
        case .dataset, nil: show(.information, .dataset(.notFetched))
        }
    }

    /// Opens a dataset from elsewhere (the basket).
    mutating func openDataset(_ id: DatasetID) -> [Effect] {
        browser.openedFrom = screen == .browser ? browser.openedFrom : screen
        screen = .browser
        browser.focus = .detail
        browser.trail = []
        return load(id, summary: nil)
    }

    private func isFresh(_ dataset: DatasetState) -> Bool {
        dataset.fetchedAt.map { now.timeIntervalSince($0) < AnswerCache.freshness } ?? false
    }

    /// What is known of it is shown; unless it is fresh, the service is asked behind it.
    mutating func load(_ id: DatasetID, summary: DatasetSummary?, anew: Bool = false) -> [Effect] {
        var dataset = DatasetState(id: id, summary: summary)
        scrollLimit = Self.unmeasured
        if let shown = browser.detail, shown.id == id {
            dataset.tab = shown.tab
            dataset.offset = shown.offset
            dataset.members = shown.members
        }
        let known = browser.fetched.first { $0.detail.summary.id == id }
        dataset.detail = known?.detail
        dataset.fetchedAt = known?.at
        if !dataset.tabs.contains(dataset.tab) { dataset.tab = .overview }
        browser.detail = dataset
        if isFresh(dataset), !anew { return loadSeries() }
        // What this run has fetched is no older than what was kept.
        let read = nextRead(.dataset, asksAnew: anew || known != nil)
        browser.detail?.pending = Pending(id: read, since: now)
        return [.read(read, .dataset(id))] + tick() + loadSeries()
    }

    /// On a wide screen the detail follows the cursor once it rests, and the line has carried the list.
    mutating func restPreview(after milliseconds: Int = 150) -> [Effect] {
        guard terminal.isWide, browser.focus == .list, let dataset = browser.selectedDataset,
            dataset.id != browser.detail?.id
        else {
            browser.isPreviewAway = false
            return []
        }
        return [.host(.startTimer(.previewRest, milliseconds: milliseconds))]
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
            show(FetchedDataset(detail, at: now))
            return loadSeries()
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            browser.detail?.error = error
            return record(error)
        }
    }

    mutating func recalled(_ id: ReadID, _ detail: DatasetDetail, _ kept: KeptAnswer) {
        guard browser.detail?.pending?.id == id else { return }
        if kept.isFresh { browser.detail?.pending = nil }
        show(FetchedDataset(detail, at: kept.at))
    }

    /// The place in the text stays.
    private mutating func show(_ fetched: FetchedDataset) {
        scrollLimit = Self.unmeasured
        browser.detail?.detail = fetched.detail
        browser.detail?.fetchedAt = fetched.at
        browser.detail?.error = nil
        browser.fetched.removeAll { $0.detail.summary.id == fetched.detail.summary.id }
        browser.fetched.append(fetched)
        if browser.fetched.count > 50 { browser.fetched.removeFirst() }
    }

    /// The dataset that a command on the browser means: the open one, else the one under the cursor.
    var datasetInHand: DatasetSummary? {
        if browser.focus == .detail, browser.detail?.tab == .members {
            return browser.detail?.members?.selected ?? browser.detail?.detail?.summary ?? browser.detail?.summary
        }
        if browser.focus == .detail { return browser.detail?.detail?.summary ?? browser.detail?.summary }
        return browser.selectedDataset
    }

    /// What can be copied of a dataset.
    enum DatasetPart { case identifier, address, contact }

    mutating func copyFromDataset(_ part: DatasetPart) -> [Effect] {
        guard let dataset = datasetInHand else { return [] }
        let detail = browser.detail?.id == dataset.id ? browser.detail?.detail : nil
        let text: String? =
            switch part {
            case .identifier: dataset.identifier ?? dataset.id.rawValue
            case .address: detail?.accessURL
            case .contact: detail?.contacts.lazy.compactMap(\.email).first ?? detail?.contacts.first?.urls.first
            }
        guard let text else {
            return show(.information, detail == nil ? .dataset(.openFirst) : .dataset(.noAddress))
        }
        return [.host(.copy(text))]
    }
}
