import PortalModel

/// `portal search`, `portal filters` and `portal frequency`.
enum SearchCommandWords {
    case limit, offset
    case noColumn(String, known: [String])
    case columnsOfTable
    case nothingFound
    case found(count: Int, total: Int)
    case unreadable(Unreadable)
    case restNotKept
    case beaconNeedsSignIn, beaconAskedToo
    case beaconGaveNoCounts(words: String)
    /// Conditions that only the Beacon network can hold against datasets.
    case beaconHadNoPart
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
    case noVariant(VariantReason)
    case assembly, sex, country, orderOfFrequencies
    case noPopulation
    /// Said beside the filters that are listed.
    case beaconFiltersNeedSignIn
    /// Of all populations together; with the variant where there are several.
    case alleleTotal(AlleleTotal, variant: String?)
    /// Somebody may have been counted twice.
    case noAlleleTotal(variant: String?)

    /// Records that are left out, and why the first of them are.
    struct Unreadable {
        var count = 0
        var first: [(id: String?, reason: Reason)] = []

        mutating func add(_ results: [SearchResult]) {
            for case .unreadable(let id, let reason) in results {
                count += 1
                if first.count < Self.most { first.append((id, reason)) }
            }
        }

        private static let most = 3
    }
}
