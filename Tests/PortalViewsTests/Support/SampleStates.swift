import Foundation
import PortalModel

/// States of the program that are worth looking at.
enum SampleStates {
    static let now = SampleDatasets.now

    static var base: AppState {
        var state = AppState(
            now: now, terminal: TerminalState(columns: 80, rows: 24, showsSelectionBar: false),
            profile: ProfileInfo(name: "gdi", title: "GDI demo", user: "ada"))
        state.browser.results = results([
            .dataset(SampleDatasets.brainTumours), .dataset(SampleDatasets.breastCancer),
            .dataset(SampleDatasets.variants), .dataset(SampleDatasets.melanoma), .dataset(SampleDatasets.series),
            .dataset(SampleDatasets.bare), .dataset(SampleDatasets.longTitle),
        ])
        state.browser.facets.filters = filters
        state.basket.items = [basketItem(SampleDatasets.breastCancer, daysAgo: 0.1)]
        return state
    }

    /// A result set that ends after `listed`, repeated until the list is longer than the screen.
    static func results(_ listed: [SearchResult], total: Int? = nil) -> ResultList {
        var results = ResultList()
        results.query = SearchQuery()
        results.total = total ?? listed.count
        results.pages = [0: listed]
        results.fetchedAt = now.addingTimeInterval(-20)
        results.duration = 0.12
        return results
    }

    static func basketItem(_ dataset: DatasetSummary, daysAgo days: Double) -> BasketItem {
        BasketItem(
            id: dataset.id, identifier: dataset.identifier, title: dataset.title,
            publisher: dataset.publishers.first, added: SampleDatasets.daysAgo(days))
    }

    static let filters = [
        Filter(
            key: FilterKey(source: "ckan", key: "access_rights"), kind: .dropdown, label: "Access rights",
            help: "Who may use the data.",
            values: [value("restricted", 1840), value("open", 902), value("non-public", 258)]),
        Filter(
            key: FilterKey(source: "ckan", key: "theme"), kind: .dropdown, label: "Theme",
            values: [
                value("Oncology", 412), value("Rare diseases", 377), value("Cardiology", 141), value("Genomics", 96),
            ]),
        Filter(
            key: FilterKey(source: "ckan", key: "publisher"), kind: .dropdown, label: "Publisher",
            values: [
                value("European Bioinformatics Institute (EMBL-EBI), Hinxton", 211), value("国立遺伝学研究所", 64),
                value("Karolinska Institutet", 12),
            ]),
        Filter(
            key: FilterKey(source: "ckan", key: "individuals"), kind: .number, label: "Number of individuals",
            operators: [.greaterOrEqual, .lessOrEqual], minimum: "1", maximum: "500000"),
        Filter(key: FilterKey(source: "ckan", key: "modified"), kind: .dateTime, label: "Modified"),
    ]

    static let mutation = Filter(
        key: FilterKey(source: "beacon", key: "genetic_mutation"), kind: .entries, label: "Genetic mutation",
        values: [
            FilterValue(term: LabelledValue(value: "geneId", label: "Gene")),
            FilterValue(term: LabelledValue(value: "aminoacidChange", label: "Amino acid change")),
        ])

    private static func value(_ label: String, _ count: Int) -> FilterValue {
        FilterValue(term: LabelledValue(value: "http://example.org/\(label)", label: label), count: count)
    }

    static func facet(
        _ filter: Int, _ label: String, _ comparison: FacetOperator = .equal
    ) -> FacetSelection {
        let filter = filters[filter]
        let term = filter.values.first { $0.term.label == label }?.term ?? LabelledValue(value: label, label: label)
        return FacetSelection(
            filter: filter.key, kind: filter.kind, value: term, comparison: comparison, filterLabel: filter.label)
    }

    static func pending(_ slot: ReadSlot, seconds: Double) -> Pending {
        Pending(id: ReadID(slot, 1), since: now.addingTimeInterval(-seconds))
    }

    static let timedOut = PortalError(.timedOut(seconds: 30), operation: "search", requestID: "7f3a91c2-11")
    static let serverFault = PortalError(
        .serverFault(status: 503), operation: "search", detail: "Search index is being rebuilt.",
        requestID: "7f3a91c2-12")
}
