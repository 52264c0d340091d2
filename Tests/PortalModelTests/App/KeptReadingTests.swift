import Foundation
import PortalModel
import Synchronization
import Testing

@Suite("Answering with what was kept")
struct KeptReadingTests {
    /// A cache in memory, whose answers are as old as the test says.
    private final class Shelf: Sendable {
        let answers = Mutex<[Question: Answer]>([:])
        let oldest = Mutex<[Date]>([])
        let at = Date(timeIntervalSince1970: 1000)

        var cache: AnswerCache {
            AnswerCache(
                recall: { question in
                    self.answers.withLock { $0[question] }.map { KeptAnswer($0, at: self.at, isFresh: false) }
                },
                mark: { AskingMark(asker: .nobody, forgettings: 0) },
                keep: { question, answer, _ in self.answers.withLock { $0[question] = answer } }, forget: { _ in })
        }

        var kept: DiscoveryService { .kept(in: cache, told: { kept in self.oldest.withLock { $0.append(kept.at) } }) }
    }

    private func page(_ start: Int, _ count: Int, of total: Int, beaconError: String? = nil) -> SearchPage {
        SearchPage(
            start: start, total: total,
            results: (0..<count).map { .dataset(DatasetSummary(id: DatasetID("\(start + $0)"), title: "T")) },
            filters: [],
            beaconError: beaconError)
    }

    @Test("What is asked is kept, and answered again without asking")
    func kept() async throws {
        let shelf = Shelf()
        let page = page(0, 3, of: 3)
        let asking = DiscoveryService { calls in
            calls.search.perform = { _, _, _ in page }
            calls.filters.perform = { Made.filters }
            calls.filterValues.perform = { $0 == Made.theme.key ? Made.theme.values : Made.access.values }
            calls.dataset.perform = {
                DatasetDetail(summary: DatasetSummary(id: $0, title: "D"), sections: [], distributions: [])
            }
        }.keeping(in: shelf.cache)
        _ = try await asking.search(SearchQuery(text: "x"), 0, 20)
        _ = try await asking.dataset(DatasetID("d"))
        _ = try await asking.filters()
        for key in [Made.theme.key, Made.access.key] { _ = try await asking.filterValues(key) }
        #expect(try await shelf.kept.search(SearchQuery(text: "x"), 0, 20) == page)
        #expect(try await shelf.kept.dataset(DatasetID("d")).summary.title == "D")
        #expect(try await shelf.kept.filters() == Made.filters)
        #expect(try await shelf.kept.filterValues(Made.theme.key) == Made.theme.values)
        #expect(try await shelf.kept.filterValues(Made.access.key) == Made.access.values)
        #expect(shelf.oldest.withLock { $0 } == Array(repeating: shelf.at, count: 5))
    }

    @Test("A page of another size will do, the longest of them, cut off where less is wanted", arguments: [5, 20, 60])
    func sizes(rows: Int) async throws {
        let shelf = Shelf()
        for size in [20, 50] {
            await shelf.cache.keep(
                .search(SearchQuery(), start: 0, rows: size), .page(page(0, size, of: 70)),
                AskingMark(asker: .nobody, forgettings: 0))
        }
        let found = try await shelf.kept.search(SearchQuery(), 0, rows)
        #expect(found.results.count == min(rows, 50))
        #expect(found.total == 70)
    }

    @Test("Less than is asked for will do, whatever its size")
    func fewer() async throws {
        let shelf = Shelf()
        await shelf.cache.keep(
            .search(SearchQuery(), start: 0, rows: 3), .page(page(0, 3, of: 70)),
            AskingMark(asker: .nobody, forgettings: 0))
        #expect(try await shelf.kept.search(SearchQuery(), 0, 9).results.count == 3)
    }

    @Test("What is not kept is said, of any kind")
    func missing() async throws {
        let kept = Shelf().kept
        await #expect(throws: PortalError(.notKept, operation: "search")) {
            _ = try await kept.search(SearchQuery(), 0, 9)
        }
        await #expect(throws: PortalError(.notKept, operation: "opening the dataset")) {
            _ = try await kept.dataset(DatasetID("d"))
        }
        await #expect(throws: PortalError(.notKept, operation: "loading the filters")) {
            _ = try await kept.filters()
        }
        await #expect(throws: PortalError(.notKept, operation: "loading a filter's values")) {
            _ = try await kept.filterValues(Made.theme.key)
        }
        for format in ExportFormat.allCases {
            await #expect(throws: PortalError(.notKept, operation: "exporting the dataset")) {
                _ = try await kept.export(DatasetID("d"), format)
            }
        }
        let access = AccessService.kept(in: Shelf().cache, told: { _ in })
        await #expect(throws: PortalError(.notKept, operation: "loading your requests")) {
            _ = try await access.applications()
        }
        await #expect(throws: PortalError(.notKept, operation: "opening the request")) {
            _ = try await access.application(ApplicationID(1))
        }
        await #expect(throws: PortalError(.notKept, operation: "loading what you have access to")) {
            _ = try await access.entitlements()
        }
    }

    @Test("What is kept of requests is answered again without asking, each under its own name")
    func keptRequests() async throws {
        let shelf = Shelf()
        var asking = AccessService.none
        asking.calls.applications.perform = { [Made.application(1, .submitted)] }
        asking.calls.application.perform = { id in
            Application(id: id, title: "Request \(id.rawValue)", state: .submitted)
        }
        asking.calls.entitlements.perform = { [Entitlement(datasetIdentifier: "EGAD1")] }
        let keeping = asking.keeping(in: shelf.cache)
        _ = try await keeping.applications()
        for number in [1, 2] { _ = try await keeping.application(ApplicationID(Int64(number))) }
        _ = try await keeping.entitlements()
        let told = Mutex<[Date]>([])
        let kept = AccessService.kept(in: shelf.cache, told: { kept in told.withLock { $0.append(kept.at) } })
        #expect(try await kept.applications() == [Made.application(1, .submitted)])
        #expect(try await kept.application(ApplicationID(1)).title == "Request 1")
        #expect(try await kept.application(ApplicationID(2)).title == "Request 2")
        #expect(try await kept.entitlements() == [Entitlement(datasetIdentifier: "EGAD1")])
        #expect(told.withLock { $0 } == Array(repeating: shelf.at, count: 4))
    }

    @Test("A page without the counts that were asked for is not kept")
    func half() async throws {
        let shelf = Shelf()
        let half = page(0, 1, of: 1, beaconError: "down")
        let asking = DiscoveryService { calls in
            calls.search.perform = { _, _, _ in half }
            calls.filters.perform = { [] }
            calls.filterValues.perform = { _ in [] }
            calls.dataset.perform = { _ throws(PortalError) in throw PortalError(.notFound, operation: "x") }
        }.keeping(in: shelf.cache)
        _ = try await asking.search(SearchQuery(), 0, 20)
        #expect(shelf.answers.withLock { $0 }.isEmpty)
    }

    @Test("Of a search no more than its beginning is kept")
    func beginning() async throws {
        let shelf = Shelf()
        let asking = DiscoveryService { calls in
            calls.search.perform = { _, start, rows in
                SearchPage(start: start, total: 5000, results: [], filters: [], beaconError: nil)
            }
            calls.filters.perform = { [] }
            calls.filterValues.perform = { _ in [] }
            calls.dataset.perform = { _ throws(PortalError) in throw PortalError(.notFound, operation: "x") }
        }.keeping(in: shelf.cache)
        for start in stride(from: 0, to: 5000, by: 100) { _ = try await asking.search(SearchQuery(), start, 100) }
        #expect(shelf.answers.withLock { $0.count } == 10)
    }

    @Test("Nothing can be changed with what was kept")
    func changes() async throws {
        let access = AccessService.kept(in: Shelf().cache, told: { _ in })
        await #expect(throws: PortalError.self) { try await access.create(["x"]) }
        await #expect(throws: PortalError.self) { try await access.submit(ApplicationID("1")) }
        await #expect(throws: PortalError.self) { try await access.delete(ApplicationID("1")) }
        await #expect(throws: PortalError.self) { try await access.cancel(ApplicationID("1")) }
        await #expect(throws: PortalError.self) { try await access.send(["x"], [:]) }
    }

    @Test("What a catalogue says of itself is kept for a day")
    func facts() async {
        let shelf = Shelf()
        for (age, isKnown) in [(0.0, true), (86_399, true), (86_401, false), (-60, false)] {
            let now = shelf.at.addingTimeInterval(age)
            let memory = CatalogueMemory(in: shelf.cache, now: { now })
            await memory.keep(CatalogueFacts(extensions: ["dcat"]))
            #expect((await memory.recall() != nil) == isKnown, "\(age) s")
        }
    }
}
