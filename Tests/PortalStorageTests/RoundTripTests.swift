import Foundation
import PortalModel
import Testing

@testable import PortalStorage

@Suite("What was kept comes back as it was")
struct RoundTripTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    @Test func everythingComesBackAtTheNextStart() async throws {
        let store = try bench.open()
        let journal = store.journal
        let minimal = Draft(
            id: DraftID("b"), datasets: [], created: Sample.time(0), modified: Sample.time(0), revision: 0)
        try await journal.saveDraft(minimal)
        try await journal.saveDraft(Sample.draft())
        let second = BasketItem(id: DatasetID("d-2"), identifier: nil, title: "", added: Sample.time(9))
        try await journal.saveBasket([Sample.item, second])
        let seen: [ApplicationID: ApplicationState] = [
            ApplicationID(1): .approved, ApplicationID(2): .other("on-hold"), ApplicationID(3): .draft,
        ]
        try await journal.saveSeen(seen)
        store.close()

        let next = try bench.open()
        let state = next.loadStart()
        #expect(state.drafts == [Sample.draft(), minimal], "newest first")
        #expect(state.basket == [Sample.item, second])
        #expect(state.seen == seen)
        #expect(state.heldElsewhere.isEmpty)
        #expect(next.notes.isEmpty)
        #expect(next.availability == .onDisk)
    }

    @Test(arguments: [SubmissionPhase.editing, .creating, .saving, .acceptingLicences, .submitting, .submitted])
    func everyPhaseComesBack(_ phase: SubmissionPhase) async throws {
        var draft = Sample.draft()
        draft.phase = phase
        let store = try bench.open()
        try await store.journal.saveDraft(draft)
        #expect(try bench.open().loadStart().drafts == [draft])
    }

    @Test func emptyProfileStartsEmpty() throws {
        let store = try bench.open()
        #expect(store.loadStart() == StoredState())
        #expect(store.notes.isEmpty)
    }

    @Test func basketAndSeenStatesAreReplacedAsAWhole() async throws {
        let store = try bench.open()
        try await store.journal.saveBasket([Sample.item])
        try await store.journal.saveSeen([ApplicationID(1): .submitted])
        try await store.journal.saveBasket([])
        try await store.journal.saveSeen([ApplicationID(1): .approved])
        let state = store.loadStart()
        #expect(state.basket.isEmpty)
        #expect(state.seen == [ApplicationID(1): .approved])
    }

    @Test func aNewerRevisionStaysAndAnEqualOneIsReplaced() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft(revision: 5, text: "new"))
        try await store.journal.saveDraft(Sample.draft(revision: 4, text: "old"))
        #expect(store.loadStart().drafts == [Sample.draft(revision: 5, text: "new")])

        var sent = Sample.draft(revision: 5, text: "new")
        sent.phase = .submitted
        sent.savedAtService = 5
        try await store.journal.saveDraft(sent)
        #expect(store.loadStart().drafts == [sent])
    }

    @Test func aDiscardedDraftIsGone() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft("a"))
        try await store.journal.saveDraft(Sample.draft("b"))
        try await store.journal.discardDraft(DraftID("a"))
        #expect(store.loadStart().drafts.map(\.id) == [DraftID("b")])
    }

    @Test func draftsSavedBeforeTheEndAreThere() throws {
        let store = try bench.open()
        try store.saveDraftsNow([Sample.draft("a"), Sample.draft("b")])
        store.close()
        #expect(Set(try bench.open().loadStart().drafts.map(\.id)) == [DraftID("a"), DraftID("b")])
    }

    @Test func aCancelledTaskStillSaves() async throws {
        let store = try bench.open()
        let journal = store.journal
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await journal.saveDraft(Sample.draft())
        }
        try await task.value
        #expect(store.loadStart().drafts == [Sample.draft()])
    }

    @Test func profilesDoNotShareAnything() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft())
        let other = try PortalStore.open(profile: "../demo", in: bench.directories)
        #expect(other.loadStart() == StoredState())
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.root) == ["data"])
    }

    @Test func inMemoryNothingIsWritten() async throws {
        let store = try PortalStore.ephemeral()
        try await store.journal.saveDraft(Sample.draft())
        #expect(store.loadStart().drafts == [Sample.draft()])
        #expect(store.availability == .inMemory)
    }

    @Test func onlyTheOwnerCanRead() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(Sample.draft())
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(bench.file.directory) == 0o700)
        #expect(try mode(bench.directories.data) == 0o700)
        #expect(try mode(bench.file.path) == 0o600)
        #expect(try mode(bench.file.path + "-wal") == 0o600)
    }
}
