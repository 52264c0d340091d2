import Foundation
import GRDB
import PortalModel
import Testing

@testable import PortalStorage

/// What the disk does not take at the end is found again at the next start.
@Suite struct RescueTests {
    private let bench: Workbench
    private let places: RescuePlaces

    init() throws {
        bench = try Workbench()
        places = RescuePlaces(inMemory: [bench.root + "/memory"], onDisk: [bench.root + "/tmp"])
    }

    private func open(as holder: LeaseHolder = .current, in places: RescuePlaces? = nil) throws -> PortalStore {
        let options = StoreOptions(
            fileSystem: { _ in .local }, holder: holder, now: { Workbench.noon }, rescue: places ?? self.places)
        return try PortalStore.open(profile: "demo", in: bench.directories, options: options)
    }

    private static let field = FieldID(form: 1, field: "purpose")

    /// Text of the field that `Sample.draft` fills in.
    private func text(_ draft: Draft?) -> String? {
        guard case .text(let text)? = draft?.answers[Self.field] else { return nil }
        return text
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private var copies: [String] {
        places.all.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
        }
    }

    @Test func theNextStartTakesOverWhatCouldNotBeSaved() throws {
        let store = try open()
        try store.saveDraftsNow([Sample.draft(revision: 3, text: "saved")])
        let words = store.rescue([Sample.draft(revision: 5, text: "newest words")]).sentence
        store.close()
        #expect(copies.count == 2)
        for path in copies {
            #expect(words.contains(path))
            #expect(try mode(path) == 0o600)
            #expect(try mode((path as NSString).deletingLastPathComponent) == 0o700)
        }
        let next = try open()
        let start = next.loadStart()
        #expect(start.drafts.count == 1)
        #expect(text(start.drafts.first) == "newest words")
        #expect(start.drafts.first?.revision == 5)
        #expect(next.notes.contains { $0.sentence.contains("are taken over") })
        #expect(copies.isEmpty)
        next.close()
    }

    @Test func aDraftThatWasNeverSavedIsThere() throws {
        let store = try open()
        _ = store.rescue([Sample.draft("new", revision: 1, text: "only here")])
        store.close()
        let next = try open()
        #expect(text(next.loadStart().drafts.first) == "only here")
        next.close()
    }

    @Test("What another program has written meanwhile stays, and what both have changed is put aside")
    func changedMeanwhile() throws {
        let store = try open()
        try store.saveDraftsNow([Sample.draft(revision: 3, text: "saved")])
        _ = store.rescue([Sample.draft(revision: 4, text: "mine")])
        store.close()
        let other = try open(in: RescuePlaces(inMemory: [], onDisk: []))
        try other.saveDraftsNow([Sample.draft(revision: 9, text: "theirs")])
        other.close()
        let next = try open()
        let draft = next.loadStart().drafts.first
        #expect(text(draft) == "theirs")
        #expect(draft?.aside == [Self.field: .text("mine")])
        #expect(draft?.revision == 10)
        next.close()
    }

    @Test func aDraftThatWasDiscardedSinceDoesNotComeBack() async throws {
        let store = try open()
        try store.saveDraftsNow([Sample.draft(revision: 3, text: "saved")])
        _ = store.rescue([Sample.draft(revision: 4, text: "last words")])
        store.close()
        let other = try open(in: RescuePlaces(inMemory: [], onDisk: []))
        try await other.journal.discardDraft(Sample.draft().id)
        other.close()
        let next = try open()
        #expect(next.loadStart().drafts.isEmpty)
        #expect(next.notes.contains { $0.sentence.contains(RescuedDrafts.endingOfOld) })
        #expect(copies.count == 2)
        next.close()
        let last = try open()
        _ = last.loadStart()
        #expect(last.notes.isEmpty, "Told once.")
        last.close()
    }

    @Test func whatIsOpenElsewhereWaits() throws {
        let elsewhere = try open(as: .elsewhere())
        try elsewhere.saveDraftsNow([Sample.draft(revision: 3, text: "saved")])
        let store = try open()
        _ = store.rescue([Sample.draft(revision: 4, text: "mine")])
        #expect(text(store.loadStart().drafts.first) == "saved")
        #expect(copies.count == 2)
        #expect(store.notes.contains { $0.sentence.contains("could not be taken over yet") })
        store.close()
        elsewhere.close()
    }

    @Test func anotherFilesDraftsAreLeftAlone() throws {
        let store = try open()
        _ = store.rescue([Sample.draft(revision: 1, text: "mine")])
        store.close()
        let options = StoreOptions(fileSystem: { _ in .local }, now: { Workbench.noon }, rescue: places)
        let other = try PortalStore.open(profile: "another", in: bench.directories, options: options)
        #expect(other.loadStart().drafts.isEmpty)
        #expect(copies.count == 2)
        other.close()
    }

    @Test func aPlaceOfSomebodyElseIsNotUsed() throws {
        let (target, link) = (bench.root + "/target", bench.root + "/memory")
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        let store = try open()
        let words = store.rescue([Sample.draft(revision: 1, text: "mine")]).sentence
        #expect(!words.contains(link))
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).isEmpty)
        #expect(copies.count == 1)
        store.close()
    }

    @Test func whereNoPlaceIsLeftItIsSaid() throws {
        let store = try open(in: RescuePlaces(inMemory: ["/proc/portal"], onDisk: []))
        #expect(store.rescue([Sample.draft()]).sentence.contains("/proc/portal), and are lost"))
        store.close()
    }
}
