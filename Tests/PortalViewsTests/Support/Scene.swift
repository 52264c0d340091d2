import Foundation
import PortalModel
import Testing

/// A named state of the program that is recorded at every size.
struct Scene: CustomTestStringConvertible, Sendable {
    var name: String
    var make: @Sendable () -> AppState

    /// A scene that `rests` is one in which nothing was typed for a moment.
    init(_ name: String, rests: Bool = true, _ change: @escaping @Sendable (inout AppState) -> Void) {
        self.name = name
        make = {
            var state = SampleStates.base
            change(&state)
            if rests { _ = reduce(into: &state, .timerFired(.typingRest)) }
            return state
        }
    }

    var testDescription: String { name }
    static let browser = [
        Scene("browser") { _ in },
        Scene("browser-bar") {
            $0.terminal.showsSelectionBar = true
            $0.browser.selection = 1
            $0.browser.marks.insert(SampleDatasets.brainTumours)
            $0.browser.marks.insert(SampleDatasets.melanoma)
        },
        Scene("browser-first-search") {
            $0.browser.results = ResultList()
            $0.browser.results.pending = [0: SampleStates.pending(.results(page: 0), seconds: 3)]
        },
        Scene("browser-reading") {
            $0.browser.results = ResultList()
            $0.browser.results.pending = [0: SampleStates.pending(.results(page: 0), seconds: 3)]
            $0.reading = CatalogueReading(file: "cohorts.jsonl", datasets: 43_210, part: 0.43)
        },
        Scene("browser-searching") {
            $0.browser.focus = .search
            $0.browser.searchField = TextBuffer("cancer long-read")
            $0.browser.query.text = "cancer long-read"
            $0.browser.results.pending = [0: SampleStates.pending(.results(page: 0), seconds: 75)]
        },
        Scene("browser-empty") {
            $0.browser.query.text = "cancer of unicorns"
            $0.browser.searchField = TextBuffer("cancer of unicorns")
            $0.browser.query.facets = [SampleStates.facet(1, "Oncology")]
            $0.browser.results = SampleStates.results([])
            $0.browser.results.query = $0.browser.query
        },
        Scene("browser-other-words") {
            $0.browser.query.text = "cancer of unicorns"
            $0.browser.searchField = TextBuffer("cancer of unicorns")
            $0.browser.results.query?.text = "tumour"
            $0.browser.results.isStale = true
            $0.browser.results.error = SampleStates.timedOut
        },
        Scene("browser-many-pills") {
            $0.browser.query.facets = [
                SampleStates.facet(1, "Rare diseases"), SampleStates.facet(2, "国立遺伝学研究所"),
                SampleStates.facet(2, "European Bioinformatics Institute (EMBL-EBI), Hinxton"),
                SampleStates.facet(3, "5", .greaterOrEqual),
            ]
            $0.browser.results = SampleStates.results([.dataset(SampleDatasets.variants)], total: 3000)
            $0.browser.results.query = $0.browser.query
        },
        Scene("browser-error") {
            $0.browser.results = ResultList()
            $0.browser.results.error = SampleStates.serverFault
        },
        Scene("browser-stale-error") {
            $0.browser.results.isStale = true
            $0.browser.results.fetchedAt = SampleDatasets.daysAgo(0.3)
            $0.browser.results.error = SampleStates.timedOut
        },
        Scene("browser-last-run") {
            $0.browser.results.isStale = true
            $0.browser.results.fetchedAt = SampleDatasets.daysAgo(2)
        },
        Scene("browser-unreadable") {
            $0.browser.results = SampleStates.results([
                .dataset(SampleDatasets.variants),
                .unreadable(id: "c7d1", reason: .words("“title” is missing.")),
                .unreadable(id: nil, reason: .words("not an object")),
                .dataset(SampleDatasets.melanoma),
            ])
            $0.browser.selection = 1
        },
        Scene("browser-worldly") {
            $0.browser.results = SampleStates.results(SampleDatasets.worldly.map(SearchResult.dataset))
            $0.basket.items.append(SampleStates.basketItem(SampleDatasets.worldly[0], daysAgo: 1))
        },
        Scene("browser-unfetched") {
            let page = (0..<50).map { index in
                var dataset = SampleDatasets.breastCancer
                dataset.id = DatasetID("p\(index)")
                dataset.title = "Cohort number \(index)"
                return SearchResult.dataset(dataset)
            }
            $0.browser.results = SampleStates.results(page, total: 3000)
            $0.browser.selection = 49
            $0.browser.top = 46
        },
        Scene("browser-pills") {
            $0.browser.query.facets = [
                SampleStates.facet(0, "restricted"), SampleStates.facet(1, "Oncology"),
                SampleStates.facet(2, "European Bioinformatics Institute (EMBL-EBI), Hinxton"),
                SampleStates.facet(3, "100", .greaterOrEqual),
            ]
            $0.browser.query.includeBeacon = true
            $0.browser.query.matching = .any
        },
        Scene("browser-beacon-failed") {
            $0.browser.query.includeBeacon = true
            $0.browser.results.beaconError = "Network unreachable"
        },
    ]

    static let dataset =
        DatasetState.Tab.allCases.map { tab in
            Scene("dataset-\(tab.label.lowercased())") { open(SampleDatasets.detail, tab: tab, in: &$0) }
        } + [
            Scene("dataset-external") { open(SampleDatasets.externalDetail, in: &$0) },
            Scene("dataset-external-nowhere") {
                $0.profile?.helpdesk = "help@example.org"
                open(DatasetDetail(summary: SampleDatasets.bare.governedElsewhere), in: &$0)
            },
            Scene("dataset-long-title") { open(DatasetDetail(summary: SampleDatasets.longTitle), in: &$0) },
            Scene("dataset-hostile") { open(DatasetDetail(summary: SampleDatasets.worldly[4]), in: &$0) },
            Scene("dataset-loading") {
                $0.browser.focus = .detail
                $0.browser.detail = DatasetState(id: DatasetID("b1"), summary: SampleDatasets.brainTumours)
                $0.browser.detail?.pending = SampleStates.pending(.dataset, seconds: 4)
            },
            Scene("dataset-error") {
                $0.browser.focus = .detail
                $0.browser.detail = DatasetState(id: DatasetID("b1"), summary: SampleDatasets.brainTumours)
                $0.browser.detail?.error = SampleStates.timedOut
            },
        ]

    private static func open(
        _ detail: DatasetDetail, tab: DatasetState.Tab = .overview, in state: inout AppState
    ) {
        state.browser.focus = .detail
        state.browser.detail = DatasetState(id: detail.summary.id, summary: detail.summary)
        state.browser.detail?.detail = detail
        state.browser.detail?.tab = tab
    }

    /// Datasets of two parts of the catalogue, and one that cannot be requested.
    private static func groups(in state: inout AppState) {
        state.screen = .basket
        var items = [
            SampleStates.basketItem(SampleDatasets.breastCancer, daysAgo: 0.001),
            SampleStates.basketItem(SampleDatasets.longTitle, daysAgo: 3),
            SampleStates.basketItem(SampleDatasets.brainTumours, daysAgo: 4),
            SampleStates.basketItem(SampleDatasets.worldly[0], daysAgo: 100),
        ]
        for (index, catalogue) in ["Oncology network", "Rare diseases", "Oncology network", "Oncology network"]
            .enumerated()
        {
            items[index].catalogue = catalogue
            items[index].identifier = index == 3 ? nil : "EGAD0000100\(index)"
        }
        state.basket.items = items
        state.basket.selection = 1
    }

    static let others = [
        Scene("basket") {
            $0.screen = .basket
            $0.basket.items = [
                SampleStates.basketItem(SampleDatasets.breastCancer, daysAgo: 0.001),
                SampleStates.basketItem(SampleDatasets.longTitle, daysAgo: 3),
                SampleStates.basketItem(SampleDatasets.worldly[0], daysAgo: 100),
            ]
            $0.basket.selection = 1
        },
        Scene("basket-groups") { groups(in: &$0) },
        Scene("basket-refused") {
            groups(in: &$0)
            let identifiers = Set($0.basket.items.compactMap(\.identifier))
            for index in $0.basket.items.indices where $0.basket.items[index].identifier != nil {
                $0.basket.items[index].catalogue = nil
                $0.basket.items[index].refusedWith = [identifiers]
            }
        },
        Scene("basket-choice") {
            groups(in: &$0)
            $0.overlay = .chooseRequest(selection: 1)
        },
        Scene("basket-empty") {
            $0.screen = .basket
            $0.basket.items = []
        },
        Scene("requests") { requests(in: &$0) },
        Scene("requests-find") {
            requests(in: &$0)
            $0.requests.isFinding = true
            $0.requests.find = TextBuffer("glioma")
            $0.requests.selection = 0
        },
        Scene("requests-empty") {
            $0.screen = .requests
            $0.requests.fetchedAt = SampleStates.now
        },
        Scene("requests-error") {
            $0.screen = .requests
            $0.requests.error = SampleStates.timedOut
        },
        Scene("requests-signed-out") {
            $0.screen = .requests
            $0.profile?.user = nil
            $0.requests.error = PortalError(.signedOut, operation: "loading your requests")
        },
        Scene("requests-not-offered") {
            $0.screen = .requests
            $0.requests.error = PortalError(
                .unsupported, operation: "loading your requests",
                because: .notOfferedHere(.requests, .catalogue(.takesNoRequests)))
        },
        Scene("request-returned") {
            requests(in: &$0)
            $0.requests.open = OpenRequest(id: ApplicationID(17))
            $0.requests.open?.application = SampleRequests.returned
        },
        Scene("request-loading") {
            requests(in: &$0)
            $0.requests.open = OpenRequest(id: ApplicationID(17))
            $0.requests.open?.pending = SampleStates.pending(.application, seconds: 1)
        },
        Scene("setup-choice") {
            $0.profile = nil
            $0.screen = .setup
        },
        Scene("setup-opening") {
            $0.profile = nil
            $0.screen = .setup
            $0.setup.isOpening = true
        },
    ]

    private static func requests(in state: inout AppState) {
        state.screen = .requests
        state.requests.applications = SampleRequests.list
        state.requests.drafts = [SampleRequests.draft]
        state.requests.entitlements = SampleRequests.entitlements
        state.requests.fetchedAt = SampleStates.now
        state.requests.seen = Dictionary(
            uniqueKeysWithValues: SampleRequests.list.dropFirst().map { ($0.id, $0.state) })
        state.requests.selection = 1
    }

    static let overlays = [
        Scene("overlay-help") { $0.overlay = .help(find: TextBuffer(), offset: 0) },
        Scene("overlay-help-find") { $0.overlay = .help(find: TextBuffer("basket"), offset: 0) },
        Scene("overlay-palette") { $0.overlay = .palette(PortalModel.Palette(find: TextBuffer("fa"), selection: 1)) },
        Scene("overlay-failures") {
            $0.overlay = .failures(offset: 0)
            $0.failures = [
                FailureRecord(at: SampleDatasets.daysAgo(0.1), error: SampleStates.serverFault),
                FailureRecord(at: SampleDatasets.daysAgo(0.01), error: SampleStates.timedOut),
            ]
        },
        Scene("overlay-sort") { $0.overlay = .sort(selection: 2) },
        Scene("overlay-confirm") {
            $0.overlay = .confirm(
                Confirmation(
                    subject: .deleteDraft(DraftID("d1")),
                    question: .requests(.deleteDraft(title: "Long-read structural variants")), word: "delete",
                    typed: TextBuffer("dele")))
        },
        Scene("overlay-text") {
            $0.overlay = .text(
                title: .verbatim("Address"), body: .verbatim("https://portal.example/datasets/b1?a=1&b=2"), offset: 0)
        },
        Scene("toast") { $0.toast = Toast(.success, .basket(.added(count: 1, open: false))) },
        Scene("toast-long") {
            $0.toast = Toast(
                .failure,
                .verbatim(
                    "The portal did not answer within 30 s. Your draft is kept here. r tries again, or leave it: it "
                        + "will be sent when the portal is back. (request id 7f3a91c2)"))
        },
        Scene("warning") {
            $0.profile?.warning = "unencrypted"
            $0.requests.applications = SampleRequests.list
        },
    ]
}
