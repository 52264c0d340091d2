import Foundation
import PortalModel

/// A series with its datasets, and what stands there when there are none.
extension Scene {
    static let series = [
        Scene("series-overview") { open(in: &$0, tab: .overview) },
        Scene("series-members") {
            open(in: &$0)
            $0.browser.detail?.members?.selection = 1
            $0.browser.marks.insert(SampleDatasets.brainTumours)
        },
        Scene("series-loading") {
            open(in: &$0)
            $0.browser.detail?.members = SeriesList()
            $0.browser.detail?.members?.pending = SampleStates.pending(.series, seconds: 4)
        },
        Scene("series-more") {
            open(in: &$0)
            $0.browser.detail?.members?.total = 450
            $0.browser.detail?.members?.pending = SampleStates.pending(.series, seconds: 4)
        },
        Scene("series-empty") {
            open(in: &$0)
            $0.browser.detail?.members?.datasets = []
            $0.browser.detail?.members?.total = 0
        },
        Scene("series-failed") {
            open(in: &$0)
            $0.browser.detail?.members = SeriesList()
            $0.browser.detail?.members?.error = SampleStates.timedOut
        },
        Scene("series-part") {
            open(in: &$0, tab: .overview)
            var detail = DatasetDetail(
                summary: SampleDatasets.brainTumours,
                partOf: [DatasetReference(id: SampleDatasets.series.id, title: SampleDatasets.series.title)])
            detail.summary.description = "One release of the registry."
            $0.browser.detail = DatasetState(id: detail.summary.id, summary: detail.summary)
            $0.browser.detail?.detail = detail
        },
    ]

    private static func open(in state: inout AppState, tab: DatasetState.Tab = .members) {
        let detail = DatasetDetail(summary: SampleDatasets.series)
        state.browser.focus = .detail
        state.browser.detail = DatasetState(id: detail.summary.id, summary: detail.summary)
        state.browser.detail?.detail = detail
        state.browser.detail?.tab = tab
        var list = SeriesList()
        list.datasets = [SampleDatasets.breastCancer, SampleDatasets.brainTumours, SampleDatasets.longTitle]
        list.total = 3
        state.browser.detail?.members = list
    }
}
