import Foundation
import PortalModel
import Synchronization
import Testing

@Suite("All that a saved search finds")
struct WholeSearchTests {
    /// A portal that gives at most so many records at once, and changes between two pages.
    private final class Portal: Sendable {
        /// What becomes of the portal before a call.
        enum Change { case losesFirst, fails }

        struct State {
            var ids: [String]
            var asked: [Int] = []
            /// By the number of the call.
            var before: [Int: Change] = [:]
            var total: Int?
            var beaconError: String?
            var isCut: Bool?
            var unreadable: Set<String> = []
        }
        let state: Mutex<State>
        private let rows: Int

        init(_ ids: [String], rows: Int = 2) {
            state = Mutex(State(ids: ids))
            self.rows = rows
        }

        var discovery: DiscoveryService {
            DiscoveryService { calls in
                calls.search.perform = { _, start, rows throws(PortalError) in
                    guard let page = self.page(start, rows) else {
                        throw PortalError(.serverFault(status: 500), operation: "search")
                    }
                    return page
                }
            }
        }

        /// Nil where the call fails.
        private func page(_ start: Int, _ rows: Int) -> SearchPage? {
            state.withLock { state in
                let change = state.before[state.asked.count]
                state.asked.append(start)
                if change == .fails { return nil }
                if change == .losesFirst { state.ids.removeFirst() }
                let results = state.ids.dropFirst(start).prefix(min(rows, self.rows)).map { id -> SearchResult in
                    state.unreadable.contains(id)
                        ? .unreadable(id: id, reason: .words(""))
                        : .dataset(DatasetSummary(id: DatasetID(id), title: id))
                }
                var page = SearchPage(
                    start: start, total: state.total ?? state.ids.count, results: Array(results),
                    beaconError: state.beaconError)
                page.isCut = state.isCut
                return page
            }
        }

        func ask(_ line: String = "lung") async throws -> [String] {
            let line = try QueryLine.parse(line)
            return try await WholeSearch.ask(
                line, at: discovery, Capabilities(), isSignedIn: false, now: { .distantPast }
            )
            .found.datasets.map(\.id.rawValue)
        }

        func refusal(_ line: String = "lung") async -> SavedSearchReason? {
            do {
                _ = try await ask(line)
                return nil
            } catch {
                guard case .savedSearch(let reason) = (error as? PortalError)?.reason else { return nil }
                return reason
            }
        }
    }

    @Test func everyPageIsReadHoweverShort() async throws {
        let portal = Portal(["a", "b", "c", "d", "e"])
        #expect(try await portal.ask() == ["a", "b", "c", "d", "e"])
        #expect(portal.state.withLock { $0.asked } == [0, 2, 4])
    }

    @Test func whatWasDeletedBetweenTwoPagesIsAskedForOnceMore() async throws {
        let portal = Portal(["a", "b", "c", "d", "e"])
        // "c" moves onto the page before, and would be missed.
        portal.state.withLock { $0.before[1] = .losesFirst }
        #expect(try await portal.ask() == ["b", "c", "d", "e"])
        #expect(portal.state.withLock { $0.asked } == [0, 2, 0, 2])
    }

    @Test func aFailingPageFailsAll() async throws {
        let portal = Portal(["a", "b", "c"])
        portal.state.withLock { $0.before[1] = .fails }
        await #expect(throws: PortalError.self) { try await portal.ask() }
    }

    @Test func answersThatEndEarlyAreNotWhole() async throws {
        let portal = Portal(["a", "b", "c"])
        portal.state.withLock { $0.total = 5 }
        #expect(await portal.refusal() == .notWhole(given: 3, total: 5))
    }

    @Test func datasetsThatAPortalAlwaysGivesTwiceAreWhole() async throws {
        #expect(try await Portal(["a", "a", "b"]).ask() == ["a", "b"])
    }

    @Test func whatCannotBeToldIsRefused() async throws {
        let portal = Portal(["a"])
        portal.state.withLock { $0.isCut = true }
        #expect(await portal.refusal() == .cut(most: 1))
        portal.state.withLock { ($0.isCut, $0.total) = (nil, SavedSearch.most + 1) }
        #expect(await portal.refusal() == .tooMany(total: SavedSearch.most + 1, most: SavedSearch.most))
        portal.state.withLock { ($0.total, $0.beaconError) = (nil, "terms not accepted") }
        #expect(await portal.refusal() == .beaconSilent(words: "terms not accepted"))
        portal.state.withLock { $0.beaconError = nil }
        #expect(await portal.refusal("lung beacon:on") == .beaconNeedsSignIn)
        guard case .line = await portal.refusal("-lung") else {
            Issue.record("words that must not occur are refused before anything is sent")
            return
        }
    }

    @Test func recordsThatCannotBeReadAreCounted() async throws {
        let portal = Portal(["a", "b", "c"])
        portal.state.withLock { $0.unreadable = ["b"] }
        let line = try QueryLine.parse("lung sort:title")
        let whole = try await WholeSearch.ask(
            line, at: portal.discovery, Capabilities(), isSignedIn: false, now: { .distantPast })
        #expect(whole.found.unreadable == 1)
        #expect(whole.found.datasets.count == 2)
        #expect(whole.line == "lung sort:title")
    }
}
