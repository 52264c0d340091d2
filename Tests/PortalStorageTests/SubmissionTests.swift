import Foundation
import PortalModel
import Testing

@testable import PortalStorage

@Suite("What was submitted is remembered, and a request is claimed by one program")
struct SubmissionTests {
    let bench: Workbench
    init() throws { bench = try Workbench() }

    private func draft(_ name: String, at time: Date = Workbench.noon) -> Draft {
        Draft(id: DraftID(name), datasets: [Sample.item], created: time, modified: time, revision: 1, savedAtService: 1)
    }

    private func submission(
        _ name: String, _ phase: Submission.Phase, application: ApplicationID? = ApplicationID(5),
        at time: Date = Workbench.noon
    ) -> Submission {
        Submission(
            draft: DraftID(name), application: application, datasets: ["EGAD001"],
            digest: AnswersDigest(of: [:], licences: [1], key: DraftID(name)), phase: phase, time: time)
    }

    @Test func ofSeveralProgramsOneMakesIt() async throws {
        let sleepers = try (0..<2).map { _ in try Sleeper() }
        defer { for sleeper in sleepers { sleeper.end() } }
        let first = try bench.open(as: sleepers[0].holder)
        let second = try bench.open(as: sleepers[1].holder)
        #expect(try await first.journal.claim(draft("a"), true) == .made)
        #expect(try await second.journal.claim(draft("b"), true) == .held(by: sleepers[0].holder.words))
        try await first.journal.keepSubmission(submission("a", .submitted))
        #expect(try await second.journal.claim(draft("b"), true) == .known([submission("a", .submitted)]))
        #expect(first.loadStart().drafts.isEmpty, "the memory has taken the draft's place")
    }

    @Test func whoWasKilledLeavesWhatItBegan() async throws {
        let sleeper = try Sleeper()
        let first = try bench.open(as: sleeper.holder)
        #expect(try await first.journal.claim(draft("a"), true) == .made)
        sleeper.end()
        let second = try bench.open()
        #expect(try await second.journal.claim(draft("b"), true) == .begun(draft("a")))
    }

    @Test func anIntentionIsOnTheDiskWithItsDraftAndGoesWhenNothingWasSent() async throws {
        let store = try bench.open()
        var sending = draft("a")
        sending.phase = .submitting
        sending.intent = submission("a", .intended)
        try await store.journal.saveDraft(sending)
        #expect(store.loadStart().submissions == [submission("a", .intended)])
        // The draft knows more than its intention.
        sending.intent = nil
        #expect(try await store.journal.claim(draft("b"), true) == .begun(sending))
        sending.phase = .editing
        sending.revision = 2
        try await store.journal.saveDraft(sending)
        #expect(store.loadStart().submissions.isEmpty)
    }

    @Test func anIntentionOutlivesItsDraft() async throws {
        let store = try bench.open()
        var sending = draft("a")
        sending.phase = .submitting
        sending.intent = submission("a", .intended)
        try await store.journal.saveDraft(sending)
        try await store.journal.discardDraft(DraftID("a"))
        #expect(try await store.journal.claim(draft("b"), true) == .known([submission("a", .intended)]))
        try await store.journal.forgetSubmission(DraftID("a"))
        #expect(try await store.journal.claim(draft("b"), true) == .made)
    }

    @Test func aDraftThatWasBegunSinceIsARequestOfItsOwnAndAnOlderOneIsNot() async throws {
        let store = try bench.open()
        try await store.journal.keepSubmission(submission("gone", .submitted))
        let later = draft("later", at: Workbench.noon.addingTimeInterval(60))
        try await store.journal.saveDraft(later)
        #expect(try await store.journal.claim(draft("b"), true) == .begun(later))
        try await store.journal.discardDraft(later.id)
        try await store.journal.saveDraft(draft("older", at: Workbench.noon.addingTimeInterval(-60)))
        #expect(try await store.journal.claim(draft("b"), true) == .known([submission("gone", .submitted)]))
        #expect(try await store.journal.claim(draft("b"), false) == .begun(store.loadStart().drafts[0]))
    }

    @Test func whatWasSubmittedSurvivesDamageOfTheFile() async throws {
        let store = try bench.open()
        try await store.journal.keepSubmission(submission("a", .submitted))
        try await store.journal.saveDraft(draft("b"))
        try FileManager.default.removeItem(atPath: bench.file.path)
        try await store.journal.saveDraft(draft("c"))
        #expect(store.loadStart().submissions == [submission("a", .submitted)])
    }

    @Test func whereNothingCanBeWrittenNothingIsClaimed() async throws {
        let first = try bench.open(as: .elsewhere(), on: .network("nfs"))
        #expect(try await first.journal.claim(draft("a"), true) == .made)
        let second = try bench.open(on: .network("nfs"))
        let error = await portalError { _ = try await second.journal.claim(draft("b"), true) }
        #expect(error != nil)
    }
}
