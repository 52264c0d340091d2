import PortalModel
import PortalViews

/// `--facet key=value` in the terms of the portal's filters.
struct FacetArguments {
    private let arguments: [Argument]
    private let isSignedIn: Bool

    private struct Argument {
        var text: String
        var key: String
        var comparison: FacetOperator
        var value: String
    }

    /// - Parameter isSignedIn: filters of the Beacon network are listed, and answered, only then.
    init(_ texts: [String], isSignedIn: Bool = true) throws(CommandFailure) {
        self.isSignedIn = isSignedIn
        var arguments: [Argument] = []
        for text in texts { arguments.append(try Self.parse(text)) }
        self.arguments = arguments
    }

    private static func parse(_ text: String) throws(CommandFailure) -> Argument {
        guard let sign = text.firstIndex(where: { "=<>!".contains($0) }), sign > text.startIndex else {
            throw CommandFailure(SearchCommandWords.facetWithoutValue(text: text), .usage)
        }
        var rest = text[sign...]
        let signs = rest.prefix { "=<>!".contains($0) }
        rest = rest.dropFirst(signs.count)
        let comparison = FacetOperator(rawValue: signs == "!=" ? "!" : String(signs))
        guard let comparison, !rest.isEmpty else {
            throw CommandFailure(SearchCommandWords.facetNotUnderstood(text: text), .usage)
        }
        return Argument(text: text, key: String(text[..<sign]), comparison: comparison, value: String(rest))
    }

    /// Asks the portal which filters it has, and for values by their labels.
    ///
    /// - Parameter note: gets what the person should know although the search goes on.
    func selections(
        at discovery: DiscoveryService, note: (SearchCommandWords) -> Void
    ) async throws -> [FacetSelection] {
        let filters = try await discovery.filters()
        let lists = ValueLists(discovery)
        var selections: [FacetSelection] = []
        for argument in arguments {
            selections += try await self.selections(argument, among: filters, lists, note: note)
        }
        return selections
    }

    private func selections(
        _ argument: Argument, among filters: [Filter], _ lists: ValueLists, note: (SearchCommandWords) -> Void
    ) async throws -> [FacetSelection] {
        let (filter, entry) = try find(argument, among: filters)
        let problem = filter.problem(withValue: argument.value) ?? filter.problem(with: argument.comparison)
        if let problem { throw CommandFailure(SearchCommandWords.facetRefused(problem), .usage) }
        var values = [LabelledValue(value: argument.value, label: argument.value)]
        if filter.kind == .dropdown {
            let known = try await terms(named: argument.value, of: filter, lists)
            if known.isEmpty {
                note(.notInList(value: argument.value, key: argument.key))
            } else if known.count > 1 {
                note(.severalValues(value: argument.value, key: argument.key, names: known.map(\.value)))
            }
            values = known.isEmpty ? values : known
        }
        return values.map { value in
            FacetSelection(
                filter: filter.key, kind: filter.kind, value: value, comparison: argument.comparison,
                filterLabel: filter.values.first { $0.term.value == entry }?.term.label ?? filter.label, entry: entry)
        }
    }

    /// The value of this name, or all whose label it is: different values may read alike.
    private func terms(
        named name: String, of filter: Filter, _ lists: ValueLists
    ) async throws -> [LabelledValue] {
        if let value = filter.values.first(where: { $0.term.value == name }) { return [value.term] }
        // The list of filters holds the most frequent values alone: another may have the label too.
        let all = try await lists.values(of: filter)
        if let value = all.first(where: { $0.term.value == name }) { return [value.term] }
        return all.terms(labelled: name)
    }

    /// `source:key` where several sources have the key, and `key.entry` for a filter with entries.
    private func find(
        _ argument: Argument, among filters: [Filter]
    ) throws(CommandFailure) -> (Filter, entry: String?) {
        for filter in filters {
            let names = [filter.key.key, "\(filter.key.source):\(filter.key.key)"]
            if names.contains(argument.key), filter.kind != .entries { return (filter, nil) }
            guard filter.kind == .entries else { continue }
            for name in names where argument.key.hasPrefix(name + ".") {
                let entry = String(argument.key.dropFirst(name.count + 1))
                if filter.values.contains(where: { $0.term.value == entry }) { return (filter, entry) }
            }
        }
        if argument.key.hasPrefix("beacon:"), !isSignedIn {
            throw CommandFailure(SearchCommandWords.beaconNeedsSignIn, .authentication)
        }
        let known = filters.map(\.key.key)
        let suggestions = Misspelling.suggestions(for: argument.key, among: known)
        throw CommandFailure(
            SearchCommandWords.noFilter(
                key: argument.key, suggestions: suggestions, known: known, isSignedIn: isSignedIn), .usage)
    }
}

/// The values of each filter, asked for once however many arguments name it.
private actor ValueLists {
    private let discovery: DiscoveryService
    private var known: [FilterKey: [FilterValue]] = [:]

    init(_ discovery: DiscoveryService) { self.discovery = discovery }

    func values(of filter: Filter) async throws(PortalError) -> [FilterValue] {
        if let values = known[filter.key] { return values }
        let values = try await discovery.allValues(of: filter)
        known[filter.key] = values
        return values
    }
}

extension [FilterValue] {
    /// Those that a person reads so: in the same letters, or else in small and capital ones.
    fileprivate func terms(labelled name: String) -> [LabelledValue] {
        let exact = map(\.term).filter { $0.label == name }
        guard exact.isEmpty else { return exact }
        let wanted = name.folded
        return map(\.term).filter { $0.label.folded == wanted }
    }
}

extension String {
    /// Without differences that are not seen or not typed: capitals, and how much white space there is.
    fileprivate var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
