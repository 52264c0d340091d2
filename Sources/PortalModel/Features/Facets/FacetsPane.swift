extension KeyContext {
    // As in fzf and its kind: what is typed finds, blanks too, and the mark is set by a key that types nothing. Where
    // nothing is typed the space bar ticks.
    /// The values of the filter with the cursor.
    public static let facets = KeyContext("facets", "Facets", takesText: true)
    /// The same while a value is looked for by its words.
    public static let facetFind = KeyContext("facetFind", "Finding a facet's value", takesText: true)
    /// The line in which a number, a date or a word is typed.
    public static let facetCondition = KeyContext("facetCondition", "A facet's condition", takesText: true)
}

/// The facets beside the list of datasets, and the condition that is typed for one of them.
struct FacetsPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character(" ")], .toggleFacetValue, in: [.facets], "tick", "Tick or untick the value.", importance: 9,
            run: { $0.tickFacet() }),
        CommandSpec(
            [.enter], .toggleFacetValue, in: [.facetFind], "tick",
            "Tick or untick the value; the space bar types a blank.", importance: 9, run: { $0.tickFacet() }),
        CommandSpec(
            [.enter], .choose, in: [.facets], "to the list", "Go back to the results, or type the condition.",
            importance: 8, run: { $0.chooseFacet() }),
        CommandSpec(
            [.enter], .choose, in: [.facetCondition], "apply", "Narrow by this condition.", importance: 9,
            run: { $0.applyCondition() }),
        CommandSpec(
            [.tab], .next, in: [.facetCondition], "operator", "Next operator: = ≥ ≤ > < not.", importance: 8,
            run: { $0.nextComparison() }),
        CommandSpec(
            [.tab, .right], .nextFilter, in: [.facets], "next facet", "Go to the next facet.", importance: 7,
            run: { $0.goToFilter(by: 1) }),
        CommandSpec(
            [.tab], .nextFilter, in: [.facetFind], "next facet", "Go to the next facet.", importance: 6,
            run: { $0.goToFinding(by: 1) }),
        CommandSpec(
            [.backTab, .left], .previousFilter, in: [.facets], "previous facet", "Go to the facet before.",
            run: { $0.goToFilter(by: -1) }),
        CommandSpec(
            [.backTab], .previousFilter, in: [.facetFind], "previous facet", "Go to the facet before.",
            run: { $0.goToFinding(by: -1) }),
        CommandSpec(
            [.control("x")], .clearFacets, in: [.facets, .facetFind], "clear all", "Remove all facets.",
            importance: 4, when: { $0.anyFacet }, run: { $0.clearFacets() }),
        CommandSpec(
            [.control("_")], .undoSearch, in: [.facets, .facetFind], "undo",
            "Take back the last change of the facets or the search.", when: { $0.undoAvailability },
            run: { $0.undoSearch() }),
        CommandSpec(
            [.escape], .goBack, in: [.facets, .facetCondition], "back", "Back to the results.", importance: 6,
            run: { $0.goBackInFacets() }),
        CommandSpec(
            [.escape], .goBack, in: [.facetFind], "all values", "Show all values again.", importance: 8,
            run: { $0.goBackInFacets() }),
        CommandSpec(
            [.down], .moveDown, in: [.facets, .facetFind], "down", "One down.", run: { $0.move(.down) }),
        CommandSpec([.up], .moveUp, in: [.facets, .facetFind], "up", "One up.", run: { $0.move(.up) }),
        CommandSpec(
            [.pageDown], .pageDown, in: [.facets, .facetFind], "page down", "A page down.",
            run: { $0.move(.pageDown) }),
        CommandSpec(
            [.pageUp], .pageUp, in: [.facets, .facetFind], "page up", "A page up.", run: { $0.move(.pageUp) }),
    ]

    func context(in state: AppState) -> KeyContext {
        if state.browser.facets.condition != nil { return .facetCondition }
        return state.browser.facets.find.isEmpty ? .facets : .facetFind
    }

    func pageRows(in state: AppState) -> Int { max((state.browserLayout.facets?.rows ?? 2) - 2, 1) }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let panel = state.browser.facets
        if panel.find.isEmpty {
            state.browser.facets.value = ListPosition.moved(
                panel.value, movement, count: panel.listedValues.count, visible: state.pageRows)
        } else {
            state.browser.facets.moveOverFindings(movement, visible: state.pageRows)
        }
        return state.loadFurtherValues()
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard var condition = state.browser.facets.condition else {
            if state.browser.facets.find.isEmpty {
                state.browser.facets.foundFrom = state.browser.facets.chosenFilter?.key
            }
            change(&state.browser.facets.find)
            state.browser.facets.value = 0
            state.browser.facets.settleOnFinding()
            return state.loadFurtherValues()
        }
        change(&condition.value)
        state.browser.facets.condition = condition
        return []
    }
}

extension AppState {
    fileprivate mutating func goBackInFacets() -> [Effect] {
        if browser.facets.condition != nil {
            browser.facets.condition = nil
            return []
        }
        guard !browser.facets.find.isEmpty else { return leaveFacets() }
        browser.facets.endFinding()
        return []
    }

    fileprivate mutating func chooseFacet() -> [Effect] {
        browser.facets.chosenFilter?.takesCondition == true ? openCondition() : leaveFacets()
    }

    fileprivate mutating func tickFacet() -> [Effect] {
        let panel = browser.facets
        if let findings = panel.findings, !findings.contains(where: { $0.filter == panel.filter }) { return [] }
        return panel.chosenFilter?.takesCondition == true ? openCondition() : toggleFacet()
    }

    /// To a filter beside the one with the cursor, and from the last one to the first.
    fileprivate mutating func goToFilter(by step: Int) -> [Effect] {
        let count = max(1, browser.facets.filters.count)
        browser.facets.filter = (browser.facets.filter + step + count) % count
        browser.facets.value = 0
        browser.facets.find = TextBuffer()
        return loadMissingValues()
    }

    private mutating func focusFacets() -> [Effect] {
        browser.facets.condition = nil
        return browser.focus == .facets ? [] : perform(.showFacets)
    }

    /// Unfolds the filter.
    mutating func clickFacet(_ index: Int) -> [Effect] {
        guard browser.facets.filters.indices.contains(index) else { return [] }
        let effects = focusFacets()
        if browser.facets.filter != index {
            browser.facets.filter = index
            browser.facets.value = 0
            browser.facets.find = TextBuffer()
        }
        return effects + loadMissingValues()
    }

    /// Ticks the value, or takes the tick away. Of what was found it may be another filter's than that with the cursor.
    mutating func clickFacetValue(_ index: Int, of filter: Int) -> [Effect] {
        guard browser.facets.filters.indices.contains(filter) else { return [] }
        browser.facets.filter = filter
        let isCondition = browser.facets.chosenFilter?.takesCondition == true
        guard isCondition || browser.facets.listedValues.indices.contains(index) else { return [] }
        let effects = focusFacets()
        browser.facets.value = index
        return effects + perform(.toggleFacetValue)
    }
}
