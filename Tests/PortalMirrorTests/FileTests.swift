import FoundationEssentials
import GRDB
import Glibc
import PortalDomain
import Testing

@testable import PortalMirror

@Suite("A mirror's file")
struct FileTests {
    private static let datasets = (0..<40).map {
        DatasetSummary("d\($0)", "Dataset \($0)", description: "words of \($0)")
    }

    private func reason(_ body: () async throws -> Void) async -> MirrorReason? {
        do { try await body() } catch let error as PortalError {
            if case .mirror(let reason) = error.reason { return reason }
        } catch {}
        return nil
    }

    @Test("None, a damaged one, one of another version, of another portal and of somebody else")
    func others() async throws {
        let bench = try Workbench()
        let path = bench.place.path
        #expect(await reason { _ = try Mirror(bench.place) } == .none(path: path))
        let mirror = try await bench.mirror(of: Self.datasets)
        mirror.close()
        let other = MirrorOrigin(portal: "another")
        #expect(await reason { _ = try Mirror(bench.place, of: other) } == .ofAnotherPortal(path: path))
        let somebody = MirrorOrigin(portal: Workbench.origin.portal, owner: "me")
        #expect(await reason { _ = try Mirror(bench.place, of: somebody) } == .ofAnotherPortal(path: path))
        try await bench.writer().write { database, _ in try database.execute(sql: "PRAGMA user_version = 99") }
        #expect(await reason { _ = try Mirror(bench.place) } == .otherVersion(path: path))
        try Data(repeating: 7, count: 9000).write(to: URL(filePath: path))
        #expect(await reason { _ = try Mirror(bench.place) } == .damaged(path: path))
    }

    @Test("One that cannot be gone on with stays until a whole one takes its place")
    func anew() async throws {
        let bench = try Workbench()
        try await bench.mirror(of: Self.datasets).close()
        let other = MirrorOrigin(portal: "moved")
        let writer = try bench.writer(other)
        #expect(writer.isBeside)
        _ = try await writer.take([.dataset(DatasetSummary("new", "New"))])
        #expect(try await Mirror(bench.place).answer("").total == 40)
        try writer.close(isWhole: false)
        #expect(try await Mirror(bench.place).answer("").total == 40)
        let again = try bench.writer(other)
        #expect(try await again.read { try MirrorState($0) }.datasets == 1)
        try again.close(isWhole: true)
        #expect(try await Mirror(bench.place, of: other).ids("") == ["new"])
        #expect(!FileManager.default.fileExists(atPath: bench.place.workPath))
    }

    @Test("A finished file is read where nothing can be written, and replaced as a whole")
    func shared() async throws {
        let bench = try Workbench()
        let writer = try MirrorWriter(bench.shared, of: Workbench.origin)
        _ = try await writer.take(Self.datasets.map(SearchResult.dataset))
        #expect(!FileManager.default.fileExists(atPath: bench.shared.path))
        try writer.close(isWhole: true)
        #expect(try Data(contentsOf: URL(filePath: bench.shared.path))[18] == 1, "not in rollback-journal mode")
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.directory)
        #expect(Set(names) == ["shared.sqlite", "shared.sqlite.lock"])
        chmod(bench.shared.path, 0o444)
        chmod(bench.directory, 0o555)
        defer { chmod(bench.directory, 0o755) }
        let old = try Mirror(bench.shared)
        #expect(try await old.answer("words").total == 40)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.directory).count == 2)
        chmod(bench.directory, 0o755)
        // A new one takes its place while the old one is read.
        let next = try MirrorWriter(bench.shared, of: Workbench.origin)
        #expect(try await next.read { try MirrorState($0) }.datasets == 40)
        _ = try await next.take([.dataset(DatasetSummary("more", "More words"))])
        try next.close(isWhole: true)
        #expect(try await old.answer("words").total == 40)
        #expect(try await Mirror(bench.shared).answer("words").total == 41)
    }

    @Test("A second program that fills it is told so, and readers are not kept out")
    func turns() async throws {
        let bench = try Workbench()
        let writer = try bench.writer()
        _ = try await writer.take(Self.datasets.map(SearchResult.dataset))
        #expect(await reason { _ = try bench.writer() } == .inUse(path: bench.place.path))
        #expect(try await Mirror(bench.place).answer("words").total == 40)
        try writer.close(isWhole: true)
    }

    @Test("A full disk in the middle of a fill keeps what was there, and the next run goes on")
    func fullDisk() async throws {
        let bench = try Workbench()
        var invented = Invented(chance: Chance(seed: 4))
        let portal = ChangingPortal((0..<300).map { invented.dataset($0) })
        let small = try MirrorWriter(bench.place, of: Workbench.origin, maximumPages: 60)
        let reason = await reason { _ = try await MirrorSync(small, from: portal.service, rows: 30).run() }
        #expect(reason == .full(path: bench.place.path))
        try small.close(isWhole: false)
        let before = try await Mirror(bench.place).answer("", rows: 1000)
        #expect((1..<300).contains(before.total) && !before.state.isWhole)
        let writer = try bench.writer()
        let report = try await MirrorSync(writer, from: portal.service, rows: 30).run()
        try writer.close(isWhole: true)
        #expect(report.new == 300 - before.total)
        #expect(try await Set(Mirror(bench.place).answer("", rows: 1000).hits.map(\.dataset)) == Set(portal.datasets))
    }

    @Test("Paths that hold the signs of URIs are paths")
    func signs() async throws {
        let bench = try Workbench()
        let place = MirrorPlace(path: bench.directory + "/a?b#c%20 d.sqlite", kind: .shared)
        let writer = try MirrorWriter(place, of: Workbench.origin)
        _ = try await writer.take([.dataset(DatasetSummary("one", "One"))])
        try writer.close(isWhole: true)
        #expect(try await Mirror(place).ids("") == ["one"])
    }
}
