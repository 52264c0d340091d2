import Foundation
import GRDB
import PortalModel
import Testing

@testable import PortalStorage

@Suite("What one program has written another does not write over")
struct TwoProgramTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    private func revised(_ revision: Int, _ text: String) -> Draft { Sample.draft(revision: revision, text: text) }

    @Test func openingGivesWhatIsOnTheDiskNow() async throws {
        let first = try bench.open()
        try await first.journal.saveDraft(revised(3, "old"))
        let list = first.loadStart().drafts
        first.close()
        let other = try bench.open(as: .elsewhere())
        _ = try await other.journal.openDraft(DraftID("a"), nil)
        try await other.journal.saveDraft(revised(9, "newer, from there"))
        other.close()
        let again = try bench.open()
        #expect(list.first?.revision == 3)
        #expect(try await again.journal.openDraft(DraftID("a"), nil) == revised(9, "newer, from there"))
        #expect(try await again.journal.openDraft(DraftID("b"), nil) == nil)
    }

    @Test func aDraftThatIsOpenElsewhereIsNotOpened() async throws {
        let sleeper = try Sleeper()
        defer { sleeper.end() }
        let first = try bench.open(as: sleeper.holder)
        try await first.journal.saveDraft(revised(3, "mine"))
        let second = try bench.open()
        let error = await portalError { _ = try await second.journal.openDraft(DraftID("a"), nil) }
        #expect(error?.kind == .heldElsewhere)
    }

    @Test("A change made elsewhere after the lease ran out is not lost", arguments: [4, 5, 50])
    func changedElsewhere(revision: Int) async throws {
        let first = try bench.open(as: .elsewhere("container-1"))
        try await first.journal.saveDraft(revised(4, "here"))
        // The first is stopped for longer than a lease lasts.
        let later = Workbench.noon.addingTimeInterval(Lease.expiry + 1)
        let second = try bench.open(as: .elsewhere("container-2"), at: later)
        _ = try await second.journal.openDraft(DraftID("a"), nil)
        try await second.journal.saveDraft(revised(9, "there"))
        second.close()
        let error = await portalError { try await first.journal.saveDraft(revised(revision, "stale")) }
        #expect(error?.detail?.contains("changed this draft") == true, "Never told to be saved.")
        #expect(throws: PortalError.self) { try first.saveDraftsNow([revised(revision, "stale")]) }
        #expect(first.loadStart().drafts == [revised(9, "there")])
    }

    @Test func whatIsSavedAtOnceBeforeAStopIsNotWrittenOverByWhatWaited() async throws {
        let store = try bench.open()
        try await store.journal.saveDraft(revised(1, "one"))
        try store.saveDraftsNow([revised(5, "five")])
        try await store.journal.saveDraft(revised(4, "four, which waited"))
        #expect(store.loadStart().drafts == [revised(5, "five")])
        try await store.journal.saveDraft(revised(6, "six"))
        #expect(store.loadStart().drafts == [revised(6, "six")])
    }

    @Test func anApplicationThatHasADraftUnderAnotherNameOpensThat() async throws {
        let first = try bench.open()
        try await first.journal.saveDraft(Sample.draft("made-there", application: 17))
        first.close()
        let second = try bench.open()
        let opened = try await second.journal.openDraft(DraftID("application-17"), ApplicationID(17))
        #expect(opened == Sample.draft("made-there", application: 17))
    }

    @Test func takenOverTheFirstWritesNothingAndTakesBackWhatTheSecondHasWritten() async throws {
        let sleeper = try Sleeper()
        defer { sleeper.end() }
        let first = try bench.open(as: sleeper.holder)
        try await first.journal.saveDraft(revised(3, "confirmed"))
        let second = try bench.open()
        #expect(try await second.journal.takeOver(DraftID("a"), nil) == revised(3, "confirmed"))
        try await second.journal.saveDraft(revised(4, "from the second"))
        let error = await portalError { try await first.journal.saveDraft(revised(9, "stale")) }
        #expect(error?.kind == .heldElsewhere)
        #expect(try await first.journal.takeOver(DraftID("a"), nil) == revised(4, "from the second"))
        try await first.journal.saveDraft(revised(5, "from both"))
        #expect(second.loadStart().drafts == [revised(5, "from both")])
    }

    @Test func theFormIsKeptBesideItsDraftAndGoesWithIt() async throws {
        let form = Application(id: ApplicationID(17), title: "", state: .draft)
        let store = try bench.open()
        try await store.journal.keepForm(DraftID("a"), form)
        try await store.journal.saveDraft(revised(1, "words"))
        #expect(try await store.journal.openDraft(DraftID("a"), nil)?.form == nil, "Of no draft nothing is kept.")
        try await store.journal.keepForm(DraftID("a"), form)
        #expect(try await store.journal.openDraft(DraftID("a"), nil)?.form == form)
        try await store.journal.discardDraft(DraftID("a"))
        let rows = try await bench.rawDatabase().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM draftForm") }
        #expect(rows == 0)
    }

    @Test func whatBothSidesKnowComesBack() async throws {
        let field = FieldID(form: 1, field: "purpose")
        var draft = Sample.draft()
        draft.sentToService = [field: [.text("first"), .text("second")]]
        draft.aside = [field: .text("put aside")]
        draft.submitted = [FieldID(form: 2, field: "samples"): .table([["kind": "blood"]])]
        draft.copied = CopiedAnswers(
            source: ApplicationID(3),
            answers: [CopiedAnswer(field: field, type: .text, title: LocalizedText("Purpose"), value: .text("old"))])
        let store = try bench.open()
        try await store.journal.saveDraft(draft)
        #expect(store.loadStart().drafts == [draft])
    }

    @Test func whatWasSeenAtThePortalComesBack() async throws {
        var draft = Sample.draft()
        draft.knownBefore = [ApplicationID(3), ApplicationID(1)]
        draft.seenAtService = [FieldID(form: 1, field: "purpose"): .text("To study asthma.")]
        let store = try bench.open()
        try await store.journal.saveDraft(draft)
        #expect(store.loadStart().drafts == [draft])
    }

    // MARK: The basket

    private func item(_ name: String) -> BasketItem {
        BasketItem(id: DatasetID(name), identifier: name, title: name, added: Workbench.noon)
    }

    @Test func twoProgramsFillOneBasket() async throws {
        let first = try bench.open(as: .elsewhere())
        try await first.journal.saveBasket([item("a"), item("b")])
        let second = try bench.open()
        #expect(second.loadStart().basket.count == 2)
        try await first.journal.saveBasket([item("a"), item("b"), item("c")])
        // The second takes one out and puts one in, and knows nothing of the third.
        try await second.journal.saveBasket([item("b"), item("d")])
        #expect(Set(second.loadStart().basket.map(\.title)) == ["b", "c", "d"])
        // The first still shows the one that was taken out, and does not bring it back.
        try await first.journal.saveBasket([item("a"), item("b"), item("c"), item("e")])
        #expect(Set(first.loadStart().basket.map(\.title)) == ["b", "c", "d", "e"])
    }
}
