import LinkedData
import PortalDomain

/// Goes from a FAIR Data Point's own document to every dataset that it leads to, each document once, however they link
/// to each other. What lies at another address is not asked for.
struct FDPCrawl: Sendable {
    let documents: FDPDocuments
    let place: FDPPlace
    let languages: [String]
    var bounds = Bounds()

    /// What is followed at most. A point that links more is shown as far as it was read, and that is said.
    struct Bounds: Sendable {
        var documents = 10_000
        /// From the point to a dataset: points have three levels, and catalogues may lie in one another.
        var levels = 8
        /// As they come; what is kept of them is less.
        var bytes = 128 * 1024 * 1024
        /// So many are asked for at once.
        var atOnce = 4
    }

    private static let operation = "search"

    /// - Throws: what the point's own document says, or that it cannot be reached; what is wrong with one of the others is
    ///   told among its records.
    func collection() async throws(PortalError) -> FDPCollection {
        let root = try await documents.document(place.root, in: place, for: Self.operation)
        guard let point = root.graph.point else {
            throw PortalError(
                .unreadableAnswer, operation: Self.operation, because: .catalogue(.noFairDataPoint))
        }
        var state = FDPCrawlState(
            place: point.iri.map { place.named($0) } ?? place, languages: languages, bounds: bounds)
        state.bytes = root.bytes
        state.follow(point, in: root.graph, catalogue: nil, level: 0)
        state.followPages(of: point, in: root.graph, catalogue: nil, level: 0)
        while true {
            let batch = state.nextBatch()
            guard !batch.isEmpty else { break }
            for (link, answer) in await ask(batch, in: state.place) { try state.take(answer, of: link) }
        }
        return state.finished()
    }

    private func ask(
        _ batch: [FDPCrawlState.Link], in place: FDPPlace
    ) async -> [(FDPCrawlState.Link, Result<FDPDocuments.Document, PortalError>)] {
        await withTaskGroup(of: (Int, Result<FDPDocuments.Document, PortalError>).self) { group in
            for (index, link) in batch.enumerated() {
                group.addTask { [documents] in
                    do throws(PortalError) {
                        let document = try await documents.document(link.path, in: place, for: Self.operation)
                        return (index, .success(document))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var answers: [Int: Result<FDPDocuments.Document, PortalError>] = [:]
            for await (index, answer) in group { answers[index] = answer }
            return batch.enumerated().compactMap { index, link in answers[index].map { (link, $0) } }
        }
    }
}
