import FoundationEssentials

/// Saved searches on the screen: shown, run, named, marked and deleted.
extension AppState {
    mutating func showSavedSearches() -> [Effect] {
        overlay = .savedSearches
        saved.problem = nil
        saved.naming = nil
        return [.searches(.list)]
    }

    mutating func leaveSavedSearches() -> [Effect] {
        // The one that is asked for now is written down when it is answered.
        saved.checking = Array(saved.checking.prefix(1))
        saved.tellsNews = false
        return leaveOverlay()
    }

    /// To the list of datasets, with its line in place of the search that is there.
    mutating func runSavedSearch() -> [Effect] {
        guard let search = saved.selected?.search else { return [] }
        let left = leaveSavedSearches()
        if search.line.isEmpty { return left + searchForAll() }
        return left + self.search(line: search.line)
    }

    private mutating func searchForAll() -> [Effect] {
        screen = .browser
        browser.openedFrom = nil
        browser.focus = .list
        let before = browser.query
        browser.query = SearchQuery()
        browser.searchField = TextBuffer()
        browser.remember(from: before)
        return runSearch()
    }

    // MARK: - Names

    mutating func nameShownSearch() -> [Effect] {
        let line = lineOfSearch
        overlay = .savedSearches
        saved.problem = nil
        // Words say best what a search is for.
        let name = String(browser.query.text.trimmingSpaces.prefix(SavedSearch.longestName)).trimmingSpaces
        saved.naming = SavedSearchesState.Naming(subject: .line(line), name: TextBuffer(name))
        return saved.list == nil ? [.searches(.list)] : []
    }

    mutating func renameSavedSearch() -> [Effect] {
        guard let search = saved.selected?.search else { return [] }
        saved.naming = SavedSearchesState.Naming(subject: .search(search), name: TextBuffer(search.name))
        return []
    }

    mutating func takeSearchName() -> [Effect] {
        guard var naming = saved.naming, !naming.isSaving else { return [] }
        let name = naming.name.text.trimmingSpaces
        let isOther = (saved.list ?? []).contains { listed in
            if case .search(let search) = naming.subject, search.id == listed.search.id { return false }
            return listed.search.name == name
        }
        guard SavedSearch.canBeCalled(name), !isOther else {
            let reason: SavedSearchReason =
                isOther ? .nameTaken(name: name) : .noName(longest: SavedSearch.longestName)
            naming.problem = PortalError(.local, operation: "keeping the search", because: .savedSearch(reason))
            saved.naming = naming
            return []
        }
        naming.isSaving = true
        naming.problem = nil
        saved.naming = naming
        switch naming.subject {
        case .line(let line): return [.searches(.save(name: name, line: line))]
        case .search(let search): return [.searches(.rename(search, name: name))]
        }
    }

    /// Back to the list, or to the datasets where the name was asked for from there.
    mutating func leaveSearchName() -> [Effect] {
        guard let naming = saved.naming else { return leaveOverlay() }
        saved.naming = nil
        if case .line = naming.subject { return leaveOverlay() }
        return []
    }

    // MARK: - Asking the portal

    mutating func checkAllSearches() -> [Effect] {
        saved.failures = [:]
        saved.problem = nil
        return check((saved.list ?? []).map(\.search))
    }

    /// One after the other: a portal is not asked for all of them at once.
    private mutating func check(_ searches: [SavedSearch]) -> [Effect] {
        let isIdle = saved.checking.isEmpty
        for search in searches where !saved.checking.contains(search.id) { saved.checking.append(search.id) }
        return isIdle ? checkNext() : []
    }

    private mutating func checkNext() -> [Effect] {
        while let id = saved.checking.first {
            if let listed = saved.list?.first(where: { $0.search.id == id }) {
                return [.searches(.check(listed.search))]
            }
            saved.checking.removeFirst()
        }
        return []
    }

    /// In the list nothing is asked for again that was asked so many seconds ago.
    private static let secondsBetweenChecks: TimeInterval = 300
    /// At the start, which asks for enough already.
    private static let secondsBetweenStarts: TimeInterval = 3600

    /// What is new is told once the portal was asked, where that was long ago.
    mutating func tellNewsAtStart() -> [Effect] {
        saved.tellsNews = true
        return [.searches(.list)]
    }

    private mutating func tellNews() -> [Effect] {
        guard saved.tellsNews, saved.checking.isEmpty else { return [] }
        saved.tellsNews = false
        let news = saved.withNews
        guard !news.isEmpty, overlay == nil else { return [] }
        let count = NewsCount(
            new: news.reduce(0) { $0 + $1.news.new }, changed: news.reduce(0) { $0 + $1.news.changed })
        return show(.information, .search(.newsOfSearches(count: news.count, news: count)))
    }

    // MARK: - What came of it

    mutating func searchesEvent(_ event: SavedSearchEvent) -> [Effect] {
        switch event {
        case .listed(.success(let list)): return searchesListed(list)
        case .listed(.failure(let error)):
            saved.problem = error
            return record(error)
        case .done(let work, let failure): return searchWorkDone(work, failure)
        }
    }

    private mutating func searchesListed(_ list: [ListedSearch]) -> [Effect] {
        let isFirst = saved.list == nil
        let id = saved.selected?.search.id
        saved.list = list
        saved.selection =
            list.firstIndex { $0.search.id == id } ?? min(saved.selection, max(list.count - 1, 0))
        let isLooking = overlay == .savedSearches && saved.naming == nil || showsNews
        guard isLooking || saved.tellsNews, isFirst || saved.checking.isEmpty else { return [] }
        // What was asked for just now, by whatever program, is not asked for again; nor what failed, unasked.
        let age = isLooking ? Self.secondsBetweenChecks : Self.secondsBetweenStarts
        let old = list.map(\.search).filter {
            now.timeIntervalSince($0.checkedAt) > age && saved.failures[$0.id] == nil
        }
        return check(old) + tellNews()
    }

    private mutating func searchWorkDone(_ work: SavedSearchWork, _ failure: AppAction.Failure?) -> [Effect] {
        switch work {
        case .list: return []
        case .check(let search): return searchChecked(search, failure)
        case .save(let name, _), .rename(_, let name):
            if let failure {
                guard saved.naming?.isSaving == true else { return searchFailed(failure) }
                saved.naming?.isSaving = false
                saved.naming?.problem = failure
                return record(failure)
            }
            // The name may have been left, and another one be typed by now.
            if saved.naming?.isSaving == true {
                saved.naming = nil
                saved.selection = saved.list?.firstIndex { $0.search.name == name } ?? saved.selection
                if case .save = work, overlay == .savedSearches { closeOverlay() }
            }
            return show(.success, .search(searchMessage(of: work, name)))
        case .markSeen(let search):
            if let failure { return searchFailed(failure) }
            return show(.success, .search(.markedSeen(name: search.name, news: search.news)))
        case .remove(let search):
            if let failure { return searchFailed(failure) }
            saved.removed = search
            return show(.success, .search(.searchDeleted(name: search.name)))
        case .restore(let search):
            if let failure { return searchFailed(failure) }
            saved.removed = nil
            saved.selection = saved.list?.firstIndex { $0.search.id == search.id } ?? saved.selection
            return show(.success, .search(.searchRestored(name: search.name)))
        }
    }

    private func searchMessage(of work: SavedSearchWork, _ name: String) -> SearchMessage {
        if case .rename(let search, _) = work { return .searchRenamed(name: search.name, to: name) }
        return .searchSaved(name: name)
    }

    private mutating func searchChecked(_ search: SavedSearch, _ failure: AppAction.Failure?) -> [Effect] {
        saved.checking.removeAll { $0 == search.id }
        saved.failures[search.id] = failure
        guard let failure else { return checkNext() + tellNews() }
        // What nobody answers now is not asked for once for each search.
        if failure.isOfSavedSearch { return record(failure) + checkNext() + tellNews() }
        saved.checking = []
        return record(failure) + tellNews()
    }

    private mutating func searchFailed(_ failure: PortalError) -> [Effect] {
        saved.problem = failure
        return record(failure)
    }
}
