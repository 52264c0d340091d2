/// What is told of the search and its facets.
public enum SearchMessage: Equatable, Sendable {
    case beaconGaveNothing(words: String)
    case beaconOnFor(filter: String)
    case beaconOn
    case beaconOff(one: Bool)
    case notFetched(count: Int)
    case nothingToOpen
    case markFirst
    case noFacet
    case nothingToUndo
    case noDataset
    case facetsInOrder
    case facetsOff(facets: String)
    case facetsBack(facets: String)
    case wordsStay
    case searchEmpty
    case searchedAgain(text: String)
    case allWords
    case anyWord
    case beaconOnAgain
    case beaconOffAgain
    case notANumber(text: String)
    case notADate(text: String)
    case noOrder(label: String, sign: String, signs: String)
    case cannotLeaveOut(label: String, signs: String)
    case beaconNeedsSignIn(canSignIn: Bool)
    case filterOfBeacon(label: String)
}
