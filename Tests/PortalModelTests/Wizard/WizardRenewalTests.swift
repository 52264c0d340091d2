import Foundation
@testable import PortalModel
import Testing

@Suite("A request that follows another one")
struct WizardRenewalTests {
    private static let until = FieldID(form: 1, field: "until")

    private func old(_ state: ApplicationState = .approved) -> Application {
        func field(_ id: FieldID, _ type: FieldType, _ title: String, _ value: FieldValue) -> FormField {
            FormField(id: id, type: type, title: LocalizedText(title), value: value)
        }
        return Application(
            id: ApplicationID(3), title: "Old", state: state,
            datasets: [RequestedDataset(identifier: "EGAD9", title: LocalizedText("Dataset 9"))],
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Form"),
                    fields: [
                        field(WizardPortal.title, .text, "Title", .text("As before")),
                        field(WizardPortal.purpose, .multilineText, "Purpose", .text("The same purpose")),
                    ])
            ])
    }

    private func renewed(_ application: Application) -> WizardWorld {
        let world = WizardWorld()
        world.state.screen = .requests
        world.state.requests.applications = [application.summary]
        world.state.requests.open = OpenRequest(id: application.id)
        world.state.requests.open?.application = application
        world.press("R")
        world.type("renew")
        world.press(.enter)
        world.settle()
        return world
    }

    @Test("It begins with the answers, and shows which of them are others now")
    func showsWhatChanges() throws {
        let world = renewed(old())
        let draft = try #require(world.state.wizard?.session.draft)
        #expect(draft.renews == ApplicationID(3) && draft.copyOf == ApplicationID(3))
        #expect(
            !world.otherEffects.contains(.write(.copyApplication(ApplicationID(3)))),
            "It is held against the old one.")
        #expect(world.state.wizard?.session.renewal?.same == 2)
        #expect(world.state.wizard?.session.renewal?.changed == 0)
        world.send(.commandChosen(.showReview))
        world.settle()
        #expect(world.state.wizard?.reviewItems.contains(.changed(WizardPortal.title)) == false)
    }

    @Test("A request that was sent since for the same datasets is told before another is made")
    func follower() throws {
        func request(_ id: Int64, _ state: ApplicationState, _ datasets: [String], day: Double?) -> ApplicationSummary {
            ApplicationSummary(
                id: ApplicationID(id), title: "", state: state,
                created: day.map { Date(timeIntervalSince1970: $0 * 86_400) },
                datasets: datasets.map { RequestedDataset(identifier: $0, title: LocalizedText($0)) })
        }
        let old = request(3, .approved, ["EGAD9"], day: 5)
        func follower(_ others: ApplicationSummary...) -> ApplicationID? { old.follower(among: [old] + others)?.id }
        #expect(
            follower(request(4, .submitted, ["EGAD9"], day: 6), request(5, .returned, ["EGAD9"], day: 7))
                == ApplicationID(5))
        #expect(follower(request(4, .submitted, ["EGAD9"], day: 4)) == nil, "it came before")
        #expect(follower(request(4, .submitted, ["EGAD9", "EGAD1"], day: 6)) == nil)
        #expect(follower(request(4, .rejected, ["EGAD9"], day: 6), request(5, .draft, ["EGAD9"], day: 6)) == nil)
        #expect(follower(request(4, .submitted, ["EGAD9"], day: nil)) == nil)

        let world = WizardWorld()
        world.state.screen = .requests
        world.state.requests.applications = [old, request(4, .submitted, ["EGAD9"], day: 6)]
        world.state.requests.open = OpenRequest(id: old.id)
        world.state.requests.open?.application = self.old()
        world.press("R")
        guard case .confirm(let confirmation)? = world.state.overlay else {
            Issue.record("nothing was asked")
            return
        }
        #expect(confirmation.question == .requests(.renewAgain(number: "3", other: "4", state: .submitted)))
    }

    @Test("What is answered anew is another answer than then, and can be brought back")
    func changed() throws {
        var draft = Draft(copying: old(), datasets: [], at: Date(timeIntervalSince1970: 1_750_000_000), isRenewal: true)
        #expect(draft.id == DraftID("renewal-3-1750000000"))
        draft.copied = nil
        draft.submitted = [
            WizardPortal.title: .text("As before"), Self.until: .text("2025-01-31"),
            FieldID(form: 1, field: "begin"): .text("2031-01-01"),
        ]
        draft.answers[WizardPortal.title] = .text("Another")
        var session = RequestSession(draft: draft)
        var application = old(.draft)
        application.forms[0].fields = [
            FormField(id: WizardPortal.title, type: .text, title: LocalizedText("Title"), value: .text("As before")),
            FormField(id: Self.until, type: .date, title: LocalizedText("Until"), value: .text("2025-01-31")),
            FormField(
                id: FieldID(form: 1, field: "begin"), type: .date, title: LocalizedText("From"),
                value: .text("2031-01-01")),
        ]
        session.application = application
        let renewal = try #require(session.renewal)
        #expect(renewal.request == ApplicationID(3))
        #expect(renewal.changed == 1 && renewal.same == 2)
        #expect(renewal.passed.map(\.id) == [Self.until])
        #expect(session.submittedAnswer(to: application.forms[0].fields[0]) == .text("As before"))
        #expect(application.changedSinceSubmission(draft)?.map(\.before) == [.text("As before")])
        #expect(application.isCompared(draft))
        application.state = .submitted
        session.application = application
        #expect(session.fieldsChangedSinceSubmission.isEmpty, "It is sent: what was before is of no interest.")
    }

    @Test("Sent elsewhere and returned, it is held against what was sent of it")
    func returned() throws {
        var draft = Draft(copying: old(), datasets: [], at: Date(timeIntervalSince1970: 1_750_000_000), isRenewal: true)
        draft.copied = nil
        draft.submitted = [WizardPortal.title: .text("As before")]
        var session = RequestSession(draft: draft)
        var application = old(.returned)
        // As REMS tells both.
        application.forms[0].fields[0].submitted = .text("As renewed")
        application.forms[0].fields[1].submitted = .text("The same purpose")
        var turn = SessionTurn(now: Story.beginning, known: [], listed: nil)
        session.noteSubmitted(application, &turn)
        #expect(session.draft.submitted == application.submittedAnswers)
        session.application = application
        #expect(session.fieldsChangedSinceSubmission.map(\.id) == [WizardPortal.title])
    }

    @Test("Only what was granted is renewed", arguments: [ApplicationState.draft, .submitted, .returned, .rejected])
    func onlyGranted(state: ApplicationState) {
        let world = renewed(old(state))
        #expect(world.state.wizard == nil)
    }

    @Test("It is named by what it follows, and is no copy that another one would go on with")
    func names() {
        let date = Date(timeIntervalSince1970: 1_750_000_000)
        let renewal = Draft(copying: old(), datasets: [], at: date, isRenewal: true)
        let copy = Draft(copying: old(), datasets: [], at: date)
        #expect(copy.renews == nil)
        let id = ApplicationID(3)
        #expect(Draft.begunCopy(of: id, among: [renewal]) == nil)
        #expect(Draft.begunCopy(of: id, among: [copy], isRenewal: true) == nil)
        #expect(Draft.begunCopy(of: id, among: [copy, renewal], isRenewal: true) == renewal)
        var whole = renewal
        whole.application = ApplicationID(9)
        #expect(Draft.renewal(of: id, among: [copy, whole]) == whole, "One is enough, also where the portal has it.")
        whole.phase = .submitting
        #expect(Draft.renewal(of: id, among: [whole]) == whole)
        whole.phase = .submitted
        #expect(Draft.renewal(of: id, among: [copy, whole]) == nil)
        #expect(Draft.nextCopy(of: id, in: StoredState(drafts: [copy])) == 1_750_000_001)
        #expect(Draft.nextCopy(of: id, in: StoredState(drafts: [copy]), isRenewal: true) == 1)
    }
}
