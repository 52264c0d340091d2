import PortalMirror
import PortalModel

extension DiscoveryService {
    /// What the mirror answers in the portal's place. Nobody is asked.
    static func of(_ open: OpenMirror) -> DiscoveryService {
        var service = DiscoveryService.refusing(.mirror(.notHeld))
        service.calls.search.perform = { query, start, rows throws(PortalError) in
            let mirror = try await open.mirror()
            let names = QueryNames(try await mirror.filters(), and: query.facets)
            let question = MirrorQuestion(
                query.line(names), start: start, rows: rows, facetValues: start == 0 ? countedValues : 0)
            return SearchPage(try await mirror.found(question), at: start)
        }
        service.calls.filters.perform = { () throws(PortalError) in try await open.mirror().filters() }
        service.calls.filterValues.perform = { key throws(PortalError) in
            let question = MirrorQuestion(QueryLine(), rows: 0, facetValues: allValues)
            let counted = try await open.mirror().found(question).filters
            return counted.first { $0.key == key }?.values ?? []
        }
        service.calls.dataset.perform = { id throws(PortalError) in
            guard let found = try await open.mirror().dataset(id) else {
                throw PortalError(.notFound, operation: "opening the dataset", because: .mirror(.notHeld))
            }
            guard let detail = found.detail else {
                throw PortalError(
                    .notKept, operation: "opening the dataset", because: .mirror(.onlyRow(id: id.rawValue)))
            }
            return detail
        }
        return service
    }

    /// As many as a service sends of each filter with a page.
    private static let countedValues = 50
    /// More than any filter has.
    private static let allValues = 1_000_000
}

extension Mirror {
    fileprivate func found(_ question: MirrorQuestion) async throws(PortalError) -> MirrorAnswer {
        do {
            return try await search(question)
        } catch let error as PortalError {
            throw error
        } catch let problem as QueryProblem {
            throw PortalError(.unsupported, operation: "search", because: .query(problem.reason))
        } catch {
            throw PortalError(.local, operation: "search")
        }
    }
}

extension SearchPage {
    fileprivate init(_ answer: MirrorAnswer, at start: Int) {
        let gaps = answer.gaps.map { MirrorRemarks.Gap(label: $0.field.label, known: $0.known, total: $0.total) }
        self.init(
            start: start, total: answer.total, results: answer.hits.map { .dataset($0.dataset) },
            filters: answer.filters,
            mirrored: MirrorRemarks(
                checkedAt: answer.state.checkedAt, isWhole: answer.state.isWhole, undecided: answer.undecided,
                gaps: gaps, meant: answer.meant?.text))
    }
}
