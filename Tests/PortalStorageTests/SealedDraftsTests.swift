import Foundation
import GRDB
import PortalDomain
import PortalModel
import Testing

@testable import PortalStorage

@Suite("Drafts that are sealed are there when the lock is open, and are never lost while it is not")
struct SealedDraftsTests {
    private static let planted = "planted words of a person"

    private func options(_ lock: TestLock) -> StoreOptions {
        var options = StoreOptions(fileSystem: { _ in .local }, now: { Workbench.noon })
        options.seal = lock.seal
        return options
    }

    private func sealing(_ bench: Workbench, _ lock: TestLock) -> DraftsSealing {
        DraftsSealing(folder: bench.file.directory, options: options(lock))
    }

    /// One with everything that a person may have written, at each place.
    private static func draft(_ name: String = "a", revision: Int = 3) -> Draft {
        var draft = Sample.draft(name, revision: revision, text: planted)
        let field = FieldID(form: 1, field: "purpose")
        draft.seenAtService = [field: .text("seen \(planted)")]
        draft.sentToService = [field: [.text("sent \(planted)"), .text("again \(planted)")]]
        draft.aside = [field: .table([["a": "aside \(planted)"]])]
        draft.submitted = [field: .text("submitted \(planted)")]
        return draft
    }

    @Test func whatIsWrittenComesBackAndIsReadableNowhere() throws {
        let lock = try TestLock()
        let bench = try Workbench(seal: lock.seal)
        let store = try bench.open()
        try store.saveDraftsNow([Self.draft("a"), Self.draft("b")])
        #expect(try bench.files(with: Self.planted).isEmpty)
        #expect(Set(store.loadStart().drafts) == Set([Self.draft("a"), Self.draft("b")]))
        try store.saveDraftsNow([Self.draft("a", revision: 4)])
        store.close()
        #expect(try bench.files(with: Self.planted).isEmpty)
        #expect(Set(try bench.open().loadStart().drafts) == Set([Self.draft("a", revision: 4), Self.draft("b")]))
    }

    @Test func draftsFollowTheLockBothWays() async throws {
        let lock = try TestLock(.off)
        let bench = try Workbench(seal: lock.seal)
        let drafts = ["a", "b", "c"].map { Self.draft($0) }
        let store = try bench.open()
        try store.saveDraftsNow(drafts)
        store.close()
        #expect(try bench.files(with: Self.planted).isEmpty == false)
        for _ in 0..<2 {
            lock.turn(.on)
            #expect(try sealing(bench, lock).follow() == DraftsSealing.Count(sealed: 3))
            #expect(try bench.files(with: Self.planted).isEmpty)
            let locked = try bench.open()
            #expect(Set(locked.loadStart().drafts) == Set(drafts))
            locked.close()
            lock.turn(.off)
            #expect(try sealing(bench, lock).follow() == DraftsSealing.Count(plain: 3))
            let open = try bench.open()
            #expect(Set(open.loadStart().drafts) == Set(drafts))
            open.close()
        }
    }

    @Test func withoutTheKeyNothingIsReadAndNothingIsTouched() throws {
        let lock = try TestLock()
        let bench = try Workbench(seal: lock.seal)
        let store = try bench.open()
        try store.saveDraftsNow([Self.draft()])
        store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: bench.file.path))
        lock.turn(.locked)
        let locked = try bench.open()
        guard case .withoutDrafts(let reason) = locked.availability else { return #expect(Bool(false), "it is open") }
        #expect(reason.why == .disk(.locked(path: bench.file.path)))
        #expect(locked.loadStart().drafts.isEmpty)
        #expect(throws: PortalError.self) { try locked.saveDraftsNow([Self.draft("b")]) }
        locked.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.file.path)) == before)
        #expect(throws: PortalError.self) { try sealing(bench, lock).follow() }
        lock.turn(.on)
        #expect(try bench.open().loadStart().drafts == [Self.draft()])
    }

    @Test func aVersionOrALockThatCannotOpenThemLeavesThem() throws {
        let lock = try TestLock()
        let bench = try Workbench()
        var store = try PortalStore.open(profile: "demo", in: bench.directories, options: options(lock))
        try store.saveDraftsNow([Self.draft("a")])
        store.close()
        let other = try TestLock()
        for seal in [PrivateSeal.none, other.seal] {
            var others = options(lock)
            others.seal = seal
            store = try PortalStore.open(profile: "demo", in: bench.directories, options: others)
            #expect(!store.loadStart().drafts.contains { $0.id == DraftID("a") })
            #expect(store.notes == [.kept(.unreadable(drafts: 1))])
            try store.saveDraftsNow([Self.draft("b")])
            store.close()
        }
        _ = try DraftsSealing(folder: bench.file.directory, options: options(other)).follow()
        store = try PortalStore.open(profile: "demo", in: bench.directories, options: options(lock))
        #expect(store.loadStart().drafts == [Self.draft("a")])
    }

    @Test func aProgramThatWasThereBeforeFollowsTheLock() throws {
        let lock = try TestLock(.off)
        let bench = try Workbench(seal: lock.seal)
        let store = try bench.open()
        try store.saveDraftsNow([Self.draft(revision: 3)])
        lock.turn(.locked)
        let error = #expect(throws: PortalError.self) { try store.saveDraftsNow([Self.draft(revision: 4)]) }
        #expect(error?.why == .disk(.locked(path: bench.file.path)))
        lock.turn(.on)
        try store.saveDraftsNow([Self.draft(revision: 5)])
        #expect(try sealing(bench, lock).count().sealed == 1)
        #expect(store.loadStart().drafts == [Self.draft(revision: 5)])
    }

    @Test func aValueInAnothersPlaceIsNotTakenForIt() throws {
        let lock = try TestLock()
        let bench = try Workbench(seal: lock.seal)
        let store = try bench.open()
        try store.saveDraftsNow([Self.draft("a"), Self.draft("b")])
        store.close()
        let raw = try bench.rawDatabase()
        try raw.write { try $0.execute(sql: "UPDATE draft SET answers = (SELECT answers FROM draft WHERE id = 'a')") }
        try raw.close()
        let after = try bench.open()
        #expect(after.loadStart().drafts == [Self.draft("a")])
        #expect(after.notes == [.kept(.unreadable(drafts: 1))])
    }

    @Test func wordsThatTheDiskDoesNotTakeAreSealedWhereTheyAreRescued() throws {
        let lock = try TestLock()
        let bench = try Workbench(seal: lock.seal)
        let places = RescuePlaces(inMemory: [bench.root + "/memory"], onDisk: [bench.root + "/disk"])
        var options = options(lock)
        options.rescue = places
        let store = try PortalStore.open(profile: "demo", in: bench.directories, options: options)
        try store.saveDraftsNow([Self.draft(revision: 3)])
        _ = store.rescue([Self.draft(revision: 4)])
        store.close()
        #expect(try bench.files(with: Self.planted).isEmpty)
        let next = try PortalStore.open(profile: "demo", in: bench.directories, options: options)
        #expect(next.loadStart().drafts == [Self.draft(revision: 4)])
        next.close()
    }

    @Test func aDamagedFileGivesWhatIsSealedInItWithoutAKey() throws {
        let lock = try TestLock()
        let bench = try Workbench(seal: lock.seal)
        let store = try bench.open()
        try store.saveDraftsNow([Self.draft("a"), Self.draft("b")])
        store.close()
        let salvage = Salvage.ofDamagedFile(bench.file.path)
        #expect(salvage.isWhole && salvage.drafts.count == 2)
        #expect(salvage.drafts.values.allSatisfy { $0.isSealed && $0.draft == nil })
    }

    @Test func whatNoKeyOpensIsPutAsideWhole() throws {
        let lock = try TestLock()
        let bench = try Workbench()
        let store = try PortalStore.open(profile: "demo", in: bench.directories, options: options(lock))
        try store.saveDraftsNow([Self.draft("a"), Self.draft("b")])
        store.close()
        lock.turn(.locked)
        let aside = try #require(try sealing(bench, lock).putAside())
        #expect(try sealing(bench, lock).count() == DraftsSealing.Count())
        #expect(try sealing(bench, lock).putAside() == nil)
        lock.turn(.off)
        let anew = try PortalStore.open(profile: "demo", in: bench.directories, options: options(lock))
        #expect(anew.loadStart().drafts.isEmpty && anew.notes.isEmpty)
        try anew.saveDraftsNow([Self.draft("c")])
        anew.close()
        // Whoever finds the key has them all.
        for suffix in DraftsFile.suffixes { try? FileManager.default.removeItem(atPath: bench.file.path + suffix) }
        try FileManager.default.moveItem(atPath: aside, toPath: bench.file.path)
        let found = try PortalStore.open(profile: "demo", in: bench.directories, options: options(lock))
        #expect(Set(found.loadStart().drafts) == Set([Self.draft("a"), Self.draft("b")]))
    }

    @Test func theProfileFollowsTheLock() throws {
        let lock = try TestLock(.off)
        let bench = try Workbench()
        let file = PersonFile(bench.directories, seal: lock.seal)
        var person = PersonalProfile()
        person[try #require(PersonalProfile.Entry.allCases.first)] = Self.planted
        try file.write(person)
        #expect(file.isSealed == false)
        lock.turn(.on)
        try file.follow()
        #expect(file.isSealed == true)
        #expect(try bench.files(with: Self.planted).isEmpty)
        #expect(try file.read() == person)
        lock.turn(.locked)
        let error = #expect(throws: PortalError.self) { try file.read() }
        #expect(error?.why == .kept(.profileLocked(path: file.path)))
        #expect(throws: PortalError.self) { try file.write(person) }
        lock.turn(.off)
        try file.follow()
        #expect(file.isSealed == false)
        #expect(try file.read() == person)
    }
}
