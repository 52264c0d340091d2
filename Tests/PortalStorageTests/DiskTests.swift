import Foundation
import GRDB
import Glibc
import PortalModel
import Testing

@testable import PortalStorage

@Suite("Disks: shared, full, read-only")
struct DiskTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    private func journalMode() throws -> String? {
        try bench.rawDatabase().read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    }

    // MARK: Shared with other machines

    @Test(arguments: [
        (0x6969 as UInt32, "NFS"), (0x0BD0_0BD0, "Lustre"), (0xFF53_4D42, "CIFS"), (0x1983_0326, "BeeGFS"),
        (0x6573_5546, "FUSE"),
    ])
    func networkFileSystemsAreRecognised(magic: UInt32, name: String) {
        #expect(FileSystemKind(magic: magic) == .network(name))
    }

    @Test func localFileSystemsAreRecognised() {
        for magic in [0xEF53, 0x0102_1994, 0x5846_5342, 0x9123_683E, 0x794C_7630] as [UInt32] {
            #expect(FileSystemKind(magic: magic) == .local)
        }
        #expect(FileSystemKind.of(path: "/proc") == .local)
        #expect(FileSystemKind.of(path: "/does/not/exist") == .local)
    }

    @Test func aSharedDiskGetsARollbackJournalAndALocalOneALog() async throws {
        let shared = try bench.open(on: .network("NFS"))
        try await shared.journal.saveDraft(Sample.draft())
        #expect(try !bench.fileNames().contains { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") })
        shared.close()
        #expect(try journalMode() == "delete")

        // A home that was moved to a local disk, and back.
        let local = try bench.open()
        #expect(local.loadStart().drafts == [Sample.draft()])
        #expect(try bench.fileNames().contains("drafts.sqlite-wal"))
        local.close()
        #expect(try journalMode() == "wal")
        let again = try bench.open(on: .network("Lustre"))
        #expect(again.loadStart().drafts == [Sample.draft()])
        again.close()
        #expect(try journalMode() == "delete")
    }

    @Test func onASharedDiskTheSecondProgramRunsWithoutDraftsAndSaysWhy() async throws {
        let first = try bench.open(as: .elsewhere(), on: .network("NFS"))
        try await first.journal.saveDraft(Sample.draft())

        let second = try bench.open(on: .network("NFS"))
        guard case .withoutDrafts(let reason) = second.availability else {
            Issue.record("opened with drafts")
            return
        }
        #expect(reason.detail?.contains("host node7, process 4711") == true)
        #expect(second.notes.count == 1)
        #expect(second.isInUseElsewhere)
        #expect(second.loadStart() == StoredState())
        #expect(await portalError { try await second.journal.saveDraft(Sample.draft()) } == reason)
        second.close()

        try await first.journal.saveDraft(Sample.draft(revision: 8))
        first.close()
        #expect(try !bench.fileNames().contains("drafts.holder"))
        let third = try bench.open(on: .network("NFS"))
        #expect(third.availability == .onDisk)
        #expect(third.loadStart().drafts == [Sample.draft(revision: 8)])
    }

    // MARK: Full

    @Test func aFullDiskIsSaidAndWhatWasSavedStays() async throws {
        let store = try bench.open(maximumPages: 20)
        try await store.journal.saveDraft(Sample.draft(revision: 1))
        let large = Sample.draft(revision: 2, text: String(repeating: "x", count: 200_000))
        let error = await portalError { try await store.journal.saveDraft(large) }
        #expect(error?.kind == .local)
        #expect(error?.detail?.contains("full") == true)
        #expect(error?.detail?.contains(bench.file.path) == true)
        #expect(store.loadStart().drafts == [Sample.draft(revision: 1)])
        try await store.journal.saveDraft(Sample.draft(revision: 3))
        #expect(store.loadStart().drafts == [Sample.draft(revision: 3)])
    }

    @Test(arguments: [ResultCode.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_FULL, .SQLITE_IOERR_READ])
    func failuresOfTheDiskNameThePathAndSayThatWhatWasSavedIsSafe(_ code: ResultCode) {
        let failure = StorageFailure(DatabaseError(resultCode: code), file: bench.file)
        let detail = failure.portalError(during: "saving the draft").detail ?? ""
        #expect(detail.contains(bench.file.path))
        #expect(detail.contains("safe"))
    }

    // MARK: Quota

    @Test(arguments: [
        ResultCode.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN,
        .SQLITE_IOERR_TRUNCATE, .SQLITE_FULL,
    ])
    func aQuotaIsSaidWhateverCallItWasThatFailed(_ code: ResultCode) {
        let failure = StorageFailure(DatabaseError(resultCode: code), file: bench.file) { _ in EDQUOT }
        let detail = failure.portalError(during: "saving the draft").detail ?? ""
        for words in ["Your quota", bench.file.path, "What was saved before is safe.", "larger quota"] {
            #expect(detail.contains(words), "\(detail)")
        }
        #expect(failure.leavesReading && !failure.leavesDoubt)
    }

    @Test func aFolderThatTakesSomethingIsNotBlamed() throws {
        let folder = FileManager.default.temporaryDirectory.path
        #expect(PrivateFiles.refusal(in: folder) == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.contains { $0.hasPrefix(".room-") })
        #expect(PrivateFiles.refusal(in: folder + "/none/of/these") == ENOENT)
        let failure = StorageFailure(DatabaseError(resultCode: .SQLITE_IOERR_WRITE), file: bench.file) { _ in nil }
        #expect(failure.cause == .writeRefused)
    }

    // MARK: Read-only

    @Test func aFolderThatCannotBeMadeIsSaid() async throws {
        try Data().write(to: URL(fileURLWithPath: bench.root + "/data"))
        // The person goes on without drafts, and is told so, at each save too.
        let store = try bench.open()
        guard case .withoutDrafts(let reason) = store.availability else {
            Issue.record("opened with drafts")
            return
        }
        #expect(reason.operation == "opening the drafts")
        #expect(reason.detail?.contains(bench.directories.data) == true)
        #expect(reason.detail?.contains("XDG_DATA_HOME") == true)
        #expect(!store.isInUseElsewhere)
        #expect(store.notes.count == 1)
        #expect(store.loadStart() == StoredState())
        #expect(throws: reason) { try store.saveDraftsNow([Sample.draft()]) }
    }

    @Test(arguments: [EROFS, EACCES])
    func aReadOnlyFolderIsSaid(_ code: CInt) {
        let failure = StorageFailure(FileFailure(bench.file.directory, code), file: bench.file)
        let detail = failure.portalError(during: "opening the drafts").detail ?? ""
        #expect(detail.contains("read-only"))
        #expect(detail.contains("XDG_DATA_HOME"))
    }

    @Test func aDatabaseThatBecameReadOnlyIsSaid() async throws {
        let failure = StorageFailure(DatabaseError(resultCode: .SQLITE_READONLY_DIRECTORY), file: bench.file)
        #expect(failure.portalError(during: "saving the draft").detail?.contains("read-only") == true)
    }
}

@Suite("Places")
struct StorageDirectoriesTests {
    @Test func theVariablesOfXDGAreFollowed() {
        let directories = StorageDirectories.standard(environment: [
            "HOME": "/home/ada", "XDG_DATA_HOME": "/data/ada/", "XDG_CACHE_HOME": "relative",
        ])
        #expect(directories == StorageDirectories(data: "/data/ada/portal", cache: "/home/ada/.cache/portal"))
        #expect(
            StorageDirectories.standard(environment: ["HOME": "/home/ada"]).data == "/home/ada/.local/share/portal")
    }

    @Test(arguments: [
        ("demo", "demo"), ("gdi-2.0", "gdi-2.0"), ("..", "%2E."), ("a/b", "a%2Fb"), ("ä b", "%C3%A4%20b"),
    ])
    func aProfileHasAFolderOfItsOwn(name: String, folder: String) throws {
        #expect(try StorageDirectories.folder(forProfile: name) == folder)
    }

    @Test func aProfileWithoutAUsableNameIsRefused() {
        #expect(throws: PortalError.self) { try StorageDirectories.folder(forProfile: "") }
        #expect(throws: PortalError.self) {
            try StorageDirectories.folder(forProfile: String(repeating: "x", count: 201))
        }
    }
}
