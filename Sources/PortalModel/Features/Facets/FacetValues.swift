import FoundationEssentials

/// The values of a filter: an answer to a search has the most frequent ones, and all others are asked for when somebody
/// looks for them.
extension FacetPanel {
    /// As many values of a filter as services count in an answer to a search.
    static let countedValues = 50

    /// Takes over the values of a filter that were asked for. The cursor stays on its value.
    ///
    /// - Parameter areCounted: whether their numbers are those of the results, since nothing narrows them.
    mutating func take(_ values: [FilterValue], of key: FilterKey, areCounted: Bool) {
        guard let index = filters.firstIndex(where: { $0.key == key }) else { return }
        let chosen = index == filter && listedValues.indices.contains(value) ? listedValues[value].term.value : nil
        let kept = filters[index].values
        let counts = Dictionary(kept.map { ($0.term.value, $0.count) }) { first, _ in first }
        let given = Set(values.map(\.term.value))
        filters[index].values =
            kept.filter { !given.contains($0.term.value) }
            + values.map { value in
                var value = value
                if let count = counts[value.term.value] {
                    value.count = count
                } else if !areCounted {
                    value.count = nil
                }
                return value
            }
        // In their order, and those whose number is not known behind them.
        let ranks = Dictionary(kept.enumerated().map { ($1.term.value, $0) }) { first, _ in first }
        filters[index].values = filters[index].values.enumerated().sorted { one, other in
            let ranked = (ranks[one.element.term.value] ?? Int.max, ranks[other.element.term.value] ?? Int.max)
            return ranked.0 == ranked.1 ? one.offset < other.offset : ranked.0 < ranked.1
        }.map(\.element)
        whole.insert(key)
        if let chosen, let place = listedValues.firstIndex(where: { $0.term.value == chosen }) { value = place }
        settleOnFinding()
    }

    /// Whether a filter may have values that were not asked for.
    func mayHaveMore(of filter: Filter) -> Bool {
        guard filter.kind == .dropdown, !whole.contains(filter.key) else { return false }
        // A Beacon's filters always hold all of theirs.
        return !filter.key.isOfBeacon && (filter.values.isEmpty || filter.values.count >= Self.countedValues)
    }

    /// The values of the chosen filter are on their way.
    public var isLoadingValues: Bool { valuesPending != nil }
}

extension AppState {
    mutating func recalled(_ id: ReadID, _ values: [FilterValue], _ kept: KeptAnswer) {
        guard browser.facets.valuesPending?.id == id, let key = browser.facets.valuesPendingFor else { return }
        if kept.isFresh { browser.facets.valuesPending = nil }
        browser.facets.take(values, of: key, areCounted: !isNarrowed(beside: key))
    }

    mutating func filterValuesAnswered(_ id: ReadID, _ result: Result<[FilterValue], PortalError>) -> [Effect] {
        guard browser.facets.valuesPending?.id == id, let key = browser.facets.valuesPendingFor else { return [] }
        browser.facets.valuesPending = nil
        switch result {
        case .success(let values):
            browser.facets.take(values, of: key, areCounted: !isNarrowed(beside: key))
            return loadValuesToFindIn() + goOnWithLine()
        case .failure(let error):
            // A service that has no such list has given all that it has.
            if error.kind == .unsupported || error.kind == .notFound {
                browser.facets.whole.insert(key)
                return record(error) + loadValuesToFindIn() + goOnWithLine()
            }
            browser.facets.error = error
            return record(error) + stayInLine()
        }
    }

    /// Whether the numbers of the results are not those of the whole catalogue.
    private func isNarrowed(beside key: FilterKey) -> Bool {
        let query = browser.results.query ?? browser.query
        return !query.text.isEmpty || query.facets.contains { $0.filter != key }
    }

    /// Some services list a filter's values only when asked for them.
    mutating func loadMissingValues() -> [Effect] {
        guard let filter = browser.facets.chosenFilter, filter.values.isEmpty else { return [] }
        return loadValues()
    }

    /// When what is typed, or the cursor near the end, asks for values behind those that came with the results.
    mutating func loadFurtherValues() -> [Effect] {
        let panel = browser.facets
        guard panel.find.isEmpty else { return loadValuesToFindIn() }
        return panel.value + Self.valuesInReserve >= panel.listedValues.count ? loadValues() : []
    }

    private static let valuesInReserve = 15

    private mutating func loadValues() -> [Effect] {
        browser.facets.chosenFilter.map { loadValues(of: $0) } ?? []
    }

    /// Unless they are all there, or on their way.
    mutating func loadValues(of filter: Filter) -> [Effect] {
        guard browser.facets.mayHaveMore(of: filter) else { return [] }
        guard browser.facets.valuesPending == nil || browser.facets.valuesPendingFor != filter.key else { return [] }
        let id = nextRead(.filterValues)
        browser.facets.valuesPending = Pending(id: id, since: now)
        browser.facets.valuesPendingFor = filter.key
        return [.read(id, .filterValues(filter.key))]
    }
}
