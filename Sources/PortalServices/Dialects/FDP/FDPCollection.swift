import PortalDomain

/// All that a FAIR Data Point was found to have, at one time.
struct FDPCollection: Sendable {
    var datasets: [DatasetSummary] = []
    /// What was linked and could not be read, each with the reason.
    var unreadable: [SearchResult] = []
    /// Of datasets that are described in another's document alone: there is no other to open.
    var described: [DatasetID: DatasetDetail] = [:]
    var place: FDPPlace

    static let source = "fdp"

    var catalogue: LocalCatalogue {
        func grouping(
            _ key: String, _ label: String, _ values: @escaping @Sendable (DatasetSummary) -> [LabelledValue]
        ) -> LocalCatalogue.Grouping {
            LocalCatalogue.Grouping(key: FilterKey(source: Self.source, key: key), label: label, values: values)
        }
        return LocalCatalogue(
            datasets: datasets,
            groupings: [
                grouping("publisher", "Publisher") { $0.publishers.map { LabelledValue(value: $0, label: $0) } },
                grouping("theme", "Theme") { $0.themes },
                grouping("keyword", "Keyword") { $0.keywords.map { LabelledValue(value: $0, label: $0) } },
                grouping("catalogue", "Catalogue") {
                    [$0.catalogue].compactMap(\.self).map { LabelledValue(value: $0, label: $0) }
                },
                grouping("access_rights", "Access rights") { [$0.accessRights].compactMap(\.self) },
            ],
            measures: [
                .day(FilterKey(source: Self.source, key: "modified"), "Modified") { $0.modified },
                .day(FilterKey(source: Self.source, key: "issued"), "Added") { $0.created },
                LocalCatalogue.Measure(
                    key: FilterKey(source: Self.source, key: "individuals"), kind: .number, label: "Individuals"
                ) { $0.individuals.map(Double.init) },
            ])
    }

    /// What cannot be read is shown behind everything, where nothing narrows the search.
    func page(_ query: SearchQuery, start: Int, rows: Int) -> SearchPage {
        var page = catalogue.page(query, start: start, rows: rows)
        guard query.text.isBlank, query.facets.isEmpty, !unreadable.isEmpty else { return page }
        page.results += unreadable.dropFirst(max(0, start - datasets.count)).prefix(max(0, rows - page.results.count))
        page.total += unreadable.count
        return page
    }
}
