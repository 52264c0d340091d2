/// The filters that a line can name: those of a portal, and the series that services know without listing it.
public struct QueryNames: Hashable, Sendable {
    /// In the order in which the portal has them.
    public let filters: [Filter]

    /// - Parameter facets: what narrows a search already; their filters can be named though the portal lists them no
    ///   more, and their values have the labels that were shown.
    public init(_ filters: [Filter], and facets: [FacetSelection] = []) {
        var filters = filters
        for facet in facets + [FacetSelection.series("")] where !facet.isPartOfLine {
            let term = FilterValue(term: facet.entry.map { LabelledValue(value: $0, label: $0) } ?? facet.value)
            if let index = filters.firstIndex(where: { $0.key == facet.filter }) {
                let filter = filters[index]
                guard filter.kind == .dropdown, !facet.isSeries else { continue }
                if !filter.values.contains(where: { $0.term.value == term.term.value }) {
                    filters[index].values.append(term)
                }
            } else {
                filters.append(
                    Filter(
                        key: facet.filter, kind: facet.kind, label: facet.filterLabel,
                        values: facet.isSeries ? [] : [term],
                        operators: facet.isSeries ? [.equal] : FacetOperator.allCases))
            }
        }
        self.filters = filters
    }

    /// The filter that a name means, and which of its entries.
    ///
    /// - Throws: when there is none, with those that may be meant; when there are several.
    public func find(_ name: QueryFacetName) throws(QueryProblem) -> (filter: Filter, entry: String?) {
        // A key may hold a dot.
        let whole = name.entry.map { "\(name.key).\($0)" }
        if let whole, let filter = try match(whole, source: name.source, in: name), filter.kind != .entries {
            return (filter, nil)
        }
        guard let filter = try match(name.key, source: name.source, in: name) else { throw unknown(name) }
        guard filter.kind == .entries else {
            guard name.entry == nil else { throw QueryProblem(.noEntries(label: filter.label), at: name.place) }
            return (filter, nil)
        }
        let terms = filter.values.map(\.term)
        let wanted = name.entry?.folded
        let entry = terms.first { $0.value == name.entry } ?? terms.first { $0.label.folded == wanted }
        guard let entry else {
            throw QueryProblem(
                .entryExpected(
                    label: filter.label,
                    names: terms.map { QueryFacetName(key: shortKey(of: filter), entry: $0.value).text }),
                at: name.place)
        }
        return (filter, entry.value)
    }

    /// As a line names a filter: as short as can be, and meaning no other.
    public func name(of key: FilterKey, entry: String? = nil) -> QueryFacetName {
        guard let filter = filters.first(where: { $0.key == key }) else {
            return QueryFacetName(source: key.source, key: key.key, entry: entry)
        }
        let short = shortKey(of: filter)
        let means = try? match(short, source: nil, in: QueryFacetName(key: short))
        return QueryFacetName(source: means?.key == key ? nil : key.source, key: short, entry: entry)
    }

    /// The names that can be written, one a filter, an entry each for those that have them.
    public var all: [(name: QueryFacetName, filter: Filter)] {
        filters.flatMap { filter in
            filter.kind == .entries
                ? filter.values.map { (name(of: filter.key, entry: $0.term.value), filter) }
                : [(name(of: filter.key), filter)]
        }
    }

    private func shortKey(of filter: Filter) -> String {
        let short = Self.shortNames.first { $0.keys.contains(filter.key.key) }?.name
        guard let short, let found = try? match(short, source: nil, in: QueryFacetName(key: short)),
            found.key == filter.key
        else { return filter.key.key }
        return short
    }

    /// By the key, by the label, by a short name: whichever one filter has first.
    private func match(
        _ key: String, source: String?, in name: QueryFacetName
    ) throws(QueryProblem) -> Filter? {
        let filters = filters.filter { source == nil || $0.key.source == source }
        let folded = key.folded
        let keys = Self.shortNames.first { $0.name == folded || $0.others.contains(folded) }?.keys ?? []
        let rules: [(Filter) -> Bool] =
            [{ $0.key.key == key }, { $0.key.key.folded == folded }, { $0.label.folded == folded }]
            + keys.map { key in { $0.key.key == key } }
        for rule in rules {
            let found = filters.filter(rule)
            guard found.count > 1 else {
                if let one = found.first { return one }
                continue
            }
            throw QueryProblem(
                .severalNames(
                    name: key, names: found.map { QueryFacetName(source: $0.key.source, key: $0.key.key).text }),
                at: name.place)
        }
        return nil
    }

    private func unknown(_ name: QueryFacetName) -> QueryProblem {
        // Where another filter has that name, the usual one of series has none that people know.
        let listed = filters.filter { $0.key != FacetSelection.series("").filter || shortKey(of: $0) == "series" }
        let known = listed.map { shortKey(of: $0) }
        let labels = listed.map(\.label)
        // Found in datasets' pages, which the mirror alone has read.
        if name.source == nil, ["use", "duo"].contains(name.key.folded) {
            return QueryProblem(.noDataUse(name: name.key), at: name.place)
        }
        let near = Misspelling.suggestions(for: name.key, among: known + ["sort", "beacon"] + labels)
        let meant = near.map { near in
            labels.firstIndex(of: near).flatMap { known.contains(near) ? nil : known[$0] } ?? near
        }
        let written = QueryFacetName(source: name.source, key: name.key).text
        return QueryProblem(.unknownName(name: written, known: known, meant: meant.unique), at: name.place)
    }

    /// Names that catalogues give to what people call alike, the usual one first.
    private static let shortNames: [(name: String, others: [String], keys: [String])] = [
        ("access", ["rights"], ["access_rights", "accessRights"]),
        ("theme", ["themes"], ["theme", "themes", "groups"]),
        ("publisher", ["publishers"], ["publisher_name", "publisher", "organization"]),
        (
            "individuals", ["people", "participants"],
            ["number_of_unique_individuals", "numberOfUniqueIndividuals", "individuals"]
        ),
        ("records", [], ["number_of_records", "numberOfRecords"]),
        ("modified", ["updated"], ["modified", "metadata_modified", "modifiedAt"]),
        ("created", ["added", "issued"], ["created", "metadata_created", "createdAt", "issued"]),
        ("format", ["formats"], ["format", "res_format"]),
        ("licence", ["license"], ["license_id", "license", "licence"]),
        ("keyword", ["keywords", "tag", "tags"], ["keyword", "tags", "keywords"]),
        ("language", ["languages"], ["language", "languages"]),
        ("organisation", ["organization"], ["organization", "organisation"]),
        ("series", [], ["vocab_in_series_title", "in_series"]),
        ("period", ["coverage"], ["temporal_coverage", "temporalCoverage"]),
        ("use", ["duo"], ["use", "data_use", "dataUse", "duo"]),
    ]
}

extension String {
    /// Without differences that are not seen or not typed: capitals, signs between words, and how much white space there
    /// is.
    package var folded: String {
        lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }.joined(separator: " ")
    }
}

extension Array where Element: Hashable {
    /// Each once, where it is first.
    package var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
