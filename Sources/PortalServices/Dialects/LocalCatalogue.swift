import FoundationEssentials
import PortalDomain

/// A catalogue that is had as a whole: searched, narrowed, sorted and paged here, because its service does not.
struct LocalCatalogue: Sendable {
    var datasets: [DatasetSummary]
    /// How the datasets are grouped: a filter's key and label, and what a dataset has for it.
    var groupings: [Grouping]
    /// What of them can be more or less.
    var measures: [Measure] = []

    struct Grouping: Sendable {
        var key: FilterKey
        var label: String
        var values: @Sendable (DatasetSummary) -> [LabelledValue]
    }

    /// A day or a number.
    struct Measure: Sendable {
        var key: FilterKey
        var kind: FilterKind
        var label: String
        /// Days as they are counted from 1970 on; nil where a dataset does not say.
        var value: @Sendable (DatasetSummary) -> Double?

        static func day(
            _ key: FilterKey, _ label: String, _ moment: @escaping @Sendable (DatasetSummary) -> Date?
        ) -> Measure {
            Measure(key: key, kind: .dateTime, label: label) { moment($0).map { Double(ISODate($0).dayNumber) } }
        }

        /// Whole days, months and years are meant by a date. What is not said is neither more nor less.
        func meets(_ dataset: DatasetSummary, _ selection: FacetSelection) -> Bool {
            guard let value = value(dataset), let (first, last) = bounds(selection.value.value) else { return false }
            return switch selection.comparison {
            case .equal: value >= first && value <= last
            case .not: value < first || value > last
            case .greater: value > last
            case .greaterOrEqual: value >= first
            case .less: value < first
            case .lessOrEqual: value <= last
            }
        }

        private func bounds(_ text: String) -> (Double, Double)? {
            guard kind == .dateTime else { return Double(text.trimmed).map { ($0, $0) } }
            return QueryDays(text.trimmed).map { (Double($0.first.dayNumber), Double($0.last.dayNumber)) }
        }
    }

    func page(_ query: SearchQuery, start: Int, rows: Int) -> SearchPage {
        let found = datasets.filter { matches($0, query) }
        let sorted = sort(found, by: query)
        let start = max(0, start)
        let page = sorted.dropFirst(start).prefix(max(0, rows))
        return SearchPage(
            start: start, total: sorted.count, results: page.map(SearchResult.dataset), filters: filters(of: found))
    }

    /// - Parameter found: what is counted; everything unless told.
    func filters(of found: [DatasetSummary]? = nil) -> [Filter] {
        let lists = groupings.map { grouping in
            var counts: [LabelledValue: Int] = [:]
            for dataset in found ?? datasets {
                for value in Set(grouping.values(dataset)) { counts[value, default: 0] += 1 }
            }
            let values = counts.sorted { ($1.value, $0.key.label) < ($0.value, $1.key.label) }
                .map { FilterValue(term: $0.key, count: $0.value) }
            return Filter(
                key: grouping.key, kind: .dropdown, label: grouping.label, values: values,
                operators: [.equal, .not])
        }
        return lists
            + measures.map {
                Filter(
                    key: $0.key, kind: $0.kind, label: $0.label,
                    operators: [.greaterOrEqual, .lessOrEqual, .equal, .greater, .less, .not])
            }
    }

    /// Values of one filter are alternatives, filters narrow each other, and words must all match or any of them.
    private func matches(_ dataset: DatasetSummary, _ query: SearchQuery) -> Bool {
        let words = Self.words(query.text)
        let text = Self.text(of: dataset)
        let filters = Dictionary(grouping: query.facets, by: \.filter)
        let facets = filters.map { key, selections in
            if let measure = measures.first(where: { $0.key == key }) {
                return selections.allSatisfy { measure.meets(dataset, $0) }
            }
            // Values that are left out are each no alternative to others.
            let wanted = selections.filter { $0.comparison != .not }
            return (wanted.isEmpty || wanted.contains { meets(dataset, $0) })
                && selections.allSatisfy { $0.comparison != .not || meets(dataset, $0) }
        }
        guard facets.allSatisfy(\.self) else { return false }
        return switch query.matching {
        case .all: words.allSatisfy { text.contains($0) }
        case .any: words.isEmpty || words.contains { text.contains($0) }
        }
    }

    private func meets(_ dataset: DatasetSummary, _ selection: FacetSelection) -> Bool {
        // What nothing is known of narrows to nothing, rather than being shown and left out.
        guard let grouping = groupings.first(where: { $0.key == selection.filter }) else { return false }
        let has = grouping.values(dataset).contains {
            $0.value == selection.value.value || $0.label == selection.value.label
        }
        return selection.comparison == .not ? !has : has
    }

    /// With relevance asked for, a word in the title counts for more; otherwise the service's own order is kept.
    private func sort(_ found: [DatasetSummary], by query: SearchQuery) -> [DatasetSummary] {
        let words = Self.words(query.text)
        switch query.sort {
        case .relevance:
            guard !words.isEmpty else { return found }
            return found.sorted(
                by: { $0 > $1 },
                of: { dataset in
                    let title = dataset.title.lowercased()
                    return words.count { title.contains($0) }
                })
        case .newest: return found.sorted(by: { $0 > $1 }, of: { $0.modified ?? .distantPast })
        case .oldest: return found.sorted(by: { $0 < $1 }, of: { $0.modified ?? .distantFuture })
        case .recentlyAdded: return found.sorted(by: { $0 > $1 }, of: { $0.created ?? .distantPast })
        case .titleAscending: return found.sorted(by: { $0 < $1 }, of: { $0.title.lowercased() })
        case .titleDescending: return found.sorted(by: { $0 > $1 }, of: { $0.title.lowercased() })
        }
    }

    /// Words, and what stands between quotation marks as a whole.
    private static func words(_ text: String) -> [String] {
        let pieces = text.lowercased().split(separator: "\"", omittingEmptySubsequences: false)
        // The last mark may have no partner yet.
        let lastIsOpen = pieces.count.isMultiple(of: 2)
        return pieces.enumerated().flatMap { index, piece -> [String] in
            let words = piece.split(whereSeparator: \.isWhitespace)
            let isPhrase = !index.isMultiple(of: 2) && !(lastIsOpen && index == pieces.count - 1)
            return isPhrase ? (words.isEmpty ? [] : [words.joined(separator: " ")]) : words.map { String($0) }
        }
    }

    private static func text(of dataset: DatasetSummary) -> String {
        ([dataset.id.rawValue, dataset.identifier ?? "", dataset.resource ?? "", dataset.title, dataset.description]
            + dataset.publishers + dataset.keywords + dataset.themes.map(\.label)).joined(separator: "\n").lowercased()
    }
}

extension Array {
    /// Stable, with each element's key made once.
    fileprivate func sorted<Key>(by precedes: (Key, Key) -> Bool, of key: (Element) -> Key) -> [Element] {
        enumerated().map { (offset: $0.offset, key: key($0.element), element: $0.element) }
            .sorted { one, other in
                if precedes(one.key, other.key) { return true }
                if precedes(other.key, one.key) { return false }
                return one.offset < other.offset
            }
            .map(\.element)
    }
}
