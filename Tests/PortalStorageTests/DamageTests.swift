import Foundation
import GRDB
import PortalModel
import Testing

@testable import PortalStorage

@Suite("A damaged drafts file is kept, and what it holds is taken over")
struct DamageTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    /// Closed, so that all of it is in the database file and none in the log.
    private func leaveDrafts(_ count: Int, length: Int = 20_000) throws {
        let store = try bench.open()
        let text = String(repeating: "x", count: length)
        try store.saveDraftsNow((0..<count).map { Sample.draft("draft-\($0)", text: text) })
        store.close()
    }

    private func overwrite(at offset: UInt64, with data: Data) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: bench.file.path))
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: data)
        try handle.close()
    }

    @Test func aFileThatIsNoDatabaseIsMovedAside() async throws {
        try leaveDrafts(1)
        let garbage = Data("this is no database, whatever it was before".utf8)
        try garbage.write(to: URL(fileURLWithPath: bench.file.path))

        let store = try bench.open()
        #expect(store.notes.count == 1)
        let aside = try #require(try bench.damagedFiles().first)
        #expect(store.notes.first?.sentence.contains(aside) == true)
        #expect(FileManager.default.contents(atPath: bench.file.directory + "/" + aside) == garbage)
        #expect(store.loadStart().drafts.isEmpty)
        try await store.journal.saveDraft(Sample.draft())
        store.close()
        let next = try bench.open()
        #expect(next.loadStart().drafts == [Sample.draft()])
        #expect(next.notes.isEmpty)
    }

    @Test func anotherProgramsDatabaseIsMovedAsideAsItIs() async throws {
        try FileManager.default.createDirectory(atPath: bench.file.directory, withIntermediateDirectories: true)
        let others = try DatabaseQueue(path: bench.file.path)
        try await others.write {
            try $0.execute(sql: "CREATE TABLE moz_places (url); INSERT INTO moz_places VALUES ('a')")
        }
        try others.close()

        let store = try bench.open()
        #expect(store.notes.count == 1)
        try await store.journal.saveDraft(Sample.draft())
        store.close()
        let aside = try #require(try bench.damagedFiles().first)
        let kept = try DatabaseQueue(path: bench.file.directory + "/" + aside)
        let (tables, rows) = try await kept.read { database in
            (
                try String.fetchAll(database, sql: "SELECT name FROM sqlite_master"),
                try String.fetchAll(database, sql: "SELECT url FROM moz_places")
            )
        }
        #expect(tables == ["moz_places"] && rows == ["a"])
        #expect(try bench.open().loadStart().drafts == [Sample.draft()])
    }

    @Test func aFileThatOthersCouldReadIsTheirOwnersAlone() throws {
        try leaveDrafts(1)
        let files = ["", "-wal"].map { bench.file.path + $0 }
        #expect(FileManager.default.createFile(atPath: files[1], contents: Data()))
        for path in files { chmod(path, 0o664) }
        let store = try bench.open()
        defer { store.close() }
        for path in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(path)")
        }
    }

    @Test func aTruncatedFileGivesBackWhatIsLeft() async throws {
        try leaveDrafts(20)
        let whole = try #require(FileManager.default.contents(atPath: bench.file.path))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: bench.file.path))
        try handle.truncate(atOffset: UInt64(whole.count / 2 / 4096 * 4096))
        try handle.close()

        let store = try bench.open()
        let state = store.loadStart()
        #expect(state.drafts.count >= 5 && state.drafts.count < 20)
        #expect(store.notes.count == 1)
        #expect(try bench.damagedFiles().count == 1)
        try await store.journal.saveDraft(Sample.draft("new"))
    }

    @Test func aDamagedPageCostsOnlyWhatWasOnIt() throws {
        try leaveDrafts(20)
        let whole = try #require(FileManager.default.contents(atPath: bench.file.path))
        // A page in the middle, with a number of cells that no page can have.
        try overwrite(at: UInt64(whole.count / 2 / 4096 * 4096), with: Data(repeating: 0xFF, count: 4096))

        let store = try bench.open()
        let found = store.loadStart().drafts.count
        #expect(found >= 15)
        #expect(found == 20 || !store.notes.isEmpty)
    }

    @Test func damageThatASaveMeetsIsRepairedAndTheSaveIsDone() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft("a"))
        store.close()
        let open = try bench.open()
        try overwrite(at: 4096, with: Data(repeating: 0xFF, count: 12 * 4096))
        try await open.journal.saveDraft(Sample.draft("b"))
        #expect(open.loadStart().drafts.contains(Sample.draft("b")))
        #expect(try bench.damagedFiles().count == 1)
        #expect(open.notes.count == 1)
        open.close()
        #expect(try bench.open().loadStart().drafts.contains(Sample.draft("b")))
    }

    @Test func draftsWhoseFolderIsDeletedMeanwhileAreWrittenAgain() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft("a"))
        try await store.journal.saveBasket([Sample.item])
        try FileManager.default.removeItem(atPath: bench.file.directory)
        try await store.journal.saveDraft(Sample.draft("b"))
        store.close()

        let state = try bench.open().loadStart()
        #expect(Set(state.drafts.map(\.id)) == [DraftID("a"), DraftID("b")])
        #expect(state.basket == [Sample.item])
        #expect(store.notes.count == 1)
    }

    @Test func aDraftThatThisVersionCannotReadStaysAndHidesNoOther() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft("a"))
        try await store.journal.saveDraft(Sample.draft("b"))
        try await store.journal.saveDraft(Sample.draft("c"))
        let raw = try bench.rawDatabase()
        try await raw.write { database in
            try database.execute(sql: "UPDATE draft SET phase = 'dreaming' WHERE id = 'a'")
            try database.execute(sql: "UPDATE draft SET answers = '{' WHERE id = 'b'")
        }
        #expect(store.loadStart().drafts.map(\.id) == [DraftID("c")])
        #expect(store.notes.count == 1)
        #expect(try await raw.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM draft") } == 3)
    }

    @Test func afterAnErrorThatLeavesDoubtTheFileIsLookedThroughOnce() throws {
        try leaveDrafts(1)
        try Data().write(to: URL(fileURLWithPath: bench.file.doubtPath))
        let store = try bench.open()
        #expect(store.loadStart().drafts.count == 1)
        #expect(store.notes.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: bench.file.doubtPath))
    }
}
