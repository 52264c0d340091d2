import Foundation
import PortalMirror
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

/// A mirror of the portal that comes with the program, over real HTTP.
@Suite("A mirror of the demo portal")
struct MirrorTests {
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "mirror-\(UUID().uuidString)").path()

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private static let origin = MirrorOrigin(portal: "demo")

    private func withDemo(
        catalogue: String? = nil, _ body: @Sendable (PortalClient) async throws -> Void
    ) async throws {
        try await DemoAddresses.run(catalogue: catalogue) { demo in
            try await withPortal(discovery: demo.discovery, access: demo.access) { try await body($0) }
        }
    }

    /// - Parameter cut: stops it when so many steps are done.
    /// - Returns: whether it came to its end.
    private func fill(_ place: MirrorPlace, from portal: PortalClient, rows: Int, cutAfter cut: Int? = nil) async throws
        -> Bool
    {
        let writer = try MirrorWriter(place, of: Self.origin)
        let steps = Mutex(0)
        let running = Mutex<Task<Bool, any Error>?>(nil)
        let task = Task {
            _ = try await MirrorSync(writer, from: portal.discoveryService, rows: rows).run { _ in
                let count = steps.withLock { steps in
                    steps += 1
                    return steps
                }
                if count == cut { running.withLock { $0?.cancel() } }
            }
            return true
        }
        running.withLock { $0 = task }
        if cut == 0 { task.cancel() }
        let isWhole: Bool
        do { isWhole = try await task.value } catch let error as PortalError {
            #expect(error.kind == .cancelled, "\(error)")
            isWhole = false
        }
        try writer.close(isWhole: isWhole)
        return isWhole
    }

    private func datasets(_ place: MirrorPlace) async throws -> [DatasetSummary] {
        let mirror = try Mirror(place, of: Self.origin)
        defer { mirror.close() }
        return try await mirror.search(MirrorQuestion(QueryLine(), rows: 10_000)).hits.map(\.dataset)
    }

    private func listed(_ portal: PortalClient, _ query: SearchQuery = SearchQuery()) async throws -> [DatasetSummary] {
        try await portal.discoveryService.search(query, 0, 1000).results.compactMap(\.dataset)
    }

    @Test("Cut off at chance and gone on with, it is what the portal lists", arguments: [UInt64(1), 2, 3])
    func cutOff(seed: UInt64) async throws {
        let folder = try Folder()
        let place = MirrorPlace(path: folder.path + "/mirror.sqlite", kind: seed == 2 ? .shared : .own)
        try await withDemo { portal in
            var state = seed
            var runs = 0
            while true {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                runs += 1
                try #require(runs < 60)
                if try await fill(place, from: portal, rows: 20, cutAfter: runs > 30 ? nil : Int(state >> 33) % 4) {
                    break
                }
            }
            let listed = try await listed(portal)
            let kept = try await datasets(place)
            #expect(kept.count == listed.count)
            let isSame = Set(kept) == Set(listed)
            #expect(isSame)
        }
    }

    @Test("Offline the same lines find the same datasets as at the portal")
    func agrees() async throws {
        let folder = try Folder()
        let place = MirrorPlace(path: folder.path + "/mirror.sqlite", kind: .own)
        try await withDemo { portal in
            #expect(try await fill(place, from: portal, rows: 1000))
            let mirror = try Mirror(place, of: Self.origin)
            let names = QueryNames(try await mirror.filters())
            let filters = try await portal.discoveryService.filters()
            for key in ["theme", "publisher_name", "access_rights"] {
                let filter = try #require(filters.first { $0.key.key == key })
                for value in filter.values.prefix(12) {
                    let facet = FacetSelection(
                        filter: filter.key, kind: filter.kind, value: value.term, filterLabel: filter.label)
                    let query = SearchQuery(facets: [facet])
                    let line = query.line(names)
                    let answer = try await mirror.search(MirrorQuestion(line, rows: 1000, facetValues: 100))
                    let found = try await listed(portal, query)
                    #expect(Set(answer.hits.map(\.dataset.id)) == Set(found.map(\.id)), "\(line.text)")
                    #expect(answer.total == value.count, "\(line.text)")
                    #expect(answer.gaps.isEmpty && answer.undecided == 0)
                }
            }
            for text in ["cancer", "genome", "\"rare diseases\"", "long-read", "gnomAD"] {
                let answer = try await mirror.search(MirrorQuestion(try QueryLine.parse(text), rows: 1000))
                let found = try await listed(portal, SearchQuery(text: text))
                #expect(Set(answer.hits.map(\.dataset.id)) == Set(found.map(\.id)), "\(text)")
            }
            for line in ["individuals>=100000", "modified>=2023", "modified<2020-06 cancer"] {
                let answer = try await mirror.search(MirrorQuestion(try QueryLine.parse(line), rows: 1000))
                let lowered = try QueryLowering(
                    names: QueryNames(filters), capabilities: Capabilities()
                ).lower(try QueryLine.parse(line))
                let found = try await listed(portal, lowered.query)
                #expect(Set(answer.hits.map(\.dataset.id)) == Set(found.map(\.id)), "\(line)")
            }
        }
    }

    @Test("Full records are kept as they are opened")
    func records() async throws {
        let folder = try Folder()
        let place = MirrorPlace(path: folder.path + "/mirror.sqlite", kind: .own)
        try await withDemo { portal in
            #expect(try await fill(place, from: portal, rows: 1000))
            let writer = try MirrorWriter(place, of: Self.origin)
            let read = try await MirrorRecords(writer, from: portal.discoveryService).run(atMost: 30)
            try writer.close(isWhole: true)
            #expect(read == 30)
            let mirror = try Mirror(place, of: Self.origin)
            var whole = 0
            for dataset in try await datasets(place) {
                guard let detail = try await mirror.dataset(dataset.id)?.detail else { continue }
                #expect(try await portal.discoveryService.dataset(dataset.id) == detail)
                whole += 1
            }
            #expect(whole == 30)
        }
    }
}
