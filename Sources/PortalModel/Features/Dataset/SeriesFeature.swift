import FoundationEssentials

/// A series and its datasets: a list on the series' own page, and the way back from each of them.
extension AppState {
    /// The datasets of the series that is open, asked for once it is looked at.
    mutating func loadSeries() -> [Effect] {
        guard browser.focus == .detail, let shown = browser.detail,
            let summary = shown.detail?.summary ?? shown.summary,
            summary.isSeries, shown.members == nil, offered(.series).isAvailable
        else { return [] }
        browser.detail?.members = SeriesList()
        return loadFurtherMembers(of: summary.title)
    }

    private mutating func loadFurtherMembers(of title: String) -> [Effect] {
        let id = nextRead(.series, asksAnew: true)
        browser.detail?.members?.pending = Pending(id: id, since: now)
        let query = SearchQuery(facets: [.series(title)], sort: .titleAscending)
        let start = browser.detail?.members?.answered ?? 0
        return [.read(id, .search(query, start: start, rows: Self.membersAtOnce))]
    }

    private static let membersAtOnce = 200
    /// Of what no series has: a service that never comes to an end, or gives one at a time, is left.
    private static let mostPages = 25

    mutating func seriesAnswered(_ id: ReadID, _ result: Result<SearchPage, PortalError>) -> [Effect] {
        guard var list = browser.detail?.members, list.pending?.id == id else { return [] }
        list.pending = nil
        switch result {
        case .success(let page):
            let known = Set(list.datasets.map(\.id))
            list.datasets += page.results.compactMap(\.dataset).filter { !known.contains($0.id) }
            list.answered += page.results.count
            list.pages += 1
            list.total = max(page.total, 0)
            list.error = nil
            browser.detail?.members = list
            guard !page.results.isEmpty, list.answered < page.total, list.pages < Self.mostPages,
                let title = (browser.detail?.detail?.summary ?? browser.detail?.summary)?.title
            else { return [] }
            return loadFurtherMembers(of: title)
        case .failure(let error):
            list.error = error.kind == .cancelled ? nil : error
            browser.detail?.members = list
            return record(error)
        }
    }

    /// The dataset of the series under the cursor, or what the dataset is part of.
    mutating func openInSeries() -> [Effect] {
        guard browser.detail?.tab == .members else { return openPartOf() }
        return browser.detail?.members?.selected.map { open($0.id, summary: $0) } ?? []
    }

    mutating func toggleMarkInSeries() -> [Effect] {
        guard let dataset = browser.detail?.members?.selected else { return [] }
        if !browser.marks.remove(dataset.id) { browser.marks.insert(dataset) }
        moveMembers(.down)
        return []
    }

    mutating func moveMembers(_ movement: Movement) {
        guard var list = browser.detail?.members else { return }
        var position = ListPosition(selection: list.selection, top: list.top)
        position.move(movement, count: list.datasets.count, visible: max(browserLayout.detailText.rows, 1))
        list.selection = position.selection
        list.top = position.top
        browser.detail?.members = list
    }

    /// Opens a dataset from the one that is open: back leads there again.
    private mutating func open(_ id: DatasetID, summary: DatasetSummary?) -> [Effect] {
        let stopped = stopReads()
        if let shown = browser.detail { browser.trail.append(shown) }
        browser.detail?.tab = .overview
        return stopped + load(id, summary: summary)
    }

    private mutating func openPartOf() -> [Effect] {
        guard let shown = browser.detail, let whole = shown.detail?.partOf, let first = whole.first else {
            return show(.information, .dataset(.partOfNone))
        }
        guard whole.count > 1 else { return open(first.id, summary: nil) }
        overlay = .menu(Menu(.partOf(shown.id)))
        return []
    }

    mutating func openPartOf(_ index: Int) -> [Effect] {
        closeOverlay()
        guard let whole = browser.detail?.detail?.partOf, whole.indices.contains(index) else { return [] }
        return open(whole[index].id, summary: nil)
    }

    // MARK: - Into the basket

    /// Of a series as a whole; nil where something else goes into the basket.
    mutating func offerSeries() -> [Effect]? {
        guard let shown = browser.detail, let summary = shown.detail?.summary ?? shown.summary, summary.isSeries,
            shown.tab != .members || shown.members?.selected == nil
        else { return nil }
        if case .unavailable(let reason) = offered(.series) { return show(.warning, reason) }
        guard let list = shown.members, list.pending == nil, list.error == nil else {
            return loadSeries() + show(.information, .dataset(.seriesFetching))
        }
        guard !askable(in: list).isEmpty else {
            return show(.warning, .dataset(.nothingAskable))
        }
        overlay = .menu(Menu(.series(shown.id)))
        return []
    }

    private func askable(in list: SeriesList) -> [DatasetSummary] { list.datasets.filter { refusal(of: $0) == nil } }

    var seriesItems: [MenuItem] {
        guard let list = browser.detail?.members else { return [] }
        let askable = askable(in: list).count
        let others = list.datasets.count - askable
        return [
            MenuItem(.dataset(.putAll(count: askable)), note: others == 0 ? nil : .dataset(.notAskable(count: others))),
            MenuItem(.dataset(.lookFirst)),
        ]
    }

    mutating func chooseForSeries(_ index: Int) -> [Effect] {
        closeOverlay()
        guard index == 0, let list = browser.detail?.members else {
            browser.detail?.tab = .members
            return []
        }
        return putIntoBasket(askable(in: list))
    }
}
