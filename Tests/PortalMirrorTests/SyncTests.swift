import FoundationEssentials
import PortalDomain
import Synchronization
import Testing

@testable import PortalMirror

@Suite("Filling a mirror")
struct SyncTests {
    private static func datasets(_ count: Int, seed: UInt64 = 1) -> [DatasetSummary] {
        var invented = Invented(chance: Chance(seed: seed))
        return (0..<count).map { invented.dataset($0) }
    }

    /// Opens the mirror anew each time, as each run of the program does.
    @discardableResult
    private func sync(_ bench: Workbench, _ portal: ChangingPortal, rows: Int = 50) async throws -> SyncReport {
        let writer = try bench.writer()
        do {
            let report = try await MirrorSync(writer, from: portal.service, rows: rows).run()
            try writer.close(isWhole: true)
            return report
        } catch {
            try writer.close(isWhole: false)
            throw error
        }
    }

    private func kept(_ bench: Workbench) async throws -> [DatasetSummary] {
        let mirror = try Mirror(bench.place)
        return try await mirror.answer("", rows: 10_000).hits.map(\.dataset)
    }

    private func expectSame(_ bench: Workbench, _ portal: ChangingPortal, _ comment: Comment = "") async throws {
        let kept = try await kept(bench)
        let isSame = Set(kept) == Set(portal.datasets) && kept.count == portal.datasets.count
        #expect(isSame, comment)
    }

    @Test("Everything is here afterwards, and a second run makes two calls")
    func fill() async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(437))
        let report = try await sync(bench, portal)
        #expect(report.new == 437 && report.state.isWhole && report.left == 0)
        try await expectSame(bench, portal)
        let again = try await sync(bench, portal)
        #expect(again.calls <= 3 && again.new == 0 && again.changed == 0 && again.removed == 0)
        try await expectSame(bench, portal)
    }

    @Test("A portal that gives the same page whatever it is asked for is left", arguments: [1, 1000])
    func samePage(cap: Int) async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(30))
        try await sync(bench, portal)
        let before = portal.searches
        portal.change { ($0.ignoresPlace, $0.cap) = (true, cap) }
        await #expect(throws: PortalError.self) { try await sync(bench, portal) }
        #expect(portal.searches - before < 200)
        #expect(try await kept(bench).count == 30)
        let other = try Workbench()
        await #expect(throws: PortalError.self) { try await sync(other, portal) }
        #expect(portal.searches - before < 400)
        #expect(try await kept(other).count == min(cap, 30))
    }

    @Test("A portal that gives fewer records than it is asked for", arguments: [1, 3, 7, 40])
    func lyingCap(cap: Int) async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(120))
        portal.change { $0.cap = cap }
        try await sync(bench, portal)
        try await expectSame(bench, portal)
        #expect(portal.searches < 120 / cap * 3 + 10)
    }

    @Test("What is new and changed is read alone; what is gone is found by the numbers")
    func differences() async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(500))
        try await sync(bench, portal)
        portal.change { state in
            state.datasets[7].title = "Another title"
            state.datasets[7].modified = Date(timeIntervalSince1970: 1_800_000_000)
            state.datasets.append(
                DatasetSummary(id: DatasetID("new"), title: "New", modified: Date(timeIntervalSince1970: 1_800_000_001))
            )
        }
        let report = try await sync(bench, portal)
        #expect(report.new == 1 && report.changed == 1 && report.calls <= 3)
        try await expectSame(bench, portal)
        portal.change { $0.datasets.removeSubrange(40..<45) }
        let gone = try await sync(bench, portal)
        #expect(gone.removed == 5)
        try await expectSame(bench, portal)
        // One gone and one come: the number is the same, and what is new shows it.
        portal.change { state in
            state.datasets.remove(at: 100)
            state.datasets.append(
                DatasetSummary(id: DatasetID("other"), title: "O", modified: Date(timeIntervalSince1970: 1_800_000_002))
            )
        }
        #expect(try await sync(bench, portal).removed == 1)
        try await expectSame(bench, portal)
    }

    @Test("A catalogue that lives while it is read loses and doubles nothing", arguments: (1...12).map(UInt64.init))
    func living(seed: UInt64) async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(300, seed: seed))
        let invented = Mutex(Invented(chance: Chance(seed: seed)))
        portal.change { state in
            state.before = { state, _ throws(PortalError) in invented.withLock { state.live(&$0) } }
        }
        for _ in 0..<2 {
            // It may have changed so much that the run ends without everything: then it says so.
            do { try await sync(bench, portal, rows: 40) } catch let error as PortalError {
                #expect(error.kind == .unreadableAnswer)
            }
        }
        portal.change { $0.before = nil }
        try await sync(bench, portal, rows: 40)
        try await expectSame(bench, portal, "seed \(seed)")
    }

    @Test(
        "Cut off at any call and gone on with, it is as if nothing had happened", arguments: (1...12).map(UInt64.init))
    func kills(seed: UInt64) async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(260, seed: seed))
        let chance = Mutex(Chance(seed: seed))
        portal.change { state in
            state.before = { _, _ throws(PortalError) in
                if chance.withLock({ Int.random(in: 0..<3, using: &$0) == 0 }) {
                    throw PortalError(.offline, operation: "search")
                }
            }
        }
        var runs = 0
        while true {
            runs += 1
            try #require(runs < 500)
            do { try await sync(bench, portal, rows: 30) } catch is PortalError { continue }
            break
        }
        #expect(runs > 1)
        try await expectSame(bench, portal)
    }

    @Test("What the portal lists twice or without an id is known the next time")
    func unkeepable() async throws {
        let bench = try Workbench()
        var datasets = Self.datasets(90)
        var twin = datasets[3]
        twin.title = "The same id again"
        datasets.append(twin)
        let portal = ChangingPortal(datasets)
        portal.change { $0.unreadable = 4 }
        let report = try await sync(bench, portal, rows: 30)
        #expect(report.left == 5 && report.state.datasets == 90)
        // Once more, since the portal might have changed while it was read; then it is known.
        try await sync(bench, portal, rows: 30)
        let calls = portal.searches
        try await sync(bench, portal, rows: 30)
        #expect(portal.searches - calls <= 2)
    }

    @Test("A portal that ends early is told as that, and what it gave is kept")
    func endsEarly() async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(200))
        portal.change { $0.end = 120 }
        let error = await #expect(throws: PortalError.self) { try await sync(bench, portal) }
        #expect(error?.reason == .mirror(.endedEarly(known: 120, total: 200)))
        let state = try await Mirror(bench.place).answer("").state
        #expect(state.datasets == 120 && !state.isWhole)
        portal.change { $0.end = .max }
        try await sync(bench, portal)
        try await expectSame(bench, portal)
    }

    @Test("Full records are read behind the rows, and fields say of how many they are known")
    func records() async throws {
        let bench = try Workbench()
        let portal = ChangingPortal(Self.datasets(60))
        try await sync(bench, portal)
        let writer = try bench.writer()
        let records = MirrorRecords(writer, from: portal.service)
        #expect(try await records.run(first: [DatasetID("d9"), DatasetID("gone")], atMost: 25) == 25)
        #expect(portal.state.withLock { $0.opened.first } == "d9")
        try writer.close(isWhole: true)
        let mirror = try Mirror(bench.place)
        let answer = try await mirror.answer("format:cram")
        #expect(answer.total == 25 && answer.undecided == 35)
        #expect(answer.gaps == [MirrorGap(field: .format, known: 25, total: 60)])
        #expect(try await mirror.answer("language:fr").total == 25)
        #expect(try await mirror.answer("-format:CRAM").total == 0)
        #expect(answer.state.fullRecords == 25)
        let kept = try #require(try await mirror.dataset(DatasetID("d9")))
        #expect(kept.detail?.distributions.first?.format == "CRAM")
        // A row that changed keeps what is known and is read again first.
        portal.change { state in
            state.datasets[9].title = "Changed"
            state.datasets[9].modified = Date(timeIntervalSince1970: 1_900_000_000)
        }
        try await sync(bench, portal)
        #expect(try await Mirror(bench.place).answer("format:cram").total == 25)
        let again = try bench.writer()
        #expect(try await MirrorRecords(again, from: portal.service).run(atMost: 1) == 1)
        #expect(portal.state.withLock { $0.opened.last } == "d9")
        try again.close(isWhole: true)
    }
}
