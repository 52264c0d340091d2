import PortalModel
import Synchronization
import Testing

@Suite("A portal that gives the same page whatever it is asked for")
struct PageWatchTests {
    private static func page(_ ids: [String], total: Int = .max) -> SearchPage {
        SearchPage(
            start: 0, total: total,
            results: ids.map { .dataset(DatasetSummary(id: DatasetID($0), title: $0)) })
    }

    @Test("Ends what is read page by page, after two calls, with what came")
    func ends() async throws {
        let calls = Mutex(0)
        let discovery = DiscoveryService { service in
            service.search.perform = { _, _, _ throws(PortalError) in
                calls.withLock { $0 += 1 }
                return Self.page(["a"])
            }
        }
        let search = PortalSearch(discovery, Capabilities(), isSignedIn: false)
        guard case .answered(let finds) = try await search.ask(QueryLine(), rows: 100_000) else {
            Issue.record("it gave no answer")
            return
        }
        #expect(finds.datasets.map(\.id) == [DatasetID("a")] && finds.isCut)
        #expect(calls.withLock(\.self) == 2)
    }

    @Test("Datasets that are listed twice, and pages that nothing can be read of, are none of that")
    func others() throws {
        var watch = PageWatch()
        for ids in [["a", "b"], ["b", "a"], ["c", "a"], [], [], ["d"], ["c", "a"]] { try watch.take(Self.page(ids)) }
        do throws(PortalError) {
            try watch.take(Self.page(["c", "a"]))
            Issue.record("the same page was taken twice")
        } catch {
            #expect(error.kind == .unreadableAnswer && error.reason == .answer(.samePageAgain))
        }
    }

    @Test("Pages that go round in a circle end too")
    func circle() {
        var watch = PageWatch()
        let pages = [(0..<100).map(String.init), (100..<200).map(String.init)]
        #expect(throws: PortalError.self) {
            for number in 0..<1000 { try watch.take(Self.page(pages[number % 2])) }
        }
    }
}
