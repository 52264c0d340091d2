import CFailingDisk
import Foundation
import GRDB
import PortalModel
import Testing

@testable import PortalStorage

/// Every write, sync, truncation and deletion below SQLite fails once, and power is cut before each of them: what was
/// called saved is there, and the file opens. Serialised, since there is one plan for the disk at a time.
@Suite("A disk that fails, and one that loses its power", .serialized)
struct FailingDiskTests {
    private static let saves = 4

    /// How calls fail.
    enum Failing: Sendable, CaseIterable {
        case once, fromThenOn
        /// It was carried out, and is said to have failed: a commit whose last call ends so stands.
        case thoughDone
    }

    /// Opens the drafts and saves one draft again and again, as far as that goes.
    ///
    /// - Parameter saved: told after each save with its revision.
    /// - Returns: the last revision that was called saved, and the errors.
    func use(
        _ bench: Workbench, on fileSystem: FileSystemKind, refusal: CInt? = nil, saved: (Int) -> Void = { _ in }
    ) -> (saved: Int?, errors: [PortalError]) {
        var (last, errors): (Int?, [PortalError]) = (nil, [])
        do {
            let store = try bench.open(on: fileSystem, refusal: refusal)
            for revision in 1...Self.saves {
                do throws(PortalError) {
                    let text = String(repeating: "\(revision) ", count: revision * 1500)
                    try store.saveDraftsNow([Sample.draft(revision: revision, text: text)])
                    last = revision
                    saved(revision)
                } catch {
                    errors.append(error)
                }
            }
            store.close()
        } catch let error as PortalError {
            errors.append(error)
        } catch {
            Issue.record("\(error)")
        }
        return (last, errors)
    }

    func begin(
        _ bench: Workbench, failAt: Int = 0, code: ResultCode = .SQLITE_FULL, how: Failing = .once, cutAt: Int = 0,
        into folder: String = "", kept: UInt32 = 0
    ) throws {
        try #require(failing_disk_install() == 0)
        failing_disk_begin(
            bench.file.directory, Int32(failAt), code.rawValue, how == .fromThenOn, how == .thoughDone, Int32(cutAt),
            folder, kept)
    }

    /// What was called saved is there, whole; a later one that was not confirmed may be.
    func expect(_ saved: Int?, in bench: Workbench, _ words: String) {
        do {
            let store = try bench.open()
            let drafts = store.loadStart().drafts
            store.close()
            #expect(drafts.count <= 1, "\(words)")
            #expect((drafts.first?.revision ?? 0) >= (saved ?? 0), "\(words): \(saved ?? 0) was called saved")
            if let draft = drafts.first, case .text(let text) = draft.answers[FieldID(form: 1, field: "purpose")] {
                #expect(text == String(repeating: "\(draft.revision) ", count: draft.revision * 1500), "\(words)")
            }
            #expect(try bench.damagedFiles().isEmpty, "\(words): the file was taken for damaged")
        } catch {
            Issue.record("\(words): it does not open: \(error)")
        }
    }

    static let kinds: [FileSystemKind] = [.local, .network("NFS")]

    /// Why a disk takes no more: what SQLite makes of it, and what the folder itself says.
    struct Refusal: Sendable {
        var code: ResultCode
        var errno: CInt = 0
        /// What somebody is told then, whatever call it was.
        var words = ""

        static let full = Refusal(code: .SQLITE_FULL, errno: ENOSPC, words: "is full")
        /// A used-up quota is a refused write to SQLite, which does not say why.
        static let quota = Refusal(code: .SQLITE_IOERR_WRITE, errno: EDQUOT, words: "Your quota on the disk is used up")
        static let unexplained = Refusal(code: .SQLITE_IOERR_WRITE)
        static let unsynced = Refusal(code: .SQLITE_IOERR_FSYNC)
    }

    @Test("Each call fails once, from then on, or though it was done", arguments: kinds, Failing.allCases)
    func failures(kind: FileSystemKind, how: Failing) throws {
        for refusal in [Refusal.full, .quota, .unexplained, .unsynced].prefix(how == .fromThenOn ? 2 : 4) {
            var (call, seen) = (1, 0)
            repeat {
                let bench = try Workbench()
                try begin(bench, failAt: call, code: refusal.code, how: how)
                let used = use(bench, on: kind, refusal: refusal.errno)
                seen = Int(failing_disk_calls())
                failing_disk_end()
                // Nobody else is there: whatever stands on the disk, no save is told that another program wrote it.
                for error in used.errors {
                    #expect(error.kind == .local && error.detail?.contains(bench.file.path) == true, "\(error)")
                    #expect(refusal.words.isEmpty || error.detail?.contains(refusal.words) == true, "\(error)")
                }
                if how != .fromThenOn, used.errors.count < Self.saves {
                    #expect(used.saved == Self.saves || used.errors.count == 1, "\(used.errors)")
                }
                expect(used.saved, in: bench, "\(kind), \(how), call \(call) of \(seen), \(refusal)")
                // Fewer of the later ones: they repeat what the first saves did.
                call += call < 25 ? 1 : 6
            } while call <= seen
            #expect(seen > 20, "the disk was minded")
        }
    }

    @Test("Power is cut before each call; what was not synced is gone, torn or there in any order", arguments: kinds)
    func cuts(kind: FileSystemKind) throws {
        var (call, seen) = (1, 0)
        repeat {
            for kept: UInt32 in [0, 1, 2] {
                let (bench, after) = (try Workbench(), try Workbench())
                try FileManager.default.createDirectory(
                    atPath: after.file.directory, withIntermediateDirectories: true)
                try begin(bench, cutAt: call, into: after.file.directory, kept: kept)
                var confirmed: Int?
                _ = use(bench, on: kind) { revision in
                    if !failing_disk_was_cut() { confirmed = revision }
                }
                seen = Int(failing_disk_calls())
                let wasCut = failing_disk_was_cut()
                failing_disk_end()
                if wasCut { expect(confirmed, in: after, "\(kind), cut before call \(call) of \(seen), kept \(kept)") }
            }
            call += call < 25 ? 1 : 6
        } while call <= seen
        #expect(seen > 20, "the disk was minded")
    }

    @Test("Power that is cut right after a save loses nothing of it", arguments: kinds)
    func cutsAfterSaves(kind: FileSystemKind) throws {
        let bench = try Workbench()
        try begin(bench)
        _ = use(bench, on: kind) { revision in
            for kept: UInt32 in [0, 3, 4, 5] {
                do {
                    let after = try Workbench()
                    try FileManager.default.createDirectory(
                        atPath: after.file.directory, withIntermediateDirectories: true)
                    #expect(failing_disk_cut(after.file.directory, kept))
                    expect(revision, in: after, "\(kind), after save \(revision), kept \(kept)")
                } catch {
                    Issue.record("\(error)")
                }
            }
        }
        failing_disk_end()
    }

    @Test("A disk that forgets what it was told to keep is found out by these tests")
    func forgetful() throws {
        let (bench, after) = (try Workbench(), try Workbench())
        try FileManager.default.createDirectory(atPath: after.file.directory, withIntermediateDirectories: true)
        // Without syncs nothing that is written since the file was made would be there.
        try begin(bench)
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        try FileManager.default.createDirectory(atPath: bench.file.directory, withIntermediateDirectories: true)
        let careless = try DatabaseQueue(path: bench.file.path, configuration: configuration)
        try careless.write { try $0.execute(sql: "CREATE TABLE t (x); INSERT INTO t VALUES (1)") }
        #expect(failing_disk_cut(after.file.directory, 0))
        failing_disk_end()
        try careless.close()
        let left = try DatabaseQueue(path: after.file.path)
        #expect(try left.read { try $0.tableExists("t") } == false)
    }
}
