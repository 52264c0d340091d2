import Foundation
import PortalModel

/// The datasets of a series, which name it by its title.
struct SeriesMembers {
    private let portal: CommandPortal

    init(_ portal: CommandPortal) { self.portal = portal }

    /// The facet that finds them.
    ///
    /// - Parameter name: the series' id, or its title.
    func facet(_ name: String) async throws -> FacetSelection {
        try portal.require(.series)
        // No id, or nothing that the service would take for one: a title, then.
        guard let series = try await dataset(name) else { return .series(name) }
        guard series.isSeries else {
            throw CommandFailure(SearchCommandWords.noSeries(title: series.title), .usage)
        }
        return .series(series.title)
    }

    private func dataset(_ id: String) async throws -> DatasetSummary? {
        do {
            return try await portal.discovery.dataset(DatasetID(id)).summary
        } catch {
            guard error.kind.isNoSuchDataset else { throw error }
            return nil
        }
    }

    /// All of them.
    func datasets(of title: String) async throws -> [DatasetSummary] {
        try portal.require(.series)
        var found: [DatasetSummary] = []
        var start = 0
        var watch = PageWatch()
        while true {
            let query = SearchQuery(facets: [.series(title)], sort: .titleAscending)
            let page = try await portal.discovery.search(query, start, Self.page)
            try watch.take(page)
            found += page.results.compactMap(\.dataset)
            start += page.results.count
            if page.results.isEmpty || start >= page.total { return found }
        }
    }

    private static let page = 200

    /// Those that can be asked for as they go into a basket, and what is said of the others.
    func items(of series: DatasetSummary) async throws -> (items: [BasketItem], refused: [BasketCommandWords]) {
        let all = try await datasets(of: series.title)
        guard !all.isEmpty else {
            throw CommandFailure(SearchCommandWords.emptySeries(title: series.title), .notFound)
        }
        var items: [BasketItem] = []
        var refused: [BasketCommandWords] = []
        for dataset in all {
            if let reason = dataset.reasonNotRequested {
                refused.append(.notPut(id: dataset.id.rawValue, reason))
            } else {
                items.append(BasketItem(dataset, added: Date()))
            }
        }
        return (items, refused)
    }
}

extension PortalError.Kind {
    /// What came of asking for a dataset by a series' title. With `--cached`, nothing is kept under a title.
    fileprivate var isNoSuchDataset: Bool {
        if case .invalid = self { true } else { [.notFound, .unsupported, .notKept].contains(self) }
    }
}

extension DatasetSummary {
    /// Nil where access can be asked for here.
    fileprivate var reasonNotRequested: BasketCommandWords.NotRequested? {
        if isSeries { return .isSeries }
        if isExternallyGoverned { return .governedElsewhere }
        guard let identifier, !identifier.isEmpty else { return .noIdentifier }
        return nil
    }
}
