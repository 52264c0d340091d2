/// Finding values by their words, in all facets at once.
extension FacetPanel {
    /// A filter with those of its values that are listed now.
    public struct Listing: Equatable, Sendable {
        /// Its place among the panel's filters.
        public var filter: Int
        /// In the filter's order; none of one that is narrowed by a typed value.
        public var values: [FilterValue]
    }

    /// The values of the chosen filter that match what was typed to find.
    public var listedValues: [FilterValue] {
        guard let chosenFilter else { return [] }
        return found(in: chosenFilter) ?? []
    }

    /// What was found of all filters, in their order; nil while nothing is looked for.
    public var findings: [Listing]? {
        guard !find.isEmpty else { return nil }
        return filters.enumerated().compactMap { index, filter in
            found(in: filter).map { Listing(filter: index, values: $0) }
        }
    }

    /// The values of a filter that hold the words, or all where nothing is looked for. A filter without listed values is
    /// found by its own name.
    ///
    /// - Returns: nil where nothing of it is found.
    private func found(in filter: Filter) -> [FilterValue]? {
        let words = find.text.lowercased().split(separator: " ")
        guard !words.isEmpty else { return filter.values }
        let name = filter.label.lowercased()
        guard !filter.takesCondition || filter.listsEntries else {
            return words.allSatisfy(name.contains) ? [] : nil
        }
        let texts = filter.values.map { $0.findable(isOfDataUse: filter.isOfDataUse) }
        var places = texts.indices.filter { place in words.allSatisfy(texts[place].contains) }
        // A value of this filter: its name may be among the words, but only where no value is called so itself.
        if places.isEmpty {
            places = texts.indices.filter { place in
                words.allSatisfy { texts[place].contains($0) || name.contains($0) }
            }
        }
        return places.isEmpty ? nil : places.map { filter.values[$0] }
    }

    /// To a filter in which something is found, unless the cursor is in one.
    mutating func settleOnFinding() {
        guard let findings, !findings.contains(where: { $0.filter == filter }), let first = findings.first else {
            return clamp()
        }
        (filter, value) = (first.filter, 0)
    }

    /// Over what was found in all filters, as in one list.
    mutating func moveOverFindings(_ movement: Movement, visible: Int) {
        let places = findings?.flatMap { listing in
            (0..<max(listing.values.count, 1)).map { (filter: listing.filter, value: $0) }
        }
        guard let places, !places.isEmpty else { return }
        let place = places.firstIndex { $0 == (filter, value) } ?? 0
        (filter, value) = places[ListPosition.moved(place, movement, count: places.count, visible: visible)]
    }

    /// Looks for nothing more. The cursor stays on its value; where nothing was found it goes back to where it was.
    mutating func endFinding() {
        let chosen = listedValues.indices.contains(value) ? listedValues[value].term : nil
        let hasFound = findings?.isEmpty != true
        find = TextBuffer()
        if !hasFound, let origin = filters.firstIndex(where: { $0.key == foundFrom }) { (filter, value) = (origin, 0) }
        if let chosen, let place = listedValues.firstIndex(where: { $0.term == chosen }) { value = place }
        clamp()
    }
}

extension FilterValue {
    /// What its code means is shown, and is looked for too.
    fileprivate func findable(isOfDataUse: Bool) -> String {
        let label = term.label.lowercased()
        guard isOfDataUse, let meaning = DataUseCode(of: term)?.term else { return label }
        return label + " \(meaning.shorthand ?? "") \(meaning.label)".lowercased()
    }
}

extension AppState {
    /// While something is looked for, the values that did not come with the results are asked for, of one filter after the
    /// other: of the one with the cursor first.
    mutating func loadValuesToFindIn() -> [Effect] {
        guard browser.focus == .facets, !browser.facets.find.isEmpty, browser.facets.valuesPending == nil else {
            return []
        }
        let panel = browser.facets
        let chosen = panel.chosenFilter.map { [$0] } ?? []
        guard let filter = (chosen + panel.filters).first(where: { panel.mayHaveMore(of: $0) }) else { return [] }
        return loadValues(of: filter)
    }

    /// To the next filter in which something is found, or the one before.
    mutating func goToFinding(by step: Int) -> [Effect] {
        guard let findings = browser.facets.findings, !findings.isEmpty else { return [] }
        let chosen = browser.facets.filter
        let place = findings.firstIndex { $0.filter == chosen }
        let next = place.map { ($0 + step + findings.count) % findings.count } ?? 0
        browser.facets.filter = findings[next].filter
        browser.facets.value = 0
        return []
    }
}
