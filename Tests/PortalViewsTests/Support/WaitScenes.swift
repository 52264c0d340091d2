import Foundation
import PortalModel

extension Scene {
    /// Calls that stand still before they are made again.
    static let waits = [
        Scene("wait-search") {
            $0.browser.results.pending = [0: SampleStates.pending(.results(page: 0), seconds: 5)]
            $0.waits = [wait(.results(page: 0), .asked, seconds: 12)]
        },
        Scene("wait-first-search") {
            $0.browser.results = ResultList()
            $0.browser.results.pending = [0: SampleStates.pending(.results(page: 0), seconds: 5)]
            $0.waits = [wait(.results(page: 0), .failed(.offline), seconds: 3)]
        },
        Scene("wait-dataset") {
            $0.browser.focus = .detail
            $0.browser.detail = DatasetState(id: DatasetID("b1"), summary: SampleDatasets.brainTumours)
            $0.browser.detail?.pending = SampleStates.pending(.dataset, seconds: 4)
            $0.waits = [wait(.dataset, .failed(.serverFault(status: 502)), seconds: 4)]
        },
        Scene("wait-requests") {
            $0.screen = .requests
            $0.requests.applications = SampleRequests.list
            $0.requests.fetchedAt = SampleStates.now
            $0.requests.pending = SampleStates.pending(.applications, seconds: 4)
            $0.waits = [wait(.applications, .failed(.timedOut(seconds: 30)), seconds: 2)]
        },
        Scene("wait-request") {
            $0.screen = .requests
            $0.requests.applications = SampleRequests.list
            $0.requests.fetchedAt = SampleStates.now
            $0.requests.open = OpenRequest(id: ApplicationID(17))
            $0.requests.open?.pending = SampleStates.pending(.application, seconds: 1)
            $0.waits = [wait(.application, .asked, seconds: 90)]
        },
        Scene("wait-wizard") {
            $0.screen = .wizard
            $0.wizard = WizardState(draft: SampleRequests.draft)
            $0.wizard?.session.loading = SampleStates.pending(.wizardApplication, seconds: 9)
            $0.waits = [wait(.wizardApplication, .asked, seconds: 30)]
        },
        Scene("portal-resting") {
            $0.browser.results.error = PortalError(
                .notTried(retryAfter: 24), operation: "search", requestID: "7f3a91c2-13")
        },
    ]

    private static func wait(_ slot: ReadSlot, _ reason: CallWait.Reason, seconds: Double) -> CallWait {
        CallWait(
            id: "7f3a91c2-12", operation: "search", reason: reason, until: SampleStates.now.addingTimeInterval(seconds),
            attempt: 2, purpose: .read(ReadID(slot, 1)))
    }
}
