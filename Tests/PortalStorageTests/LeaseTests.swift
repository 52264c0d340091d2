import Foundation
import GRDB
import PortalModel
import Testing

@testable import PortalStorage

@Suite("Two programs never write one draft")
struct LeaseTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    @Test func aRunningProcessOfThisMachineKeepsItsDraft() async throws {
        let sleeper = try Sleeper()
        defer { sleeper.end() }
        let first = try bench.open(as: sleeper.holder)
        try await first.journal.saveDraft(Sample.draft(revision: 1))

        // However long ago it last saved.
        let second = try bench.open(at: Workbench.noon.addingTimeInterval(86_400))
        let words = "host \(sleeper.holder.host), process \(sleeper.holder.process)"
        #expect(second.loadStart().heldElsewhere == [DraftID("a"): words])
        let error = await portalError { try await second.journal.saveDraft(Sample.draft(revision: 2)) }
        #expect(error?.kind == .heldElsewhere)
        #expect(error?.operation == "saving the draft")
        #expect(error?.detail?.contains(words) == true)
        #expect(second.loadStart().drafts == [Sample.draft(revision: 1)])
        await #expect(throws: PortalError.self) { try await second.hold(DraftID("a")) }
        await #expect(throws: PortalError.self) { try await second.journal.discardDraft(DraftID("a")) }
    }

    @Test func anotherDraftOfTheSameApplicationIsTheSameDraft() async throws {
        let sleeper = try Sleeper()
        let first = try bench.open(as: sleeper.holder)
        let second = try bench.open()
        try await first.journal.saveDraft(Sample.draft("made-there", application: 17))
        // The second program started before and knows the application from the service alone.
        let error = await portalError {
            try await second.journal.saveDraft(Sample.draft("application-17", application: 17))
        }
        #expect(error?.kind == .heldElsewhere)
        sleeper.end()
        try await second.journal.saveDraft(Sample.draft("application-17", application: 17))
    }

    @Test func anEndedProcessOfThisMachineFreesItsDraftAtOnce() async throws {
        let sleeper = try Sleeper()
        let first = try bench.open(as: sleeper.holder)
        try await first.journal.saveDraft(Sample.draft(revision: 1))
        sleeper.end()

        let second = try bench.open()
        #expect(second.loadStart().heldElsewhere.isEmpty)
        try await second.journal.saveDraft(Sample.draft(revision: 2))
        #expect(second.loadStart().drafts == [Sample.draft(revision: 2)])
    }

    @Test func aKilledProcessThatNobodyAskedForItsResultFreesItsDraft() async throws {
        let sleeper = try Sleeper()
        defer { sleeper.end() }
        try await bench.open(as: sleeper.holder).journal.saveDraft(Sample.draft())
        sleeper.kill()
        #expect(try bench.open().loadStart().heldElsewhere.isEmpty)
    }

    @Test func anotherProcessWithTheSameNumberIsNotTheHolder() async throws {
        let sleeper = try Sleeper()
        defer { sleeper.end() }
        var before = sleeper.holder
        before.started = "1"
        try await bench.open(as: before).journal.saveDraft(Sample.draft())
        #expect(try bench.open().loadStart().heldElsewhere.isEmpty)
    }

    @Test func aHolderOnAnotherMachineExpiresAfterFifteenMinutes() async throws {
        try await bench.open(as: .elsewhere()).journal.saveDraft(Sample.draft())

        let soon = try bench.open(at: Workbench.noon.addingTimeInterval(Lease.expiry - 1))
        #expect(soon.loadStart().heldElsewhere == [DraftID("a"): "host node7, process 4711"])
        await #expect(throws: PortalError.self) { try await soon.journal.saveDraft(Sample.draft(revision: 9)) }

        let later = try bench.open(at: Workbench.noon.addingTimeInterval(Lease.expiry))
        #expect(later.loadStart().heldElsewhere.isEmpty)
        try await later.journal.saveDraft(Sample.draft(revision: 9))
    }

    @Test func savingRefreshesALeaseThatIsNotFresh() async throws {
        try await bench.open(as: .elsewhere()).journal.saveDraft(Sample.draft())
        func refreshed() throws -> TimeInterval? {
            try bench.rawDatabase().read { try Lease.fetchOne($0)?.refreshed }
        }
        let first = try refreshed()
        let soon = Workbench.noon.addingTimeInterval(Lease.freshness - 1)
        try await bench.open(as: .elsewhere(), at: soon).journal.saveDraft(Sample.draft())
        #expect(try refreshed() == first)
        let later = Workbench.noon.addingTimeInterval(Lease.freshness)
        try await bench.open(as: .elsewhere(), at: later).journal.saveDraft(Sample.draft())
        #expect(try refreshed() == later.timeIntervalSinceReferenceDate)
    }

    @Test func takingOverShutsTheOtherOut() async throws {
        let other = try bench.open(as: .elsewhere())
        try await other.journal.saveDraft(Sample.draft(revision: 4))
        let here = try bench.open()
        #expect(try await here.takeOver(DraftID("a")) == Sample.draft(revision: 4))
        try await here.journal.saveDraft(Sample.draft(revision: 5))
        await #expect(throws: PortalError.self) { try await other.journal.saveDraft(Sample.draft(revision: 6)) }
        #expect(here.loadStart().drafts == [Sample.draft(revision: 5)])
        #expect(here.loadStart().heldElsewhere.isEmpty)
    }

    @Test func closingGivesBackEveryLease() async throws {
        let other = try bench.open(as: .elsewhere())
        try await other.journal.saveDraft(Sample.draft("a"))
        try await other.hold(DraftID("b"))
        other.close()
        let here = try bench.open()
        #expect(here.loadStart().heldElsewhere.isEmpty)
        try await here.journal.saveDraft(Sample.draft("a"))
        try await here.journal.saveDraft(Sample.draft("b"))
    }

    @Test func releasingFreesOneDraftOnly() async throws {
        let other = try bench.open(as: .elsewhere())
        try await other.hold(DraftID("a"))
        try await other.hold(DraftID("b"))
        try await other.release(DraftID("a"))
        #expect(Set(try bench.open().loadStart().heldElsewhere.keys) == [DraftID("b")])
    }

    @Test func beforeTheEndTheDraftsThatAreOursAreSavedAllTheSame() async throws {
        try await bench.open(as: .elsewhere()).hold(DraftID("a"))
        let here = try bench.open()
        #expect(throws: PortalError.self) { try here.saveDraftsNow([Sample.draft("a"), Sample.draft("b")]) }
        #expect(here.loadStart().drafts.map(\.id) == [DraftID("b")])
    }

    @Test func twoProgramsOfOneMachineKeepDifferentDraftsInOneFile() async throws {
        let sleeper = try Sleeper()
        defer { sleeper.end() }
        let first = try bench.open(as: sleeper.holder)
        let second = try bench.open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask { try await first.journal.saveDraft(Sample.draft("a\(number)")) }
                group.addTask { try await second.journal.saveDraft(Sample.draft("b\(number)")) }
            }
            try await group.waitForAll()
        }
        #expect(first.loadStart().drafts.count == 40)
        #expect(second.loadStart().heldElsewhere.count == 20)
    }

    @Test func thisProcessIsRecognised() {
        let holder = LeaseHolder.current
        #expect(holder.isRunning)
        #expect(!holder.started.isEmpty)
        #expect(!holder.namespace.isEmpty)
        #expect(!LeaseHolder.elsewhere().isObservable(from: holder))
    }
}
