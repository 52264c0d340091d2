import FoundationEssentials

/// A condition on a number, a date or a free text, as it is typed.
extension AppState {
    mutating func openCondition() -> [Effect] {
        guard let filter = browser.facets.chosenFilter else { return [] }
        let comparison = filter.comparisons.first ?? .equal
        guard filter.listsEntries else {
            browser.facets.condition = FacetPanel.Condition(comparison: comparison)
            return []
        }
        let entries = browser.facets.listedValues
        guard entries.indices.contains(browser.facets.value) else { return [] }
        let entry = entries[browser.facets.value].term
        // One value an entry: what it has is there to be changed, or emptied.
        let given = browser.query.value(of: entry.value, in: filter)
        browser.facets.condition = FacetPanel.Condition(
            comparison: comparison, value: TextBuffer(given?.value.value ?? ""), entry: entry)
        return []
    }

    /// On to the next operator that the filter can be compared with.
    mutating func nextComparison() -> [Effect] {
        guard let filter = browser.facets.chosenFilter, var condition = browser.facets.condition else { return [] }
        let choices = filter.comparisons
        let index = choices.firstIndex(of: condition.comparison) ?? 0
        condition.comparison = choices[(index + 1) % choices.count]
        browser.facets.condition = condition
        return []
    }

    mutating func applyCondition() -> [Effect] {
        guard let filter = browser.facets.chosenFilter, let condition = browser.facets.condition else { return [] }
        let text = condition.value.text.trimmingSpaces
        guard !text.isEmpty else {
            browser.facets.condition = nil
            guard let entry = condition.entry, let given = browser.query.value(of: entry.value, in: filter) else {
                return []
            }
            browser.query.facets.removeAll { $0 == given }
            return runSearch()
        }
        if let problem = filter.problem(withValue: text) ?? filter.problem(with: condition.comparison) {
            return show(.warning, problem)
        }
        if filter.key.isOfBeacon, let refusal = refuseBeacon(for: filter) { return refusal }
        let selection = FacetSelection(
            filter: filter.key, kind: filter.kind, value: LabelledValue(value: text, label: text),
            comparison: condition.comparison, filterLabel: condition.entry?.label ?? filter.label,
            entry: condition.entry?.value)
        // A service takes one bound on each side, and one value an entry.
        browser.query.facets.removeAll { $0.excludes(selection) }
        browser.query.facets.append(selection)
        browser.facets.condition = nil
        return turnBeaconOn(for: filter) + runSearch()
    }
}

extension SearchQuery {
    /// What one of a filter's entries is asked to be.
    public func value(of entry: String, in filter: Filter) -> FacetSelection? {
        facets.first { $0.filter == filter.key && $0.entry == entry }
    }
}

extension Filter {
    /// Its entries are known by name, and each takes a value of its own.
    public var listsEntries: Bool { kind == .entries && !values.isEmpty }

    /// Why this portal cannot compare with this filter so, in a sentence. Some services answer all the same, and leave
    /// the sign out of account.
    public func problem(with comparison: FacetOperator) -> Message? {
        guard !comparisons.contains(comparison) else { return nil }
        let signs = comparisons.map(\.sign).joined(separator: " ")
        guard comparison == .not else {
            return .search(.noOrder(label: label, sign: comparison.sign, signs: signs))
        }
        return .search(.cannotLeaveOut(label: label, signs: signs))
    }

    /// What is wrong with a typed value, in a sentence.
    public func problem(withValue text: String) -> Message? {
        switch kind {
        case .number where Double(text) == nil: .search(.notANumber(text: text))
        case .dateTime where ISODate(text) == nil: .search(.notADate(text: text))
        case .number, .dateTime, .freeText, .dropdown, .entries: nil
        }
    }
}
