import FoundationEssentials
import GRDB
import Glibc
import PortalDomain
import Testing

@testable import PortalMirror

/// Somebody names a path: what is no mirror there stays as it is, by every way that fills or removes one.
@Suite("What lies where a mirror is to be")
struct MirrorGroundTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    private func reason(_ body: () async throws -> Void) async -> MirrorReason? {
        do { try await body() } catch let error as PortalError {
            if case .mirror(let reason) = error.reason { return reason }
        } catch {}
        return nil
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: bench.directory).sorted() }
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: bench.directory + "/" + name))
    }

    private func contents(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: bench.directory + "/" + name))
    }

    /// Neither filling, nor filling anew, nor removing touches it, and nothing is left beside it.
    private func isLeft(_ place: MirrorPlace, _ expected: MirrorReason) async throws {
        let before = try names
        #expect(await reason { _ = try MirrorWriter(place, of: Workbench.origin) } == expected)
        #expect(await reason { _ = try MirrorWriter(place, of: Workbench.origin, isAnew: true) } == expected)
        #expect(await reason { _ = try place.drop() } == expected)
        #expect(try names == before)
    }

    @Test("A text, and another program's database", arguments: ["thesis", "database"])
    func others(_ what: String) async throws {
        let path = bench.shared.path
        if what == "thesis" {
            try write("my thesis\n", to: "shared.sqlite")
        } else {
            let queue = try DatabaseQueue(path: path)
            try await queue.write { database in
                try database.execute(sql: "CREATE TABLE dataset (a); CREATE TABLE meta (b); PRAGMA user_version = 2")
            }
            try queue.close()
        }
        let before = try contents("shared.sqlite")
        try await isLeft(bench.shared, .noMirror(path: path))
        #expect(try contents("shared.sqlite") == before)
        let read: MirrorReason = what == "thesis" ? .damaged(path: path) : .noMirror(path: path)
        #expect(await reason { _ = try Mirror(bench.shared, of: Workbench.origin) } == read)
    }

    @Test("A pipe, a device, a folder and a link")
    func noFiles() async throws {
        let path = bench.shared.path
        #expect(mkfifo(path, 0o600) == 0)
        try await isLeft(bench.shared, .noFile(path: path))
        #expect(await reason { _ = try Mirror(bench.shared) } == .noFile(path: path))
        // The null device, where a mistake harms nobody; only root can make one.
        let null = bench.directory + "/null"
        if mknod(null, S_IFCHR | 0o600, 0x103) == 0 {
            try await isLeft(MirrorPlace(path: null, kind: .shared), .noFile(path: null))
        }
        try await isLeft(MirrorPlace(path: bench.directory, kind: .shared), .noFile(path: bench.directory))
        let behind = bench.directory + "/none/"
        try await isLeft(MirrorPlace(path: behind, kind: .shared), .noFile(path: behind))
        try write("my thesis\n", to: "thesis")
        let link = bench.directory + "/link"
        #expect(symlink("thesis", link) == 0)
        try await isLeft(MirrorPlace(path: link, kind: .shared), .isLink(path: link))
        #expect(try String(decoding: contents("thesis"), as: UTF8.self) == "my thesis\n")
    }

    @Test("What has the names of the files beside it", arguments: [".new", ".lock", "-journal", "-wal"])
    func beside(_ suffix: String) async throws {
        try write("my thesis\n", to: "shared.sqlite" + suffix)
        let before = try names
        #expect(
            await reason { _ = try MirrorWriter(bench.shared, of: Workbench.origin) }
                == .noMirror(path: bench.shared.path + suffix))
        _ = try? bench.shared.drop()
        #expect(try names == before)
        #expect(try String(decoding: contents("shared.sqlite" + suffix), as: UTF8.self) == "my thesis\n")
    }

    @Test("What is put there while it is filled")
    func meanwhile() async throws {
        let writer = try MirrorWriter(bench.shared, of: Workbench.origin)
        _ = try await writer.take([.dataset(DatasetSummary("one", "One"))])
        try write("my thesis\n", to: "shared.sqlite")
        #expect(await reason { try writer.close(isWhole: true) } == .noMirror(path: bench.shared.path))
        #expect(try String(decoding: contents("shared.sqlite"), as: UTF8.self) == "my thesis\n")
    }

    @Test("A mirror, also without its mark, with broken pages or of another version, is filled and removed")
    func mirrors() async throws {
        let place = bench.shared
        func fill(isAnew: Bool = false) async throws {
            let writer = try MirrorWriter(place, of: Workbench.origin, isAnew: isAnew)
            _ = try await writer.take([.dataset(DatasetSummary("one", "One"))])
            try writer.close(isWhole: true)
        }
        func change(_ sql: String) async throws {
            let queue = try DatabaseQueue(path: place.path)
            try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            try queue.close()
        }
        // A file that was made for it and is empty yet.
        try write("", to: "shared.sqlite")
        try await fill()
        try await change("PRAGMA application_id = 0")
        #expect(MirrorGround.kind(of: place.path) == .mirror)
        try await fill()
        try await change("PRAGMA user_version = 1; PRAGMA application_id = 0")
        try await fill()
        #expect(try await Mirror(place).ids("") == ["one"])
        var bytes = try contents("shared.sqlite")
        try await change("PRAGMA application_id = \(MirrorSchema.mark)")
        bytes = try contents("shared.sqlite")
        bytes.replaceSubrange(100..., with: Data(repeating: 9, count: bytes.count - 100))
        try bytes.write(to: URL(filePath: place.path))
        try await fill()
        #expect(try await Mirror(place).ids("") == ["one"])
        // Broken beyond recognition: only when it is asked for, where one was.
        try Data(repeating: 9, count: 5000).write(to: URL(filePath: place.path))
        #expect(await reason { try await fill() } == .noMirror(path: place.path))
        try await fill(isAnew: true)
        #expect(try place.drop() != nil)
        #expect(try names == [])
        #expect(try place.drop() == nil)
    }

    @Test("One that was being begun when the program was killed is gone on with")
    func begun() async throws {
        let queue = try MirrorFile.writing(bench.shared.workPath, isShared: true)
        try await queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; CREATE TABLE a (b)")
            for _ in 0..<200 { try database.execute(sql: "INSERT INTO a VALUES (zeroblob(4000))") }
            let names = try FileManager.default.contentsOfDirectory(atPath: bench.directory)
            for name in names where name.contains(".new") {
                try FileManager.default.copyItem(
                    atPath: bench.directory + "/" + name, toPath: bench.directory + "/copy" + name.dropFirst(6))
            }
            try database.execute(sql: "ROLLBACK")
        }
        try queue.close()
        let copy = MirrorPlace(path: bench.directory + "/copy.sqlite", kind: .shared)
        #expect(MirrorGround.kind(of: copy.workPath) == .begun)
        let writer = try MirrorWriter(copy, of: Workbench.origin)
        _ = try await writer.take([.dataset(DatasetSummary("one", "One"))])
        try writer.close(isWhole: true)
        #expect(try await Mirror(copy).ids("") == ["one"])
    }
}
