import PortalModel

/// `portal search`, `portal filters` and `portal frequency`.
enum SearchCommandWords {
    case limit, offset
    case nothingFound
    case found(count: Int, total: Int)
    case unreadable(count: Int)
    case restNotKept
    case beaconNeedsSignIn, beaconAskedToo
    case beaconGaveNoCounts(words: String)
    // Facets.
    case facetWithoutValue(text: String)
    case facetNotUnderstood(text: String)
    case facetRefused(Message)
    case notInList(value: String, key: String)
    case severalValues(value: String, key: String, names: [String])
    /// - isSignedIn: filters of the Beacon network are listed only then.
    case noFilter(key: String, suggestions: [String], known: [String], isSignedIn: Bool)
    case noFilters, noValues
    case filterKind(FilterKind)
    // Series.
    case noSeries(title: String)
    case emptySeries(title: String)
    // Variants.
    case noVariant(text: String)
    case assembly, sex, country
    case noPopulation
}
