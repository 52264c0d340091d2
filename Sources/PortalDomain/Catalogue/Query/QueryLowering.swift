/// A line as a search that a portal can be asked.
public struct LoweredQuery: Hashable, Sendable {
    /// What is asked for.
    public var query: SearchQuery
    /// The line names the order; else `query.sort` is the usual one.
    public var namesOrder = false
    /// The line says whether all of the words or any of them: it has alternatives, or several words.
    public var namesMatching = false
    /// The line says whether the Beacon network is asked.
    public var namesBeacon = false
    /// What the person should know although nothing is wrong.
    public var notes: [QueryNote] = []

    init(_ query: SearchQuery) { self.query = query }
}

/// What became of a part of a line.
public enum QueryNote: Hashable, Sendable {
    /// No value of the filter is known by that name: it is looked for as it is.
    case asTyped(value: String, filter: String)
    /// The name of several values, all of which are meant.
    case several(label: String, filter: String, values: [String])
}

/// What services can be asked, of what a line can say. Whatever they cannot is a problem with its place, and nothing of
/// the line is left out.
public struct QueryLowering: Sendable {
    /// The filters that can be named.
    public var names: QueryNames
    /// What the portal has.
    public var capabilities: Capabilities
    /// Whom it is for. The mirror can be asked everything that a line says: what has no place among a search's facets is
    /// one of them as it stands (`FacetSelection.part(ofLine:)`).
    public var source: CatalogueSource

    public init(names: QueryNames, capabilities: Capabilities, source: CatalogueSource = .portal) {
        self.names = names
        self.capabilities = capabilities
        self.source = source
    }

    /// The filters whose values a line names and this does not know: their lists may hold more than came with them.
    public func incompleteFilters(of line: QueryLine) -> [Filter] {
        line.conditions.compactMap { condition in
            guard let (filter, _) = try? names.find(condition.name), filter.kind == .dropdown else { return nil }
            return condition.values.allSatisfy { value in filter.values.contains { $0.term.value == value } }
                ? nil : filter
        }.unique
    }

    /// - Throws: the first part of the line that the portal cannot be asked.
    public func lower(_ line: QueryLine) throws(QueryProblem) -> LoweredQuery {
        var lowered = LoweredQuery(SearchQuery())
        var line = line
        let parts = source == .mirror ? try takeParts(of: &line) : []
        try words(of: line, into: &lowered)
        for term in line.terms { try condition(term, into: &lowered) }
        if let sort = line.sort {
            guard let known = sort.known else { throw Self.unknown(sort) }
            lowered.query.sort = known
            lowered.namesOrder = true
        }
        try beacon(line, into: &lowered)
        lowered.query.facets += parts
        return lowered
    }

    // MARK: - What the mirror alone answers

    /// Takes out of a line whatever no service can be asked.
    ///
    /// - Throws: what is wrong whoever is asked, such as a filter that nobody has.
    private func takeParts(of line: inout QueryLine) throws(QueryProblem) -> [FacetSelection] {
        var parts: [QueryLine] = []
        var kept: [QueryTerm] = []
        for term in line.terms {
            do throws(QueryProblem) {
                // By itself, and beside what was taken before it: alternatives stand beside nothing.
                _ = try QueryLowering(names: names, capabilities: capabilities)
                    .lower(QueryLine(terms: kept + [term]))
                kept.append(term)
            } catch {
                guard error.reason.isOfServices else { throw error }
                for condition in term.conditions {
                    // The network is asked by the portal alone.
                    guard try !names.find(condition.name).filter.key.isOfBeacon else { throw error }
                }
                parts.append(QueryLine(terms: [term]))
            }
        }
        line.terms = kept
        if let sort = line.sort, sort.known == nil {
            parts.append(QueryLine(sort: sort))
            line.sort = nil
        }
        return parts.map { FacetSelection.part(ofLine: $0.text) }
    }

    // MARK: - Words

    private func words(of line: QueryLine, into lowered: inout LoweredQuery) throws(QueryProblem) {
        let plain = line.terms.compactMap(\.asWord)
        let alternatives = line.terms.filter {
            if case .either(let terms) = $0.kind { terms[0].asWord != nil } else { false }
        }
        guard let first = alternatives.first, case .either(let terms) = first.kind else {
            lowered.query.text = plain.joined(separator: " ")
            lowered.namesMatching = plain.count > 1
            return
        }
        let words = terms.compactMap(\.asWord)
        guard words.count == terms.count else { throw QueryProblem(.noAlternatives, at: first.place) }
        guard plain.isEmpty, alternatives.count == 1 else {
            throw QueryProblem(.noWordsBesideAlternatives, at: first.place)
        }
        if let refusal = capabilities.refusal(of: .matchingAny) {
            throw QueryProblem(.notOffered(refusal), at: first.place)
        }
        lowered.query.text = words.joined(separator: " ")
        lowered.query.matching = .any
        lowered.namesMatching = true
    }

    // MARK: - Conditions

    private func condition(_ term: QueryTerm, into lowered: inout LoweredQuery) throws(QueryProblem) {
        switch term.kind {
        case .word, .phrase: return
        case .condition(let condition): try add(condition, isNot: false, at: term.place, into: &lowered)
        case .not(let inner):
            switch inner.kind {
            case .condition(let condition): try add(condition, isNot: true, at: term.place, into: &lowered)
            // That none of them holds.
            case .either(let terms) where terms.allSatisfy(\.isCondition):
                for inner in terms {
                    try self.condition(QueryTerm(.not(inner), at: term.place), into: &lowered)
                }
            case .either, .all, .word, .phrase, .not: throw QueryProblem(.noNot, at: term.place)
            }
        case .either(let terms):
            guard terms[0].asWord == nil else { return }
            try add(alternatives: terms, at: term.place, into: &lowered)
        case .all: throw QueryProblem(.noAlternatives, at: term.place)
        }
    }

    /// Values of one filter are alternatives, whether they stand in one condition or in several.
    private func add(
        alternatives terms: [QueryTerm], at place: QueryPlace, into lowered: inout LoweredQuery
    ) throws(QueryProblem) {
        var key: FilterKey?
        for term in terms {
            guard case .condition(let condition) = term.kind, condition.comparison == .equal else {
                throw QueryProblem(.noAlternatives, at: place)
            }
            let filter = try find(condition.name).filter
            guard key == nil || key == filter.key, filter.kind == .dropdown || filter.kind == .freeText else {
                throw QueryProblem(.noAlternatives, at: place)
            }
            key = filter.key
        }
        // Else they would widen what stands elsewhere, too.
        if lowered.query.facets.contains(where: { $0.filter == key && $0.comparison == .equal }) {
            throw QueryProblem(.noAlternatives, at: place)
        }
        for term in terms { try condition(term, into: &lowered) }
    }

    /// Where there is none, only those are named that this portal can be asked for.
    private func find(_ name: QueryFacetName) throws(QueryProblem) -> (filter: Filter, entry: String?) {
        do throws(QueryProblem) {
            return try names.find(name)
        } catch {
            guard case .unknownName(let name, let known, let meant, _) = error.reason else { throw error }
            let listed = capabilities.offers(.series) ? known : known.filter { $0 != "series" }
            var problem = error
            problem.reason = .unknownName(
                name: name, known: listed, meant: meant,
                mayNeedSignIn: capabilities.missing[.individualLevel] == .because(.savedSearch(.beaconNeedsSignIn)))
            throw problem
        }
    }

    private func add(
        _ condition: QueryCondition, isNot: Bool, at place: QueryPlace, into lowered: inout LoweredQuery
    ) throws(QueryProblem) {
        let (filter, entry) = try find(condition.name)
        if filter.key.isOfBeacon, let refusal = capabilities.refusal(of: .individualLevel) {
            throw QueryProblem(.notOffered(refusal), at: place)
        }
        if filter.key == FacetSelection.series("").filter, let refusal = capabilities.refusal(of: .series) {
            throw QueryProblem(.notOffered(refusal), at: place)
        }
        let bounds = QueryBounds(condition, of: filter, at: place)
        for (comparison, value) in try bounds.parts(isNot: isNot) {
            guard filter.comparisons.contains(comparison) else {
                let signs = filter.comparisons.map(\.sign).joined(separator: " ")
                throw QueryProblem(
                    comparison == .not
                        ? .noLeavingOut(label: filter.label)
                        : .noOrder(label: filter.label, sign: comparison.sign, signs: signs), at: place)
            }
            for term in terms(value, of: filter, into: &lowered) {
                let selection = FacetSelection(
                    filter: filter.key, kind: filter.kind, value: term, comparison: comparison,
                    filterLabel: filter.values.first { $0.term.value == entry }?.term.label ?? filter.label,
                    entry: entry)
                if lowered.query.facets.contains(where: { $0.excludes(selection) }) {
                    throw QueryProblem(.oneBound(label: filter.label), at: place)
                }
                if !lowered.query.facets.contains(selection) { lowered.query.facets.append(selection) }
            }
        }
    }

    /// The value of this name, or all whose label it is: different values may read alike.
    private func terms(_ value: String, of filter: Filter, into lowered: inout LoweredQuery) -> [LabelledValue] {
        let typed = LabelledValue(value: value, label: value)
        guard filter.kind == .dropdown else { return [typed] }
        let known = filter.terms(named: value)
        if known.isEmpty { lowered.notes.append(.asTyped(value: value, filter: filter.label)) }
        if known.count > 1 {
            lowered.notes.append(.several(label: value, filter: filter.label, values: known.map(\.value)))
        }
        return known.isEmpty ? [typed] : known
    }

    // MARK: - The whole

    private func beacon(_ line: QueryLine, into lowered: inout LoweredQuery) throws(QueryProblem) {
        let needsBeacon = lowered.query.facets.contains(where: \.isOfBeacon)
        lowered.query.includeBeacon = line.beacon == true || needsBeacon
        lowered.namesBeacon = line.beacon != nil || needsBeacon
        if line.beacon == true, let refusal = capabilities.refusal(of: .individualLevel) {
            throw QueryProblem(.notOffered(refusal), at: line.beaconPlace)
        }
        if line.beacon == false, needsBeacon { throw QueryProblem(.beaconNeeded, at: line.beaconPlace) }
    }

    private static func unknown(_ sort: QuerySort) -> QueryProblem {
        let known = SearchSort.allCases.map { QuerySort($0).written }
        return QueryProblem(
            .unknownChoice(
                name: "sort", given: sort.written, known: known,
                meant: Misspelling.suggestions(for: sort.written, among: known)), at: sort.place)
    }
}

extension QueryReason {
    /// Nothing is wrong with the line: services cannot be asked it.
    fileprivate var isOfServices: Bool {
        switch self {
        case .noNot, .noAlternatives, .noWordsBesideAlternatives, .noOrder, .noLeavingOut, .oneBound, .notOffered: true
        case .valueExpected, .nameExpected, .termExpected, .quoteOpen, .groupOpen, .groupEmpty, .strayClose,
            .orExpected, .blankExpected, .oneValue, .tooDeep, .tooLong, .onlyOutside, .saidTwice, .unknownChoice,
            .unknownName, .noDataUse, .severalNames, .entryExpected, .noEntries, .notANumber, .notADate, .noValue,
            .beaconNeeded:
            false
        }
    }
}

extension QueryTerm {
    fileprivate var isCondition: Bool { if case .condition = kind { true } else { false } }
}

extension FacetSelection {
    /// One of the ends of a range, or the only value in it.
    fileprivate var isRange: Bool { (kind == .number || kind == .dateTime) && comparison != .not }

    /// Both are ends of a range, and the same one; a single value is both.
    package func excludes(_ other: FacetSelection) -> Bool {
        guard filter == other.filter, self != other else { return false }
        // One value an entry.
        if kind == .entries { return entry == other.entry }
        guard isRange, other.isRange else { return false }
        return comparison == .equal || other.comparison == .equal || isLowerBound == other.isLowerBound
    }

    private var isLowerBound: Bool { comparison == .greater || comparison == .greaterOrEqual }
}
