import TerminalCanvas

/// The search, its results and the facets.
enum BrowserWords: Equatable {
    case searchExamples
    case allDatasets
    case waiting(seconds: Int)
    case searchingShort
    case inFacets(total: Int, facets: Int)
    case older(count: TerminalText)
    case unreadableRecord
    case searching(elapsed: String)
    case readingCatalogue(file: String?, datasets: Int)
    case readingPart(file: String?, percent: Int?)
    case othersAreSafe
    case showsFailures
    case noMatch
    case noMatchFor(text: String)
    case removesFacets
    case matchesAny
    case clearsSearch
    case untitled(id: String)
    case series, inSeries
    /// There may be filters of the Beacon network, which are not listed for somebody who has not signed in.
    case beaconFiltersNeedSignIn
    case accessAtProvider
    case searchBefore
    case foundBy(text: String)
    case shown(age: String)
    case searchingNow
    case foundAt(age: String)
    case olderResults
    case shownMeanwhile(age: String)
    case stoppedSearch(other: TerminalText)
    case marked(count: Int)
    case anyWord
    case beaconGaveNothing
    case beaconOn
    case took(duration: String)
    case fetched(took: String, age: String)
    case row(number: String, total: String)
    case emptySeries
    case facets
    case loadingShort
    case find
    case findExample
    case noFacets
    case facetsFailed(error: TerminalText, id: String)
    case loadingValues
    case noValues
    case setsCondition
    case range(low: String, high: String)
    case aNumber
    case aDate
    case aText
    case notLoaded
    case accessOpen
    case accessRestricted
    case accessNonPublic
    case accessExternal
    case accessUnknown
    case accessInTerms
    case operatorNot
    case newestFirst
    case portalsOrder
}
