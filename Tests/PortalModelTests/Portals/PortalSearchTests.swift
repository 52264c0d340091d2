import PortalModel
import Synchronization
import Testing

@Suite("A search of one of several portals")
struct PortalSearchTests {
    private static let theme = Filter(
        key: FilterKey(source: "ckan", key: "theme"), kind: .dropdown, label: "Theme",
        values: [FilterValue(term: LabelledValue(value: "Cancer", label: "Cancer"))], operators: [.equal])

    /// - Parameters:
    ///   - count: how many datasets it has.
    ///   - silent: from which row on it says nothing more.
    private func portal(_ count: Int, silent: Int? = nil, fails: Int? = nil) -> DiscoveryService {
        DiscoveryService { calls in
            calls.filters.perform = { () throws(PortalError) in [Self.theme] }
            calls.filterValues.perform = { _ throws(PortalError) in Self.theme.values }
            calls.search.perform = { _, start, rows async throws(PortalError) in
                if let silent, start >= silent { await Self.forever() }
                if let fails, start >= fails { throw PortalError(.serverFault(status: 500), operation: "search") }
                let results = (start..<min(start + rows, count)).map {
                    SearchResult.dataset(DatasetSummary(id: DatasetID("\($0)"), title: "\($0)"))
                }
                return SearchPage(start: start, total: count, results: results)
            }
        }
    }

    /// Says nothing, and hears nothing of being cancelled either.
    private static func forever() async {
        await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }

    private func outcome(
        _ discovery: DiscoveryService, _ line: String = "", rows: Int = 20,
        pause: @escaping @Sendable (Duration) async throws -> Void = { _ in await forever() }
    ) async throws -> PortalOutcome {
        await PortalSearch(discovery, Capabilities(), isSignedIn: false)
            .outcome(of: try QueryLine.parse(line), rows: rows, within: 7, pause: pause)
    }

    @Test func asManyAsAreWantedAreAskedForPageByPage() async throws {
        let finds = try #require(try await outcome(portal(300), rows: 250).finds)
        #expect(finds.datasets.map(\.id.rawValue) == (0..<250).map(String.init))
        #expect(finds.total == 300)
        #expect(finds.source == .portal)
        #expect(try await outcome(portal(3), rows: .max).finds?.datasets.count == 3)
        #expect(try await outcome(portal(0)).finds?.total == 0)
    }

    @Test func whoeverIsSlowIsNamedAndNotWaitedFor() async throws {
        let asked = Mutex<Duration?>(nil)
        let slow = try await outcome(portal(300, silent: 0)) { duration in asked.withLock { $0 = duration } }
        #expect(slow == .slow(seconds: 7, nil))
        #expect(asked.withLock { $0 } == .seconds(7))
    }

    @Test func whatCameUntilThenIsShown() async throws {
        let isPageThere = Mutex(false)
        var discovery = portal(300)
        discovery.calls.search.perform = { [search = discovery.search] query, start, rows async throws(PortalError) in
            if start > 0 {
                isPageThere.withLock { $0 = true }
                await Self.forever()
            }
            return try await search(query, start, rows)
        }
        let slow = try await outcome(discovery, rows: 250) { _ in
            while !isPageThere.withLock({ $0 }) { await Task.yield() }
        }
        guard case .slow(7, let finds?) = slow else {
            Issue.record("\(slow)")
            return
        }
        #expect(finds.datasets.count == 100)
        #expect(finds.total == 300)
    }

    @Test func aFailureKeepsWhatCameBefore() async throws {
        let failed = try await outcome(portal(300, fails: 100), rows: 250)
        #expect(failed.finds?.datasets.count == 100)
        guard case .failed(let error, _) = failed else {
            Issue.record("\(failed)")
            return
        }
        #expect(error.kind == .serverFault(status: 500))
        #expect(try await outcome(portal(300, fails: 0)).finds == nil)
    }

    @Test func whatThePortalCannotBeAskedIsLeftOutAndTold() async throws {
        let finds = try #require(
            try await outcome(portal(3), "lung colour:red theme:Cancer -breast beacon:on sort:size").finds)
        #expect(finds.leftOut.map(\.text).sorted() == ["-breast", "beacon:on", "colour:red", "sort:size"])
        #expect(finds.leftOut.first { $0.text == "colour:red" }?.problem.column == 6)
        #expect(finds.asked?.text == "lung")
        #expect(finds.asked?.facets.map(\.value.value) == ["Cancer"])
        #expect(finds.asked?.includeBeacon == false)
    }

    @Test func whoCannotBeAskedAnythingOfItIsNotAsked() async throws {
        let outcome = try await outcome(portal(3, fails: 0), "colour:red")
        guard case .notAsked(let parts) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(parts.map(\.text) == ["colour:red"])
        #expect(try await self.outcome(portal(3), "sort:title").finds?.total == 3, "all of it was asked for")
    }

    @Test func whatThisMachineHasStandsInForNothingOnly() {
        let kept = PortalFinds(total: 5, source: .mirror(nil))
        let failure = PortalError(.offline, operation: "search")
        #expect(PortalOutcome.slow(seconds: 1, nil).or(kept) == .slow(seconds: 1, kept))
        #expect(PortalOutcome.failed(failure, nil).or(kept) == .failed(failure, kept))
        #expect(PortalOutcome.failed(failure, PortalFinds()).or(kept) == .failed(failure, PortalFinds()))
        #expect(PortalOutcome.notAsked([]).or(kept) == .notAsked([]))
    }
}
