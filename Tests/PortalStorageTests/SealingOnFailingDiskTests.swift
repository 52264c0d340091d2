import CFailingDisk
import Foundation
import GRDB
import PortalDomain
import Testing

@testable import PortalStorage

/// The same disk below drafts that are sealed, and below their sealing.
extension FailingDiskTests {
    @Test("Power is cut before each call while sealed drafts are saved", arguments: kinds)
    func cutsOfSealed(kind: FileSystemKind) throws {
        let lock = try TestLock()
        var (call, seen) = (1, 0)
        repeat {
            let (bench, after) = (try Workbench(seal: lock.seal), try Workbench(seal: lock.seal))
            try FileManager.default.createDirectory(atPath: after.file.directory, withIntermediateDirectories: true)
            try begin(bench, cutAt: call, into: after.file.directory, kept: UInt32(call % 3))
            var confirmed: Int?
            _ = use(bench, on: kind) { revision in
                if !failing_disk_was_cut() { confirmed = revision }
            }
            seen = Int(failing_disk_calls())
            let wasCut = failing_disk_was_cut()
            failing_disk_end()
            if wasCut { expect(confirmed, in: after, "\(kind), sealed, cut before call \(call) of \(seen)") }
            call += call < 25 ? 3 : 9
        } while call <= seen
        #expect(seen > 20, "the disk was minded")
    }

    private static let planted = "planted words of a person"

    private func drafts() -> [Draft] {
        ["a", "b", "c"].map { Sample.draft($0, text: String(repeating: "\(Self.planted) ", count: 400)) }
    }

    private func sealing(_ bench: Workbench, _ kind: FileSystemKind) -> DraftsSealing {
        var options = StoreOptions(fileSystem: { _ in kind }, now: { Workbench.noon })
        options.seal = bench.seal
        return DraftsSealing(folder: bench.file.directory, options: options)
    }

    @Test("Power is cut, and calls fail, while drafts are sealed and opened", arguments: kinds, [true, false])
    func cutsOfSealing(kind: FileSystemKind, isEnabled: Bool) throws {
        var (call, seen) = (1, 0)
        repeat {
            for kept: UInt32 in [0, 1, 2] {
                let lock = try TestLock(isEnabled ? .off : .on)
                let (bench, after) = (try Workbench(seal: lock.seal), try Workbench(seal: lock.seal))
                try FileManager.default.createDirectory(atPath: after.file.directory, withIntermediateDirectories: true)
                let store = try bench.open(on: kind)
                try store.saveDraftsNow(drafts())
                store.close()
                lock.turn(isEnabled ? .on : .off)
                // What the plan does not see being written it takes for synced.
                try begin(
                    bench, failAt: kept == 0 ? call : 0, cutAt: kept == 0 ? 0 : call, into: after.file.directory,
                    kept: kept)
                _ = try? sealing(bench, kind).follow()
                seen = Int(failing_disk_calls())
                let wasCut = failing_disk_was_cut()
                failing_disk_end()
                if kept == 0 { try expectAll(in: bench, kind, isEnabled, "call \(call) of \(seen) failed") }
                if wasCut { try expectAll(in: after, kind, isEnabled, "cut before call \(call) of \(seen), \(kept)") }
            }
            call += call < 25 ? 3 : 9
        } while call <= seen
        #expect(seen > 5, "the disk was minded")
    }

    /// Every draft is there as it was, whatever was done; done again it is done.
    private func expectAll(in bench: Workbench, _ kind: FileSystemKind, _ isEnabled: Bool, _ words: String) throws {
        let store = try bench.open(on: kind)
        #expect(Set(store.loadStart().drafts) == Set(drafts()), "\(kind), \(words)")
        store.close()
        #expect(try bench.damagedFiles().isEmpty, "\(kind), \(words)")
        let count = try sealing(bench, kind).follow()
        #expect(count == DraftsSealing.Count(sealed: isEnabled ? 3 : 0, plain: isEnabled ? 0 : 3), "\(kind), \(words)")
        if isEnabled { #expect(try bench.files(with: Self.planted).isEmpty, "\(kind), \(words)") }
        let again = try bench.open(on: kind)
        #expect(Set(again.loadStart().drafts) == Set(drafts()), "\(kind), \(words)")
        again.close()
    }
}
