/// What is told of the search and its facets.
public enum SearchMessage: Equatable, Sendable {
    /// The service's reason; the results are the catalogue's alone.
    case beaconGaveNothing(words: String)
    /// A filter of the Beacon network was chosen, which is ignored without it.
    case beaconOnFor(filter: String)
    /// Searches ask the network from now on.
    case beaconOn
    /// Searches do not any more, so that its facets mean nothing. `one`: there was a single one.
    case beaconOff(one: Bool)
    /// Rows of a range whose pages are not there.
    case notFetched(count: Int)
    /// No result is there.
    case nothingToOpen
    /// A range needs a beginning.
    case markFirst
    /// There is nothing to take off.
    case noFacet
    /// No command has changed the query.
    case nothingToUndo
    /// Nothing is under the cursor.
    case noDataset
    /// Nothing is typed that could be searched for.
    case noWords
    /// Undone: the same facets, one of which had been moved.
    case facetsInOrder
    /// Undone: these are off again.
    case facetsOff(facets: String)
    /// Undone: these narrow the results again.
    case facetsBack(facets: String)
    /// Not undone: something was typed since.
    case wordsStay
    /// Undone: there were no words before.
    case searchEmpty
    /// Undone: these words were there before.
    case searchedAgain(text: String)
    /// Undone.
    case allWords
    /// Undone.
    case anyWord
    /// Undone.
    case beaconOnAgain
    /// Undone.
    case beaconOffAgain
    /// For a filter of type NUMBER.
    case notANumber(text: String)
    /// For a filter of type DATETIME.
    case notADate(text: String)
    /// The sign that was chosen, and those that the filter takes.
    case noOrder(label: String, sign: String, signs: String)
    /// The dialect reads “not” as “equal” there; the signs that it takes.
    case cannotLeaveOut(label: String, signs: String)
    /// `canSignIn`: the portal has a place for it.
    case beaconNeedsSignIn(canSignIn: Bool)
    /// Chosen by somebody who is not signed in.
    case filterOfBeacon(label: String)
    /// Looked for all the same: the list of the filter does not have it.
    case asTyped(value: String, filter: String)
    /// A label of several values, all of which are looked for.
    case severalValues(label: String, filter: String, count: Int)
    /// The word at the cursor is no beginning of a filter's name or value.
    case nothingToComplete
    /// Nothing was searched for before; nothing before this.
    case noEarlierSearch, noSearchBefore
    /// The search is for all datasets.
    case nothingToCopy
    /// What a column of the list is called.
    case column(ListColumn)
    /// No service has this order; the mirror has.
    case orderOfMirror(ListColumn)
    /// Only two to five datasets are compared: of marks, of a basket.
    case markToCompare, basketNotComparable
    /// All that is compared can be seen.
    case allInSight
    /// The portal has not told its filters, or a filter's values.
    case lineWaitsInVain

    // Saved searches
    /// The search is for all datasets; no search is saved; nothing of it is new; none was deleted.
    case nothingToSave, noSavedSearch, nothingNew, nothingDeleted
    /// Nothing is new, of searches and all else.
    case nothingNews
    /// At the start: so many searches have news.
    case newsOfSearches(count: Int, news: NewsCount)
    /// It is told what is new of it from now on.
    case searchSaved(name: String)
    /// Under another name.
    case searchRenamed(name: String, to: String)
    /// It can be taken back.
    case searchDeleted(name: String)
    /// Taken back.
    case searchRestored(name: String)
    /// So much is no news any more.
    case markedSeen(name: String, news: NewsCount)
}
