import FoundationEssentials

extension BrowserState {
    /// Shows the results of the run before until newer ones are there.
    mutating func restore(_ stored: StoredResults) {
        query = stored.query
        // Whether somebody is signed in whom the network would answer is not known yet.
        query.facets.removeAll(where: \.isOfBeacon)
        query.includeBeacon = false
        searchField = TextBuffer(stored.query.text)
        results.query = stored.query
        results.total = stored.page.countedTotal
        results.pages = [0: stored.page.results]
        results.fetchedAt = stored.at
        results.isStale = true
        results.isKept = true
        facets.update(counted: stored.page.filters, for: stored.query)
    }
}

extension AppState {
    /// The order that the results are in, nil for the catalogue's own. By relevance means nothing where no words were
    /// looked for.
    public var orderOfResults: SearchSort? {
        browser.query.text.isEmpty && browser.query.sort == .relevance ? nil : browser.query.sort
    }

    /// In which order datasets come that no words were looked for of.
    public var isNewestFirst: Bool { (profile?.capabilities ?? Capabilities()).isNewestFirst }

    /// Asks for the first page of the query; what was asked for before is cancelled.
    mutating func runSearch(anew: Bool = false) -> [Effect] {
        var effects = browser.results.pending.keys.filter { $0 != 0 }.sorted()
            .map { Effect.cancelRead(.results(page: $0)) }
        let id = nextRead(.results(page: 0), asksAnew: anew)
        browser.results.pending = [0: Pending(id: id, since: now)]
        browser.opensFound = nil
        effects.append(.read(id, .search(browser.query, start: 0, rows: ResultList.pageSize)))
        return effects + tick() + [.host(.stopTimer(.searchDebounce))]
    }

    /// Asks when the hand rests for a moment, and at once where answers come as fast as letters do.
    func searchSoon() -> [Effect] {
        let isFast = browser.answersTake.map { $0 <= 0.05 } ?? false
        return [.host(.startTimer(.searchDebounce, milliseconds: isFast ? 0 : 150))]
    }

    mutating func loadFilters(anew: Bool = false) -> [Effect] {
        let id = nextRead(.filters, asksAnew: anew)
        browser.facets.pending = Pending(id: id, since: now)
        return [.read(id, .filters)]
    }

    mutating func searchAnswered(_ id: ReadID, _ result: Result<SearchPage, PortalError>) -> [Effect] {
        guard case .results(let page) = id.slot, let pending = browser.results.pending[page], pending.id == id else {
            return []
        }
        browser.results.pending[page] = nil
        switch result {
        case .success(let answer):
            return page == 0 ? accept(answer, since: pending.since) : accept(answer, page: page)
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            browser.results.error = error
            // A further page that does not come makes what is there no older.
            if page == 0 { browser.results.isStale = true }
            return record(error) + (page == 0 ? offerMirror(after: error) : [])
        }
    }

    /// An earlier answer to a search. A further page takes its place in the list that is shown.
    mutating func recalled(_ id: ReadID, _ answer: SearchPage, _ kept: KeptAnswer) -> [Effect] {
        guard case .results(let page) = id.slot, let pending = browser.results.pending[page], pending.id == id else {
            return []
        }
        if kept.isFresh { browser.results.pending[page] = nil }
        guard page == 0 else { return accept(answer, page: page) }
        let isShown = browser.results.query == browser.query && browser.results.fetchedAt.map { $0 >= kept.at } == true
        if isShown, !kept.isFresh { return [] }
        show(answer, fetchedAt: kept.at)
        browser.results.isKept = true
        browser.results.isStale = !kept.isFresh
        guard !kept.isFresh else { return ensurePages() + restPreview() + openFound() }
        // The further pages come with the answer that is under way.
        browser.results.pending[0] = pending
        return restPreview()
    }

    /// A new search has come in.
    private mutating func accept(_ answer: SearchPage, since: Date) -> [Effect] {
        show(answer, fetchedAt: answer.mirrored == nil ? now : answer.mirrored?.checkedAt)
        browser.results.duration = now.timeIntervalSince(since)
        browser.answersTake = browser.results.duration
        return ensurePages() + restPreview() + openFound()
    }

    /// The dataset that was looked for by its name: by what access management knows it, or the catalogue's own.
    private mutating func openFound() -> [Effect] {
        guard let name = browser.opensFound else { return [] }
        browser.opensFound = nil
        let found = browser.results.pages[0]?.firstIndex {
            guard case .dataset(let dataset) = $0 else { return false }
            return dataset.identifier == name || dataset.id.rawValue == name
        }
        guard let found else { return show(.information, .frequencies(.notListed(dataset: name))) }
        browser.selection = found
        moveBrowser(nil)
        return openSelected()
    }

    /// Puts the first page of a list in the place of the list that is shown. The cursor and what is in sight stay when
    /// it answers the same query: its further pages are shown as they were until they are asked for again.
    private mutating func show(_ answer: SearchPage, fetchedAt: Date?) {
        let before = browser.results
        let isSameQuery = before.query == browser.query
        var results = ResultList()
        results.query = browser.query
        results.total = answer.countedTotal
        results.pages = [0: answer.results]
        results.fetchedAt = fetchedAt
        results.beaconError = answer.beaconError
        results.mirrored = answer.mirrored
        if isSameQuery {
            for (page, rows) in before.pages where page > 0 && page * ResultList.pageSize < results.total {
                results.pages[page] = rows
                results.outdated.insert(page)
            }
        }
        browser.results = results
        // The first list: nothing was beside it before.
        if before.total == 0 { browser.isPreviewAway = terminal.isWide }
        if !answer.filters.isEmpty {
            browser.facets.update(counted: answer.filters, for: browser.query)
            if browser.entry.completion != nil { browser.renewCompletion() }
        }
        if !isSameQuery {
            browser.selection = 0
            browser.top = 0
            browser.markAnchor = nil
        }
        moveBrowser(nil)
    }

    /// A further page of the list has come in.
    private mutating func accept(_ answer: SearchPage, page: Int) -> [Effect] {
        browser.results.pages[page] = answer.results
        browser.results.outdated.remove(page)
        browser.results.total = answer.countedTotal
        if !browser.results.isStale { browser.results.error = nil }
        moveBrowser(nil)
        return ensurePages() + restPreview()
    }

    mutating func moveBrowser(_ movement: Movement?) {
        var position = ListPosition(selection: browser.selection, top: browser.top)
        position.move(movement, count: browser.results.total, visible: browserLayout.visibleResults)
        browser.selection = position.selection
        browser.top = position.top
    }

    mutating func showFacets() -> [Effect] {
        browser.focus = .facets
        browser.facets.isOpen = true
        browser.facets.clamp()
        if browser.facets.filters.isEmpty, browser.facets.pending == nil { return loadFilters() }
        return loadMissingValues()
    }

    mutating func refreshSearch() -> [Effect] {
        runSearch(anew: true) + (browser.facets.error == nil ? [] : loadFilters(anew: true))
    }

    /// From wherever datasets are to the line above their list.
    mutating func beginSearch() -> [Effect] {
        screen = .browser
        browser.openedFrom = nil
        browser.focus = .search
        // What was searched for before stays until something else is typed.
        browser.searchField.selectAll()
        return []
    }

    /// Esc goes up: stops what loads, else clears the search, else drops the marks.
    mutating func leaveOrClear() -> [Effect] {
        if browser.focus == .search {
            if closeCompletion() { return [] }
            browser.focus = .list
            return clearSearchText()
        }
        let stopped = stopReads()
        if !stopped.isEmpty { return stopped + show(.information, Self.stoppedNote) }
        if !browser.query.text.isEmpty { return clearSearchText() }
        browser.dropMarks()
        return []
    }

    private mutating func clearSearchText() -> [Effect] {
        browser.searchField = TextBuffer()
        browser.entry = LineEntry()
        guard !browser.query.text.isEmpty else { return [] }
        browser.query.text = ""
        return runSearch()
    }

    mutating func toggleMark() -> [Effect] {
        guard let dataset = browser.selectedDataset else { return [] }
        if !browser.marks.remove(dataset.id) {
            browser.marks.insert(dataset)
            browser.markAnchor = browser.selection
        }
        moveBrowser(.down)
        return ensurePages() + restPreview()
    }

    /// Marks from the anchor to the cursor, as far as the results have been fetched.
    mutating func markRange() -> [Effect] {
        guard let anchor = browser.markAnchor else { return [] }
        let range = min(anchor, browser.selection)...max(anchor, browser.selection)
        var missing = 0
        for index in range {
            switch browser.results[index] {
            case .dataset(let dataset): browser.marks.insert(dataset)
            case .unreadable: break
            case nil: missing += 1
            }
        }
        guard missing > 0 else { return [] }
        return show(.warning, .search(.notFetched(count: missing)))
    }
}

extension SearchPage {
    fileprivate var countedTotal: Int { min(max(0, total), ResultList.greatestTotal) }
}
