import Foundation
import PortalModel
import Testing

/// What services answer in a story.
extension Story {
    /// Answers the search under way for a page, out of a made catalogue of `total` datasets.
    func answerSearch(
        page: Int = 0, total: Int = 3, filters: [Filter] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard case .read(_, .search(_, let start, let rows)) = reads[.results(page: page)] else {
            Issue.record("No search of page \(page) is under way.", sourceLocation: sourceLocation)
            return
        }
        answerSearch(
            page: page, with: .success(.made(start: start, rows: rows, total: total, filters: filters)),
            sourceLocation: sourceLocation)
    }

    func answerSearch(
        page: Int = 0, with result: Result<SearchPage, PortalError>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = take(.results(page: page), sourceLocation: sourceLocation) else { return }
        send(.searchAnswered(id, result), sourceLocation: sourceLocation)
    }

    /// Answers every page that is under way, and those that are asked for in consequence.
    func answerAllPages(total: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        while let page = pagesUnderWay.first {
            answerSearch(page: page, total: total, sourceLocation: sourceLocation)
        }
    }

    var pagesUnderWay: [Int] {
        reads.keys.compactMap { slot in
            if case .results(let page) = slot { page } else { nil }
        }.sorted()
    }

    func answerFilters(
        with result: Result<[Filter], PortalError>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = take(.filters, sourceLocation: sourceLocation) else { return }
        send(.filtersAnswered(id, result), sourceLocation: sourceLocation)
    }

    func answerFilterValues(
        _ key: FilterKey, with result: Result<[FilterValue], PortalError>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = take(.filterValues, sourceLocation: sourceLocation) else { return }
        send(.answered(id, result.map { .filterValues(key, $0) }), sourceLocation: sourceLocation)
    }

    func answerDataset(
        with result: Result<DatasetDetail, PortalError>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = take(.dataset, sourceLocation: sourceLocation) else { return }
        send(.datasetAnswered(id, result), sourceLocation: sourceLocation)
    }

    func answerApplications(
        with result: Result<[ApplicationSummary], PortalError>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = take(.applications, sourceLocation: sourceLocation) else { return }
        send(.applicationsAnswered(id, result), sourceLocation: sourceLocation)
    }

    func answerApplication(
        with result: Result<Application, PortalError>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = take(.application, sourceLocation: sourceLocation) else { return }
        send(.applicationAnswered(id, result), sourceLocation: sourceLocation)
    }

    func answerEntitlements(
        with result: Result<[Entitlement], PortalError>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = take(.entitlements, sourceLocation: sourceLocation) else { return }
        send(.entitlementsAnswered(id, result), sourceLocation: sourceLocation)
    }

    /// A story that has begun: `total` datasets are listed and nothing is under way.
    static func begun(
        columns: Int = 80, rows: Int = 24, total: Int = 3, stored: StoredState = StoredState(),
        filters: [Filter] = Made.filters, applications: [ApplicationSummary] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Story {
        let story = Story(columns: columns, rows: rows)
        story.start(stored, sourceLocation: sourceLocation)
        story.answerAllPages(total: total, sourceLocation: sourceLocation)
        story.answerFilters(with: .success(filters), sourceLocation: sourceLocation)
        story.answerApplications(with: .success(applications), sourceLocation: sourceLocation)
        story.answerEntitlements(with: .success([]), sourceLocation: sourceLocation)
        return story
    }
}

extension Story {
    /// An earlier answer to the read under way is found. Unless it is enough, the read goes on.
    func recall(
        _ slot: ReadSlot, _ answer: Answer, at time: Date, isFresh: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = reads[slot]?.readID, id.mayRecall else {
            Issue.record("No read of \(slot) is under way that may be answered so.", sourceLocation: sourceLocation)
            return
        }
        let kept = KeptAnswer(answer, at: time, isFresh: isFresh)
        if case .read(_, let question)? = reads[slot], question.isAnswered(by: kept) {
            _ = take(slot, sourceLocation: sourceLocation)
        }
        send(.recalled(id, kept), sourceLocation: sourceLocation)
    }
}
