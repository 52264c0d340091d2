extension KeyMap {
    /// As in fzf and its kind: what is typed finds, blanks too, and the mark is set by a key that types nothing. Where
    /// nothing is typed the space bar ticks.
    static let facetKeys: [KeyBinding] = [
        KeyBinding(
            [.character(" ")], .toggleFacetValue, in: [.facets], "tick", "Tick or untick the value.", importance: 9),
        KeyBinding(
            [.enter], .toggleFacetValue, in: [.facetFind], "tick",
            "Tick or untick the value; the space bar types a blank.", importance: 9),
        KeyBinding(
            [.enter], .choose, in: [.facets], "to the list", "Go back to the results, or type the condition.",
            importance: 8),
        KeyBinding([.enter], .choose, in: [.facetCondition], "apply", "Narrow by this condition.", importance: 9),
        KeyBinding(
            [.tab], .next, in: [.facetCondition], "operator", "Next operator: = ≥ ≤ > < not.", importance: 8),
        KeyBinding(
            [.tab, .right], .nextFilter, in: [.facets], "next facet", "Go to the next facet.", importance: 7),
        KeyBinding([.tab], .nextFilter, in: [.facetFind], "next facet", "Go to the next facet.", importance: 6),
        KeyBinding([.backTab, .left], .previousFilter, in: [.facets], "previous facet", "Go to the facet before."),
        KeyBinding([.backTab], .previousFilter, in: [.facetFind], "previous facet", "Go to the facet before."),
        KeyBinding(
            [.control("x")], .clearFacets, in: [.facets, .facetFind], "clear all", "Remove all facets.",
            importance: 4),
        KeyBinding(
            [.control("_")], .undoSearch, in: [.facets, .facetFind], "undo",
            "Take back the last change of the facets or the search."),
        KeyBinding(
            [.escape], .goBack, in: [.facets, .facetCondition], "back", "Back to the results.", importance: 6),
        KeyBinding([.escape], .goBack, in: [.facetFind], "all values", "Show all values again.", importance: 8),
    ]
}
