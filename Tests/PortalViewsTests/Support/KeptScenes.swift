import Foundation
import PortalModel

/// What was kept of earlier answers: with its age while the service is asked, and when that fails.
extension Scene {
    static let kept = [
        Scene("kept-browser") {
            $0.browser.results.isStale = true
            $0.browser.results.fetchedAt = SampleDatasets.daysAgo(0.3)
            $0.browser.results.pending = [0: SampleStates.pending(.results(page: 0), seconds: 2)]
        },
        Scene("kept-dataset") {
            open(&$0)
            $0.browser.detail?.pending = SampleStates.pending(.dataset, seconds: 3)
        },
        Scene("kept-dataset-error") {
            open(&$0)
            $0.browser.detail?.error = SampleStates.timedOut
        },
        Scene("kept-requests") {
            requests(&$0)
            $0.requests.pending = SampleStates.pending(.applications, seconds: 1)
        },
        Scene("kept-requests-error") {
            requests(&$0)
            $0.requests.error = SampleStates.timedOut
        },
        Scene("kept-request") {
            requests(&$0)
            $0.requests.open = OpenRequest(id: SampleRequests.returned.id)
            $0.requests.open?.application = SampleRequests.returned
            $0.requests.open?.keptAt = SampleDatasets.daysAgo(0.3)
            $0.requests.open?.pending = SampleStates.pending(.application, seconds: 1)
        },
        Scene("kept-facets-error") {
            $0.browser.focus = .facets
            $0.browser.facets.isOpen = true
            $0.browser.facets.fetchedAt = SampleDatasets.daysAgo(0.3)
            $0.browser.facets.error = SampleStates.serverFault
        },
    ]

    private static func open(_ state: inout AppState) {
        state.browser.focus = .detail
        state.browser.detail = DatasetState(
            id: SampleDatasets.detail.summary.id, summary: SampleDatasets.detail.summary)
        state.browser.detail?.detail = SampleDatasets.detail
        state.browser.detail?.fetchedAt = SampleDatasets.daysAgo(0.3)
    }

    private static func requests(_ state: inout AppState) {
        state.screen = .requests
        state.requests.applications = SampleRequests.list
        state.requests.entitlements = SampleRequests.entitlements
        state.requests.shownAt = SampleDatasets.daysAgo(0.3)
    }
}
