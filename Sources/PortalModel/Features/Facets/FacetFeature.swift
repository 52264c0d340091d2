import FoundationEssentials

extension FacetPanel {
    /// The one with the cursor; nil while there are none.
    public var chosenFilter: Filter? { filters.indices.contains(filter) ? filters[filter] : nil }

    mutating func clamp() {
        filter = min(max(0, filter), max(0, filters.count - 1))
        value = min(max(0, value), max(0, listedValues.count - 1))
    }

    /// Takes over the catalogue's own list of filters, and keeps the counts that a result set has given. The cursor
    /// stays in its filter.
    mutating func list(_ listed: [Filter], for query: SearchQuery) {
        let chosen = chosenFilter?.key
        let known = Dictionary(filters.map { ($0.key, $0) }) { first, _ in first }
        let counted = filters.filter { bases[$0.key] != nil }
        filters = listed.map { filter in
            var filter = filter
            if filter.values.isEmpty { filter.values = known[filter.key]?.values ?? [] }
            return filter
        }
        bases = [:]
        if let chosen, let index = filters.firstIndex(where: { $0.key == chosen }) { filter = index }
        update(counted: counted.filter { known in listed.contains { $0.key == known.key } }, for: query)
    }

    /// Takes over the counts of a new result set. Filters that it does not count keep what was known.
    ///
    /// Results narrowed by a filter have its ticked values only, and yet more of them can be ticked: its other values
    /// stay, with their counts as long as nothing else has changed.
    mutating func update(counted: [Filter], for query: SearchQuery) {
        let chosen = chosenFilter?.key
        var updated = filters
        for filter in counted {
            let basis = query.beside(filter.key)
            defer { bases[filter.key] = basis }
            if let index = updated.firstIndex(where: { $0.key == filter.key }) {
                let kept = updated[index]
                updated[index] = filter
                if query.facets.contains(where: { $0.filter == filter.key }) {
                    updated[index].values = kept.values.counted(
                        by: filter.values, keepsOthers: bases[filter.key] == basis)
                }
                if filter.values.isEmpty {
                    updated[index].values = kept.values
                } else if filter.values.count < Self.countedValues {
                    // These are all that the results have.
                    whole.remove(filter.key)
                } else if whole.contains(filter.key) {
                    let known = Set(updated[index].values.map(\.term.value))
                    updated[index].values += kept.values.filter { !known.contains($0.term.value) }.map {
                        FilterValue(term: $0.term)
                    }
                }
                if filter.operators.isEmpty { updated[index].operators = kept.operators }
                updated[index].help = filter.help ?? kept.help
                updated[index].group = filter.group ?? kept.group
                updated[index].minimum = filter.minimum ?? kept.minimum
                updated[index].maximum = filter.maximum ?? kept.maximum
            } else {
                updated.append(filter)
            }
        }
        filters = updated.grouped
        if let chosen, let index = filters.firstIndex(where: { $0.key == chosen }) { filter = index }
        settleOnFinding()
    }
}

extension Filter {
    /// The service's own name for the group, as words: `NO_GROUP` is none.
    public var groupTitle: String? {
        guard let group, !group.isEmpty, !["NO_GROUP", "DEFAULT"].contains(group.uppercased()) else { return nil }
        var words = ""
        for word in group.split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == " " }) {
            if !words.isEmpty { words += " " }
            words += word
        }
        // A key is in capitals; a name is as it is.
        return words.contains(where: \.isLowercase)
            ? words : words.prefix(1).uppercased() + words.dropFirst().lowercased()
    }
}

extension [Filter] {
    /// What belongs together beside each other, although a service gives its sources' filters by turns: first what
    /// belongs to no group, then group by group; within each as the service has them.
    fileprivate var grouped: [Filter] {
        var titles: [String] = []
        for title in compactMap(\.groupTitle) where !titles.contains(title) { titles.append(title) }
        var grouped: [Filter] = []
        grouped.reserveCapacity(count)
        for filter in self where filter.groupTitle == nil { grouped.append(filter) }
        for title in titles { for filter in self where filter.groupTitle == title { grouped.append(filter) } }
        return grouped
    }
}

extension SearchQuery {
    /// What counts of a filter depend on: everything but its own ticks and the order.
    fileprivate func beside(_ key: FilterKey) -> SearchQuery {
        var query = self
        query.facets.removeAll { $0.filter == key }
        query.sort = .relevance
        return query
    }
}

extension [FilterValue] {
    /// These values, in their order, with the counts of others of the same filter, and what only those have.
    fileprivate func counted(by counted: [FilterValue], keepsOthers: Bool) -> [FilterValue] {
        let counts = Dictionary(counted.map { ($0.term.value, $0.count) }) { first, _ in first }
        let known = Set(map(\.term.value))
        return map { value in
            var value = value
            value.count = counts[value.term.value] ?? (keepsOthers ? value.count : nil)
            return value
        } + counted.filter { !known.contains($0.term.value) }
    }
}

extension AppState {
    mutating func filtersAnswered(_ id: ReadID, _ result: Result<[Filter], PortalError>) -> [Effect] {
        guard browser.facets.pending?.id == id else { return [] }
        browser.facets.pending = nil
        switch result {
        case .success(let filters): return list(filters, fetchedAt: now)
        case .failure(let error):
            browser.facets.error = error
            return record(error) + stayInLine()
        }
    }

    private mutating func list(_ filters: [Filter], fetchedAt: Date) -> [Effect] {
        browser.facets.error = nil
        browser.facets.fetchedAt = fetchedAt
        browser.facets.list(filters, for: browser.results.query ?? browser.query)
        let values = browser.focus == .facets && browser.facets.valuesPending == nil ? loadMissingValues() : []
        return values + goOnWithLine()
    }

    mutating func recalled(_ id: ReadID, _ filters: [Filter], _ kept: KeptAnswer) -> [Effect] {
        guard browser.facets.pending?.id == id else { return [] }
        if kept.isFresh { browser.facets.pending = nil }
        return list(filters, fetchedAt: kept.at)
    }

    mutating func leaveFacets() -> [Effect] {
        browser.facets.endFinding()
        browser.focus = .list
        browser.facets.isOpen = false
        return restPreview()
    }

    mutating func toggleFacet() -> [Effect] {
        let values = browser.facets.listedValues
        guard let filter = browser.facets.chosenFilter, values.indices.contains(browser.facets.value) else { return [] }
        let term = values[browser.facets.value].term
        if let index = browser.query.facets.firstIndex(where: {
            $0.filter == filter.key && $0.value.value == term.value
        }) {
            browser.query.facets.remove(at: index)
            return [.host(.startTimer(.searchDebounce, milliseconds: 150))]
        }
        if filter.key.isOfBeacon, let refusal = refuseBeacon(for: filter) { return refusal }
        browser.query.facets.append(
            FacetSelection(filter: filter.key, kind: filter.kind, value: term, filterLabel: filter.label))
        return turnBeaconOn(for: filter) + [.host(.startTimer(.searchDebounce, milliseconds: 150))]
    }
}
