import Foundation
import PortalModel
import Testing

@Suite("Whether a request has been submitted already")
struct SubmissionMemoryTests {
    private let draft = Draft(
        id: DraftID("a"), datasets: [Made.basketItem(1)], created: Story.beginning, modified: Story.beginning)

    private func application(_ state: ApplicationState = .submitted, title: String = "Sleep") -> Application {
        var portal = WizardPortal()
        let id = portal.create(draft.identifiers, at: Story.beginning)
        _ = portal.save(id, [WizardPortal.title: .text(title), WizardPortal.abroad: .text("no")])
        portal.accept(id, WizardPortal.licences)
        portal.set(state, of: id)
        return portal.application(id) ?? Application(id: id, title: "", state: .draft)
    }

    private func remembered(_ application: Application) -> Submission {
        SubmissionMemory.found(application, insteadOf: draft, now: Story.beginning)
    }

    @Test(
        "It holds while it is submitted, returned or approved",
        arguments: [
            (ApplicationState.submitted, true), (.returned, true), (.approved, true), (.other("waiting"), true),
            (.rejected, false), (.closed, false), (.revoked, false), (.draft, false),
        ])
    func state(_ state: ApplicationState, holds: Bool) {
        let application = application(state)
        let verdict = SubmissionMemory.verdict(
            on: application, remembered: remembered(application), given: [WizardPortal.title: .text("Sleep")])
        #expect(verdict == (holds ? .same : .gone))
    }

    @Test func whatWasDeletedIsGone() {
        #expect(SubmissionMemory.verdict(on: nil, remembered: remembered(application()), given: [:]) == .gone)
    }

    @Test func answersThatTheServiceKeepsOtherwiseAreTheSameByTheDigest() {
        let sent = application(title: "Sleep ")
        let kept = application(title: "SLEEP")
        let given: [FieldID: FieldValue] = [WizardPortal.title: .text("Sleep ")]
        #expect(SubmissionMemory.verdict(on: kept, remembered: remembered(sent), given: given) == .same)
        #expect(SubmissionMemory.verdict(on: kept, remembered: nil, given: given) == .otherAnswers)
    }

    @Test func otherAnswersAreAnotherRequest() {
        let application = application()
        let other: [FieldID: FieldValue] = [WizardPortal.title: .text("Dreams")]
        #expect(
            SubmissionMemory.verdict(on: application, remembered: remembered(application), given: other)
                == .otherAnswers)
        #expect(
            SubmissionMemory.verdict(on: application, remembered: nil, given: [:], hasUnknown: true) == .otherAnswers)
        #expect(SubmissionMemory.verdict(on: application, remembered: nil, given: [:]) == .same)
    }

    @Test func whatIsNotAskedForIsNoDifference() {
        let given: [FieldID: FieldValue] = [
            WizardPortal.title: .text("Sleep"), WizardPortal.countries: .text("everywhere"),
        ]
        #expect(SubmissionMemory.verdict(on: application(), remembered: nil, given: given) == .same)
    }

    @Test func ofThePortalsListWhatWasSubmittedLatelyCounts() {
        func summary(_ id: Int64, _ state: ApplicationState, days: Double?, _ datasets: [String]) -> ApplicationSummary
        {
            ApplicationSummary(
                id: ApplicationID(id), title: "", state: state,
                stateChanged: days.map { Story.beginning.addingTimeInterval(-$0 * 86400) },
                datasets: datasets.map { RequestedDataset(identifier: $0, title: LocalizedText($0)) })
        }
        let wanted = draft.identifiers
        let list = [
            summary(1, .submitted, days: 2, wanted), summary(2, .approved, days: 30, wanted),
            summary(3, .draft, days: 0, wanted), summary(4, .rejected, days: 1, wanted),
            summary(5, .submitted, days: 1, wanted + ["more"]), summary(6, .returned, days: 1, wanted),
            summary(7, .submitted, days: nil, wanted),
        ]
        let found = SubmissionMemory.candidates(among: list, for: wanted, now: Story.beginning)
        #expect(found.map(\.id) == [7, 6, 1].map { ApplicationID($0) })
        let begun = Story.beginning.addingTimeInterval(-86400 * 1.5)
        #expect(
            SubmissionMemory.candidates(among: list, for: wanted, begun: begun, now: Story.beginning).map(\.id)
                == [7, 6].map { ApplicationID($0) })
    }

    @Test func anIntentionIsRecognisedByWhatWasSent() {
        let application = application()
        var intention = remembered(application)
        intention.phase = .intended
        #expect(SubmissionMemory.isResult(of: intention, application))
        #expect(!SubmissionMemory.isResult(of: intention, self.application(title: "Dreams")))
        #expect(SubmissionMemory.candidates(for: intention, among: [application.summary]).count == 1)
        #expect(SubmissionMemory.mayArrive(intention, now: intention.time.addingTimeInterval(60)))
        #expect(!SubmissionMemory.mayArrive(intention, now: intention.time.addingTimeInterval(3600)))
    }

    @Test func aDigestTellsTextsThatRunTogether() {
        func digest(_ one: String, _ other: String, key: String = "a") -> AnswersDigest {
            AnswersDigest(
                of: [WizardPortal.title: .text(one), WizardPortal.purpose: .text(other)], licences: [],
                key: DraftID(key))
        }
        #expect(digest("ab", "c") != digest("a", "bc"))
        #expect(digest("a", "b") == digest("a", "b"))
        #expect(digest("a", "b") != digest("a", "b", key: "another draft"))
        #expect(digest("a", " ") == digest("a", ""), "a blank answer is none")
        #expect(digest("a", "b").text.count == 32)
    }
}
