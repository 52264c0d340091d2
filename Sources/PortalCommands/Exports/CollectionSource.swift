import Foundation
import PortalMirror
import PortalModel

/// Where datasets that are written come from: the portal, or its mirror.
struct CollectionSource: Sendable {
    /// What is written.
    enum Contents: Sendable {
        case datasets([DatasetID])
        /// A page of what is found: from which dataset on, and how many.
        case search(@Sendable (_ start: Int, _ rows: Int) async throws -> SearchPage, most: Int?)
    }

    var contents: Contents
    var dataset: @Sendable (DatasetID) async throws(PortalError) -> DatasetDetail
    var describe: @Sendable (DatasetID, ExportFormat) async throws(PortalError) -> Data

    /// Of a portal.
    init(_ collection: DatasetCollection, at discovery: DiscoveryService) {
        switch collection {
        case .datasets(let ids): contents = .datasets(ids)
        case .search(let query, let most):
            contents = .search({ start, rows in try await discovery.search(query, start, rows) }, most: most)
        }
        dataset = discovery.dataset
        describe = discovery.export
    }

    /// Of a mirror: the datasets that are named, or what a line finds.
    init(_ ids: [DatasetID], _ line: SearchedLine?, most: Int?, in mirror: Mirror) {
        if let line {
            contents = .search(
                { start, rows in
                    do {
                        let answer = try await mirror.search(MirrorQuestion(line.line, start: start, rows: rows))
                        return SearchPage(
                            start: start, total: answer.total, results: answer.hits.map { .dataset($0.dataset) })
                    } catch let problem as QueryProblem {
                        throw CommandFailure(problem, in: line.text)
                    }
                }, most: most)
        } else {
            contents = .datasets(ids)
        }
        dataset = { id throws(PortalError) in
            guard let found = try await mirror.dataset(id) else {
                throw PortalError(.notFound, operation: "reading the mirror")
            }
            guard let detail = found.detail else {
                throw PortalError(
                    .notKept, operation: "opening the dataset", because: .mirror(.onlyRow(id: id.rawValue)))
            }
            return detail
        }
        describe = { _, _ throws(PortalError) in throw PortalError(.notKept, operation: "exporting the dataset") }
    }
}
