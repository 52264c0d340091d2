/// Keys of the line: what a word may become, and earlier lines.
extension AppState {
    /// The next of what the word at the cursor may become is put into the line.
    mutating func completeLine(by step: Int) -> [Effect] {
        if browser.entry.completion == nil {
            browser.entry.completion = LineCompletion(browser.searchField, browser.names, asksNames: true)
            guard let completion = browser.entry.completion else {
                let loading = browser.facets.filters.isEmpty ? loadForCompletion() : []
                return loading + show(.information, .search(.nothingToComplete))
            }
            if completion.items.count == 1 {
                browser.entry.completion?.selection = 0
                return takeCompletion()
            }
        }
        guard let completion = browser.entry.completion else { return [] }
        let count = completion.items.count
        let selection = completion.selection.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
        browser.entry.completion?.selection = selection
        put(completion.items[selection].text, over: completion)
        return []
    }

    private mutating func loadForCompletion() -> [Effect] {
        browser.facets.pending == nil && offered(.filters) == .available ? loadFilters() : []
    }

    private mutating func put(_ text: String, over completion: LineCompletion) {
        browser.entry.problem = nil
        browser.searchField.replace(completion.start..<browser.searchField.cursor, with: text)
    }

    /// What is chosen stays, and the line goes on behind it.
    mutating func takeCompletion(isTyped: Bool = false) -> [Effect] {
        guard let completion = browser.entry.completion, let selection = completion.selection else { return [] }
        let item = completion.items[selection]
        put(item.text + (item.isComplete ? " " : ""), over: completion)
        browser.entry.completion = nil
        return searchTextChanged(isTyped: isTyped)
    }

    mutating func clickCompletion(_ index: Int) -> [Effect] {
        guard browser.entry.completion?.items.indices.contains(index) == true else { return [] }
        browser.entry.completion?.selection = index
        return takeCompletion(isTyped: true)
    }

    /// Whether a click stays in the line, or the line is words that are searched for already.
    func isOfLine(_ target: ClickTarget) -> Bool {
        if case .searchLine = target { return true }
        if case .candidate = target { return true }
        return QueryLine.isPlain(browser.searchField.text) && !browser.entry.isWhole
    }

    /// - Returns: whether there was a list of them; what was typed is in the line again.
    mutating func closeCompletion() -> Bool {
        guard let completion = browser.entry.completion else { return false }
        if completion.selection != nil { put(completion.typed, over: completion) }
        browser.entry.completion = nil
        return true
    }

    /// Down: through what the word may become, through the earlier lines to the newest, or to the list.
    mutating func goDownInLine() -> [Effect] {
        if browser.entry.completion != nil { return completeLine(by: 1) }
        guard let recalled = browser.entry.recalled else { return submitLine() }
        guard recalled > 0 else {
            browser.searchField = browser.entry.draft
            browser.entry = LineEntry()
            return searchTextChanged()
        }
        return recall(recalled - 1)
    }

    /// Up: through what the word may become, or to the line before.
    mutating func goUpInLine() -> [Effect] {
        if browser.entry.completion != nil { return completeLine(by: -1) }
        let next = browser.entry.recalled.map { $0 + 1 } ?? 0
        guard searches.recent.indices.contains(next) else {
            return show(.information, .search(searches.recent.isEmpty ? .noEarlierSearch : .noSearchBefore))
        }
        return recall(next)
    }

    private mutating func recall(_ index: Int) -> [Effect] {
        let draft = browser.entry.recalled == nil ? browser.searchField : browser.entry.draft
        browser.entry = LineEntry()
        browser.entry.draft = draft
        browser.entry.recalled = index
        browser.entry.isWhole = true
        browser.searchField = TextBuffer(searches.recent[index])
        return []
    }

    // MARK: - Searches as lines

    /// The search as one line; empty where it looks for all datasets.
    var lineOfSearch: String { browser.query.line(browser.names).text }

    var copyLineAvailability: Availability {
        lineOfSearch.isEmpty ? .unavailable(reason: .search(.nothingToCopy)) : .available
    }

    /// Among the earlier ones, the newest first, each once.
    mutating func remember(_ query: SearchQuery) -> [Effect] {
        let line = query.line(browser.names).text
        guard !line.isEmpty, searches.recent.first != line else { return [] }
        searches.remember(line)
        return [.disk(.keepSearch(line))]
    }

    var earlierSearchesAvailability: Availability {
        searches.recent.isEmpty ? .unavailable(reason: .search(.noEarlierSearch)) : .available
    }

    mutating func showEarlierSearches() -> [Effect] {
        overlay = .menu(Menu(.searches))
        return []
    }

    /// The line takes the place of the search that is on the screen.
    mutating func search(line: String) -> [Effect] {
        screen = .browser
        browser.openedFrom = nil
        browser.focus = .search
        browser.entry = LineEntry()
        browser.entry.isWhole = true
        browser.searchField = TextBuffer(line)
        let before = browser.query
        let effects = submitLine()
        browser.remember(from: before)
        return effects
    }
}
