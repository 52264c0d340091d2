/// Finding values by their words, in all facets at once.
extension FacetPanel {
    /// A filter with those of its values that are listed now.
    public struct Listing: Equatable, Sendable {
        /// Its place among the panel's filters.
        public var filter: Int
        /// In the filter's order; none of one that is narrowed by a typed value.
        public var values: [FilterValue]
    }

    /// The values of the chosen filter that match what was typed to find.
    public var listedValues: [FilterValue] {
        guard let findings else { return chosenFilter?.values ?? [] }
        return findings.first { $0.filter == filter }?.values ?? []
    }

    /// Looks for what is typed.
    mutating func lookUp() {
        guard !find.isEmpty else {
            findings = nil
            return
        }
        let words = find.text.lowercased().split(separator: " ").map { Array($0.utf8) }
        findings = filters.enumerated().compactMap { index, filter in
            Self.found(words, in: filter).map { Listing(filter: index, values: $0) }
        }
    }

    /// The values of a filter that hold the words, or all where they are blank. A filter without listed values is found by
    /// its own name.
    ///
    /// - Returns: nil where nothing of it is found.
    private static func found(_ words: [[UInt8]], in filter: Filter) -> [FilterValue]? {
        guard !words.isEmpty else { return filter.values }
        let name = Array(filter.label.lowercased().utf8)
        guard !filter.takesCondition || filter.listsEntries else {
            return words.allSatisfy { name.holds($0) } ? [] : nil
        }
        let texts = filter.values.map { $0.findable(isOfDataUse: filter.isOfDataUse) }
        var places = texts.indices.filter { place in words.allSatisfy { texts[place].holds($0) } }
        // A value of this filter: its name may be among the words, but only where no value is called so itself.
        if places.isEmpty {
            let others = words.filter { !name.holds($0) }
            guard others.count < words.count else { return nil }
            places = texts.indices.filter { place in others.allSatisfy { texts[place].holds($0) } }
        }
        return places.isEmpty ? nil : places.map { filter.values[$0] }
    }

    /// To a filter in which something is found, unless the cursor is in one.
    mutating func settleOnFinding() {
        guard let findings, !findings.contains(where: { $0.filter == filter }), let first = findings.first else {
            return clamp()
        }
        (filter, value) = (first.filter, 0)
    }

    /// Over what was found in all filters, as in one list.
    mutating func moveOverFindings(_ movement: Movement, visible: Int) {
        let places = findings?.flatMap { listing in
            (0..<max(listing.values.count, 1)).map { (filter: listing.filter, value: $0) }
        }
        guard let places, !places.isEmpty else { return }
        let place = places.firstIndex { $0 == (filter, value) } ?? 0
        (filter, value) = places[ListPosition.moved(place, movement, count: places.count, visible: visible)]
    }

    /// Looks for nothing more. The cursor stays on its value; where nothing was found it goes back to where it was.
    mutating func endFinding() {
        let chosen = listedValues.indices.contains(value) ? listedValues[value].term : nil
        let hasFound = findings?.isEmpty != true
        find = TextBuffer()
        if !hasFound, let origin = filters.firstIndex(where: { $0.key == foundFrom }) { (filter, value) = (origin, 0) }
        if let chosen, let place = listedValues.firstIndex(where: { $0.term == chosen }) { value = place }
        clamp()
    }
}

extension FilterValue {
    /// In small letters. What its code means is shown, and is looked for too.
    fileprivate func findable(isOfDataUse: Bool) -> [UInt8] {
        var text = term.label
        if isOfDataUse, let meaning = DataUseCode(of: term)?.term {
            text += " \(meaning.shorthand ?? "") \(meaning.label)"
        }
        // Nearly all are ASCII, of which a byte is a letter.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        }
        return Array(text.lowercased().utf8)
    }
}

extension [UInt8] {
    /// Whether the bytes of a word stand in it, one behind the other.
    fileprivate func holds(_ word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        guard count >= word.count else { return false }
        return withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                for start in 0...(text.count - word.count) where text[start] == first {
                    var length = 1
                    while length < word.count, text[start + length] == word[length] { length += 1 }
                    if length == word.count { return true }
                }
                return false
            }
        }
    }
}

extension AppState {
    /// While something is looked for, the values that did not come with the results are asked for, of one filter after the
    /// other: of the one with the cursor first.
    mutating func loadValuesToFindIn() -> [Effect] {
        guard browser.focus == .facets, !browser.facets.find.isEmpty, browser.facets.valuesPending == nil else {
            return []
        }
        let panel = browser.facets
        let chosen = panel.chosenFilter.map { [$0] } ?? []
        guard let filter = (chosen + panel.filters).first(where: { panel.mayHaveMore(of: $0) }) else { return [] }
        return loadValues(of: filter)
    }

    /// To the next filter in which something is found, or the one before.
    mutating func goToFinding(by step: Int) -> [Effect] {
        guard let findings = browser.facets.findings, !findings.isEmpty else { return [] }
        let chosen = browser.facets.filter
        let place = findings.firstIndex { $0.filter == chosen }
        let next = place.map { ($0 + step + findings.count) % findings.count } ?? 0
        browser.facets.filter = findings[next].filter
        browser.facets.value = 0
        return []
    }
}
