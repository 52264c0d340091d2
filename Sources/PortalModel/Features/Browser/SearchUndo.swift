/// A change of the query by a command: a facet, all facets, the search that was cleared, what has to match.
struct SearchChange: Equatable, Sendable {
    /// More than anybody takes back one by one.
    static let most = 50

    var before: SearchQuery
    var after: SearchQuery
}

extension BrowserState {
    /// To be carried out after a command that may have changed the query; what is typed changes it unremembered.
    mutating func remember(from before: SearchQuery) {
        // The order is chosen anew, not taken back.
        var unordered = before
        unordered.sort = query.sort
        guard unordered != query else { return }
        changes.append(SearchChange(before: before, after: query))
        if changes.count > SearchChange.most { changes.removeFirst() }
    }
}

extension AppState {
    /// Takes back the last change, and nothing else: the order and what was typed since stay.
    mutating func undoSearch() -> [Effect] {
        guard let change = browser.changes.popLast() else { return [] }
        let (before, after) = (change.before, change.after)
        var words: [Message] = []
        if before.facets != after.facets {
            let off = after.facets.filter { !before.facets.contains($0) }
            let back = before.facets.filter { !after.facets.contains($0) }
            browser.query.facets.removeAll { off.contains($0) }
            browser.query.facets += back.filter { !browser.query.facets.contains($0) }
            if off.isEmpty, back.isEmpty { words.append(.search(.facetsInOrder)) }
            if !off.isEmpty { words.append(.search(.facetsOff(facets: off.phrase))) }
            if !back.isEmpty { words.append(.search(.facetsBack(facets: back.phrase))) }
        }
        if before.text != after.text, browser.query.text != after.text {
            words.append(.search(.wordsStay))
        } else if before.text != after.text {
            browser.query.text = before.text
            browser.searchField = TextBuffer(before.text)
            words.append(before.text.isEmpty ? .search(.searchEmpty) : .search(.searchedAgain(text: before.text)))
        }
        if before.matching != after.matching {
            browser.query.matching = before.matching
            words.append(before.matching == .all ? .search(.allWords) : .search(.anyWord))
        }
        if before.includeBeacon != after.includeBeacon {
            browser.query.includeBeacon = before.includeBeacon
            words.append(before.includeBeacon ? .search(.beaconOnAgain) : .search(.beaconOffAgain))
        }
        return runSearch() + show(.success, .several(words))
    }
}

extension [FacetSelection] {
    fileprivate var phrase: String { map(\.phrase).joined(separator: ", ") }
}

extension FacetSelection {
    fileprivate var phrase: String {
        if isPartOfLine { return value.label }
        return switch comparison {
        case .equal: "\(filterLabel) \(value.label)"
        case .not: "\(filterLabel) not \(value.label)"
        case .less, .greater, .greaterOrEqual, .lessOrEqual: "\(filterLabel) \(comparison.rawValue) \(value.label)"
        }
    }
}
