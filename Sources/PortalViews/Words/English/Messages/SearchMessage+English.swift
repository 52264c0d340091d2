import PortalModel
import TerminalCanvas

extension SearchMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .beaconGaveNothing(let words):
            "The Beacon network gave nothing; these are the catalogue's results. \(words)"
        case .beaconOnFor(let filter):
            "Beacon is on now: “\(filter)” is answered by the Beacon network, which takes longer."
        case .beaconOn: "Beacon is on: it counts records for facets of its own."
        case .beaconOff(let one): "Beacon is off: \(one ? "its facet is" : "its facets are") taken off too."
        case .notFetched(let count): "\(count) of them are not fetched yet and stay unmarked. Scroll past them first."
        case .nothingToOpen: "There is nothing to open."
        case .markFirst: "Mark the first one with \(c.key(.toggleMark, in: .browserList))."
        case .noFacet: "No facet is active."
        case .nothingToUndo: "There is nothing to take back; words that were typed stay."
        case .noWords: "Type what to search for."
        case .noDataset: "There is no dataset under the cursor."
        case .facetsInOrder: "The facets are in their order again."
        case .facetsOff(let facets): "Taken off: \(facets)."
        case .facetsBack(let facets): "Put back: \(facets)."
        case .wordsStay: "The words of the search were changed since, and stay."
        case .searchEmpty: "The search is empty again."
        case .searchedAgain(let text): "Searched again: “\(text)”."
        case .allWords: "All of the words match again."
        case .anyWord: "Any of the words matches again."
        case .beaconOnAgain: "Beacon is on again."
        case .beaconOffAgain: "Beacon is off again."
        case .notANumber(let text): "“\(text)” is not a number. Type one such as 100."
        case .notADate(let text): "“\(text)” is not a date. Type one such as 2024-01-31."
        case .noOrder(let label, let sign, let signs):
            "“\(label)” has no order: “\(sign)” cannot be used with it, only \(signs)."
        case .cannotLeaveOut(let label, let signs):
            """
            This portal cannot leave out what has a value of “\(label)”: it would find the opposite. It takes \
            only \(signs) there.
            """
        case .beaconNeedsSignIn(let canSignIn):
            """
            The Beacon network answers only people who signed in. \
            \(canSignIn ? "\(c.key(.signIn)) signs in, then \(c.key(.toggleBeacon)) asks it." : c.text(SignInMessage.noPlace))
            """
        case .filterOfBeacon(let label):
            "“\(label)” is a filter of the Beacon network, which answers only people who signed in."
        case .asTyped(let value, let filter):
            "“\(value)” is not in the list of \(filter) and is looked for as it is."
        case .severalValues(let label, let filter, let count):
            "“\(label)” is the name of \(count) values of \(filter); all are looked for."
        case .nothingToComplete: "Nothing is known for the word at the cursor: no filter and no value begins so."
        case .noEarlierSearch: "Nothing was searched for yet."
        case .noSearchBefore: "There is no earlier search."
        case .nothingToCopy: "The search is for all datasets: there is nothing to copy."
        case .column(let column): Self.column(column)
        case .orderOfMirror(let column):
            "Portals have no order by “\(Self.column(column))”. The mirror of the catalogue has: \(c.key(.showMirror))."
        case .markToCompare:
            "Two to five datasets are compared: mark them with \(c.key(.toggleMark, in: .browserList)) first."
        case .basketNotComparable: "Two to five datasets are compared, and the basket holds another number."
        case .allInSight: "All of them are in sight."
        case .lineWaitsInVain:
            "The portal has not told its filters. The line stays; \(c.key(.leaveSearch)) tries again."
        case .nothingToSave: "The search is for all datasets: type words or choose facets first, then save it."
        case .noSavedSearch: "No search is saved."
        case .nothingNew: "Nothing of it is new."
        case .nothingNews: "Nothing is new."
        case .newsOfSearches(let count, let news):
            """
            \(c(SavedSearchWords.count(news))) in \(count == 1 ? "a saved search" : "\(c.number(count)) saved searches"): \
            \(c.key(.showNews)) shows what is new.
            """
        case .nothingDeleted: "No saved search was deleted."
        case .searchSaved(let name):
            "“\(name)” is saved, and all that it finds counts as seen. \(c.key(.showSavedSearches)) tells what is new."
        case .searchRenamed(let name, let other): "“\(name)” is called “\(other)” now."
        case .searchDeleted(let name): "“\(name)” is deleted. \(c.key(.restoreSearch)) takes it back."
        case .searchRestored(let name): "“\(name)” is back, with what was seen of it."
        case .markedSeen(let name, let news): "\(name): \(c(SavedSearchWords.count(news))) marked as seen."
        }
    }

    private static func column(_ column: ListColumn) -> TerminalText {
        switch column {
        case .id: "Id"
        case .identifier: "Identifier"
        case .title: "Title"
        case .access: "Access"
        case .individuals: "Individuals"
        case .records: "Records"
        case .files: "Files"
        case .year: "Year"
        case .modified: "Modified"
        case .created: "Created"
        case .publisher: "Publisher"
        case .theme: "Theme"
        case .keywords: "Keywords"
        case .catalogue: "Catalogue"
        case .period: "Period"
        case .series: "Series"
        }
    }
}
