import FoundationEssentials

/// The line above the datasets as a search in one line: words are looked for as they are typed; conditions become pills
/// when they are complete.
extension AppState {
    /// The search follows the typing, a moment behind.
    ///
    /// - Parameter isTyped: whether what becomes of it has to be remembered here; what commands change is remembered
    ///   where they are carried out.
    mutating func searchTextChanged(isTyped: Bool = true) -> [Effect] {
        let field = browser.searchField
        browser.entry.problem = nil
        browser.entry.awaits = nil
        if field.isEmpty { browser.entry.isWhole = false }
        let text = field.text
        let isPlain = QueryLine.isPlain(text)
        browser.entry.completion = isPlain ? nil : LineCompletion(field, browser.names, asksNames: false)
        guard !browser.entry.isWhole else { return [] }
        guard !isPlain else { return searchWords(text) }
        if field.cursor == field.characters.count, field.characters.last?.isWhitespace == true {
            return finishLine(.pills, isTyped: isTyped)
        }
        return searchWords(QueryLine.words(ofUnfinished: text) ?? browser.query.text) + loadForLine()
    }

    private mutating func searchWords(_ text: String) -> [Effect] {
        guard text != browser.query.text else { return [] }
        browser.query.text = text
        return searchSoon()
    }

    /// Enter: all of the line is the search.
    mutating func submitLine() -> [Effect] {
        if browser.entry.completion?.selection != nil { return takeCompletion() }
        return finishLine(.all, isTyped: false)
    }

    /// Makes of the line what it says. What is wrong with it is shown below it, and the line stays.
    private mutating func finishLine(_ submission: LineEntry.Submission, isTyped: Bool) -> [Effect] {
        let text = browser.searchField.text
        if QueryLine.isPlain(text), !browser.entry.isWhole {
            return submission == .all ? leaveLine() : []
        }
        do throws(QueryProblem) {
            let line = try QueryLine.parse(text)
            if !line.conditions.isEmpty, let waiting = awaitNames(of: line, submission) { return waiting }
            let capabilities = profile?.capabilities ?? Capabilities()
            let lowered = try QueryLowering(
                names: browser.names, capabilities: capabilities, source: browser.source
            ).lower(line)
            if let filter = beaconFilter(in: lowered), let refusal = refuseBeacon(for: filter) { return refusal }
            return take(lowered, submission, isTyped: isTyped)
        } catch {
            browser.entry.awaits = nil
            if submission == .all || !error.reason.isUnfinished { browser.entry.problem = error }
            return searchWords(QueryLine.words(ofUnfinished: text) ?? browser.query.text)
        }
    }

    private func beaconFilter(in lowered: LoweredQuery) -> Filter? {
        let key = lowered.query.facets.first(where: \.isOfBeacon)?.filter
        return key.flatMap { key in browser.names.filters.first { $0.key == key } }
    }

    private mutating func take(
        _ lowered: LoweredQuery, _ submission: LineEntry.Submission, isTyped: Bool
    ) -> [Effect] {
        let before = browser.query
        let isWhole = browser.entry.isWhole
        if isWhole {
            browser.query = lowered.query
        } else {
            browser.query.take(lowered)
        }
        // What is typed changes the search without being remembered.
        var unchanged = before
        unchanged.text = browser.query.text
        if isTyped { browser.remember(from: unchanged) }
        browser.searchField = TextBuffer(
            submission == .pills && !browser.query.text.isEmpty
                ? browser.query.text + " " : browser.query.text)
        browser.entry = LineEntry()
        let search = browser.query == before ? [] : runSearch()
        let notes = lowered.notes.map(Message.ofLine)
        let told = notes.isEmpty ? [] : show(.information, .several(notes))
        return (submission == .all ? leaveLine() : []) + search + told
    }

    /// To the list, with the search among the earlier ones.
    private mutating func leaveLine() -> [Effect] {
        browser.focus = .list
        browser.entry = LineEntry()
        return remember(browser.query) + restPreview()
    }

    // MARK: - What the line needs of the portal

    /// The filters, and all values of those that are named, before anything is said to be unknown.
    ///
    /// - Returns: nil where all is there.
    private mutating func awaitNames(of line: QueryLine, _ submission: LineEntry.Submission) -> [Effect]? {
        let effects = loadNames(of: line)
        let isWaiting = browser.facets.filters.isEmpty && browser.facets.pending != nil || isLoadingValues(of: line)
        guard isWaiting else { return nil }
        browser.entry.awaits = submission
        return effects
    }

    private mutating func loadNames(of line: QueryLine) -> [Effect] {
        guard !browser.facets.filters.isEmpty else {
            return browser.facets.pending == nil && offered(.filters) == .available ? loadFilters() : []
        }
        let names = browser.names
        let lacking = line.conditions.first { condition in
            guard let filter = try? names.find(condition.name).filter, browser.facets.mayHaveMore(of: filter) else {
                return false
            }
            return condition.values.contains { filter.terms(named: $0).isEmpty }
        }
        let filter = lacking.flatMap { try? names.find($0.name).filter }
        return filter.map { loadValues(of: $0) } ?? []
    }

    private func isLoadingValues(of line: QueryLine) -> Bool {
        guard browser.facets.valuesPending != nil, let key = browser.facets.valuesPendingFor else { return false }
        return line.conditions.contains { (try? browser.names.find($0.name).filter.key) == key }
    }

    /// While a value is typed: what the list of its filter lacks.
    private mutating func loadForLine() -> [Effect] {
        guard browser.facets.filters.isEmpty, browser.facets.pending == nil, browser.facets.error == nil,
            offered(.filters) == .available
        else { return [] }
        return loadFilters()
    }

    /// What the line waited for does not come: it stays as it is.
    mutating func stayInLine() -> [Effect] {
        guard browser.entry.awaits != nil else { return [] }
        browser.entry.awaits = nil
        return show(.warning, .search(.lineWaitsInVain))
    }

    /// What the line waited for is there.
    mutating func goOnWithLine() -> [Effect] {
        guard browser.focus == .search else { return [] }
        browser.renewCompletion()
        guard let submission = browser.entry.awaits else { return [] }
        return finishLine(submission, isTyped: true)
    }
}

extension BrowserState {
    /// Values and their numbers are others now; what is being chosen stays.
    mutating func renewCompletion() {
        guard focus == .search, entry.completion?.selection == nil else { return }
        entry.completion = LineCompletion(searchField, names, asksNames: false)
    }
}

extension SearchQuery {
    /// What a line says, besides what narrows the search already.
    mutating func take(_ lowered: LoweredQuery) {
        text = lowered.query.text
        // Words alone leave it as it is.
        if lowered.query.matching == .any { matching = .any }
        if lowered.namesOrder { sort = lowered.query.sort }
        if lowered.namesBeacon { includeBeacon = lowered.query.includeBeacon }
        for facet in lowered.query.facets where !facets.contains(facet) {
            // A service takes one bound on each side, and one value an entry.
            facets.removeAll { $0.excludes(facet) }
            facets.append(facet)
        }
    }
}

extension Message {
    fileprivate static func ofLine(_ note: QueryNote) -> Message {
        switch note {
        case .asTyped(let value, let filter): .search(.asTyped(value: value, filter: filter))
        case .several(let label, let filter, let values):
            .search(.severalValues(label: label, filter: filter, count: values.count))
        }
    }
}
