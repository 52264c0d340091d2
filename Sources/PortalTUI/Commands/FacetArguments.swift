import PortalModel

/// `--facet key=value` in the terms of the portal's filters.
struct FacetArguments {
    private let arguments: [Argument]
    private let isSignedIn: Bool

    static let needsSignIn =
        "The Beacon network answers only people who signed in: portal login signs in. Nothing was searched."

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
            throw CommandFailure("--facet “\(text)” has no value. Write it as key=value.", .usage)
        }
        var rest = text[sign...]
        let signs = rest.prefix { "=<>!".contains($0) }
        rest = rest.dropFirst(signs.count)
        let comparison = FacetOperator(rawValue: signs == "!=" ? "!" : String(signs))
        guard let comparison, !rest.isEmpty else {
            throw CommandFailure("--facet “\(text)” is not understood. Signs are = != < > <= >=, then a value.", .usage)
        }
        return Argument(text: text, key: String(text[..<sign]), comparison: comparison, value: String(rest))
    }

    /// Asks the portal which filters it has, and for values by their labels.
    ///
    /// - Parameter note: gets what the person should know although the search goes on.
    func selections(
        at discovery: DiscoveryService, note: (String) -> Void
    ) async throws -> [FacetSelection] {
        let filters = try await discovery.filters()
        var selections: [FacetSelection] = []
        for argument in arguments {
            selections.append(try await selection(argument, among: filters, discovery, note: note))
        }
        return selections
    }

    private func selection(
        _ argument: Argument, among filters: [Filter], _ discovery: DiscoveryService, note: (String) -> Void
    ) async throws -> FacetSelection {
        let (filter, entry) = try find(argument, among: filters)
        let problem = filter.problem(withValue: argument.value) ?? filter.problem(with: argument.comparison)
        if let problem { throw CommandFailure(problem + " Nothing was searched.", .usage) }
        var value = LabelledValue(value: argument.value, label: argument.value)
        if filter.kind == .dropdown {
            var known = filter.values.term(named: argument.value)
            // The list of filters holds the most frequent values alone.
            if known == nil { known = try await discovery.allValues(of: filter).term(named: argument.value) }
            if known == nil {
                note(
                    "“\(argument.value)” is not in the list of \(argument.key) and is looked for as it is; "
                        + "portal filters \(argument.key) prints the list.")
            }
            value = known ?? value
        }
        return FacetSelection(
            filter: filter.key, kind: filter.kind, value: value, comparison: argument.comparison,
            filterLabel: filter.label, entry: entry)
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
        if argument.key.hasPrefix("beacon:"), !isSignedIn { throw CommandFailure(Self.needsSignIn, .authentication) }
        let known = filters.map(\.key.key).joined(separator: ", ")
        let beacon =
            isSignedIn ? "" : " Those of the Beacon network are listed only for people who signed in (portal login)."
        let hint = Misspelling.question(Misspelling.suggestions(for: argument.key, among: filters.map(\.key.key)))
        throw CommandFailure("This portal has no filter “\(argument.key)”.\(hint) Known are \(known).\(beacon)", .usage)
    }
}

extension [FilterValue] {
    /// By its value, or by what a person reads.
    fileprivate func term(named name: String) -> LabelledValue? {
        let wanted = name.lowercased()
        return first { $0.term.value == name }?.term ?? first { $0.term.label.lowercased() == wanted }?.term
    }
}

extension DiscoveryService {
    /// Every value of a filter. What came with the filter is all where the service has no list of its own; a Beacon's
    /// filters always hold theirs.
    func allValues(of filter: Filter) async throws(PortalError) -> [FilterValue] {
        let isListed = filter.kind == .dropdown && !filter.key.isOfBeacon || filter.values.isEmpty
        guard isListed, filter.kind == .dropdown || filter.kind == .freeText else { return filter.values }
        do throws(PortalError) {
            let values = try await filterValues(filter.key)
            return values.count < filter.values.count ? filter.values : values
        } catch  where error.kind == .unsupported || error.kind == .notFound {
            return filter.values
        }
    }
}
