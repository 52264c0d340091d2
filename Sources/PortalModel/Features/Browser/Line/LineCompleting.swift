extension LineCompletion {
    /// What the word at the cursor may become; nil where nothing is known for it.
    ///
    /// - Parameter asksNames: whether names are wanted, which are offered only when somebody asks: else words are words.
    init?(_ field: TextBuffer, _ names: @autoclosure () -> QueryNames, asksNames: Bool) {
        let place = QueryCursor(String(field.characters[..<field.cursor]))
        let items: [Item]
        if let name = place.name {
            items = Self.values(of: name, at: place, names())
        } else {
            items = asksNames ? Self.names(place.typed, names()) : []
        }
        guard !items.isEmpty else { return nil }
        start = place.start
        typed = String(field.characters[place.start..<field.cursor])
        self.items = Array(items.prefix(Self.most))
        // It is there already.
        if items.count == 1, items[0].text == typed { return nil }
    }

    private static func names(_ typed: String, _ names: QueryNames) -> [Item] {
        let known = names.all.filter { !$0.filter.isSeriesUnlisted }
        let filters = known.map { name, filter in
            Item(
                text: name.text + (filter.isRange ? ">=" : QueryComparison.equal.rawValue), label: name.text,
                note: filter.label, isComplete: false)
        }
        let own = ["sort", "beacon"].map { Item(text: $0 + ":", label: $0, isComplete: false) }
        return ranked(filters + own, by: typed) { [$0.label, $0.note ?? ""] }
    }

    private static func values(of name: String, at place: QueryCursor, _ names: QueryNames) -> [Item] {
        switch name.lowercased() {
        case "sort":
            let orders = SearchSort.allCases.map { QuerySort($0).written }
            return ranked(orders.map { Item(text: $0, label: $0, isComplete: true) }, by: place.typed) { [$0.label] }
        case "beacon":
            return ranked(["on", "off"].map { Item(text: $0, label: $0, isComplete: true) }, by: place.typed) {
                [$0.label]
            }
        default:
            guard let condition = try? QueryLine.parse(name + ":x").conditions.first,
                let filter = try? names.find(condition.name).filter, filter.kind == .dropdown
            else { return [] }
            let items = filter.values.map { value in
                let facet = FacetSelection(
                    filter: filter.key, kind: filter.kind, value: value.term, filterLabel: filter.label)
                return Item(
                    text: QueryText.value(names.value(of: facet)), label: value.term.label, count: value.count,
                    isComplete: !place.isInList)
            }
            return ranked(items, by: place.typed) { [$0.label] }
        }
    }

    /// Those that begin with what is typed before those that hold it at the beginning of a word, and those before others
    /// that hold it.
    private static func ranked(_ items: [Item], by typed: String, words: (Item) -> [String]) -> [Item] {
        let wanted = typed.folded
        guard !wanted.isEmpty else { return items }
        let ranks = items.enumerated().compactMap { place, item -> (rank: Int, place: Int, item: Item)? in
            let names = words(item).map(\.folded)
            let rank =
                if names.contains(where: { $0.hasPrefix(wanted) }) {
                    0
                } else if names.contains(where: {
                    $0.contains(" " + wanted)
                }) { 1 } else if names.contains(where: { $0.contains(wanted) }) { 2 } else { 3 }
            return rank == 3 ? nil : (rank, place, item)
        }
        return ranks.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.item)
    }
}

extension Filter {
    /// Compared rather than chosen.
    fileprivate var isRange: Bool { kind == .number || kind == .dateTime }
    /// Known to services without being listed: nobody has to be told of it.
    fileprivate var isSeriesUnlisted: Bool { key == FacetSelection.series("").filter && values.isEmpty }
}
