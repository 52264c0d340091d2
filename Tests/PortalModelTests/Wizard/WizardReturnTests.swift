import Foundation
import Testing

@testable import PortalModel

@Suite("A request comes back")
struct WizardReturnTests {
    private static let application = ApplicationID(17)

    private func returned() -> WizardWorld {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.settle()
        world.press(.enter)
        world.portal.set(.returned, of: Self.application)
        world.state.requests.applications = world.portal.summaries
        return world
    }

    /// AMS gives its events the newest first.
    @Test(arguments: [false, true])
    func whatWasSavedBeforeTheReturnIsNoChangeInWhicheverOrderItIsTold(newestFirst: Bool) {
        var application = Application(id: Self.application, title: "", state: .returned)
        let events = ["draft-saved", "submitted", "returned"].enumerated().map { (second: Int, name: String) in
            ApplicationEvent(
                actor: "a", time: Date(timeIntervalSince1970: Double(second)), type: "application.event/\(name)",
                comment: name)
        }
        application.events = newestFirst ? events.reversed() : events
        #expect(application.submittedAnswers != nil)
        #expect(application.returnComment == "returned")
        application.events.append(
            ApplicationEvent(
                actor: "a", time: Date(timeIntervalSince1970: 3), type: "application.event/draft-saved"))
        #expect(application.submittedAnswers == nil)
    }

    @Test func itOpensAtItsAnswers() {
        let world = returned()
        world.perform(.editRequest)
        world.settle()
        #expect(world.state.screen == .wizard)
        #expect(world.state.wizard?.step == .form(1))
        #expect(world.state.wizard?.focus == WizardPortal.title)
    }

    @Test func whatHasChangedSinceItWasSubmittedIsMarkedAndListed() throws {
        let world = returned()
        world.perform(.editRequest)
        world.settle()
        #expect(world.state.wizard?.session.fieldsChangedSinceSubmission.isEmpty == true)
        world.press(.tab)
        world.type(" More.")
        world.perform(.showReview)
        world.settle()
        let wizard = try #require(world.state.wizard)
        #expect(wizard.session.fieldsChangedSinceSubmission.map(\.id) == [WizardPortal.purpose])
        #expect(wizard.reviewItems.first == .changed(WizardPortal.purpose))
        let field = try #require(wizard.session.application?.field(WizardPortal.purpose))
        #expect(wizard.session.submittedAnswer(to: field) == .text("To find out\nwhat they do."))

        // The service has the new answer now, and what was submitted is still known after a restart.
        world.press(.escape)
        world.settle()
        world.restart()
        world.state.requests.applications = world.portal.summaries
        world.reopen()
        world.settle()
        #expect(world.portal.entries[Self.application]?.answers[WizardPortal.purpose]?.text.hasSuffix("More.") == true)
        #expect(world.state.wizard?.session.fieldsChangedSinceSubmission.map(\.id) == [WizardPortal.purpose])
    }

    @Test func anAnswerIsBroughtBackAsItWasSubmitted() {
        let world = returned()
        world.perform(.editRequest)
        world.settle()
        world.type("Another title")
        world.press(.function(12))
        #expect(world.state.wizard?.mode == .comparing)
        world.press("t")
        #expect(world.state.wizard?.comparison == nil, "Nothing differs any more.")
        #expect(world.state.wizard?.focus == WizardPortal.title)
        world.perform(.saveNow)
        world.settle()
        #expect(
            world.portal.entries[Self.application]?.answers[WizardPortal.title]
                == .text("Long-read structural variants"))
    }

    @Test func aServiceThatTellsWhatWasSubmittedIsBelieved() {
        var field = FormField(id: WizardPortal.title, type: .text, title: LocalizedText("Title"), value: .text("new"))
        field.submitted = .text("old")
        let application = Application(
            id: Self.application, title: "", state: .returned,
            forms: [RequestForm(id: 1, title: LocalizedText("Form"), fields: [field])],
            events: [
                ApplicationEvent(actor: "c", type: "application.event/returned", comment: "Say more."),
                ApplicationEvent(actor: "a", type: "application.event/draft-saved"),
            ])
        #expect(application.submittedAnswers == [WizardPortal.title: .text("old")])
        #expect(application.returnComment == "Say more.")
        var silent = application
        silent.forms[0].fields[0].submitted = nil
        #expect(silent.submittedAnswers == nil, "It was saved since, and is not what was submitted.")
    }

    @Test func whatIsAnotherAnswerThanWasSubmittedIsToldWithTheDraftOfThisMachine() throws {
        var field = FormField(id: WizardPortal.title, type: .text, title: LocalizedText("Title"), value: .text("new"))
        field.submitted = .text("old")
        var application = Application(
            id: Self.application, title: "", state: .returned,
            forms: [RequestForm(id: 1, title: LocalizedText("Form"), fields: [field])])
        #expect(application.changedSinceSubmission(nil)?.map(\.now) == [.text("new")])
        var draft = Draft(
            id: DraftID("d"), application: Self.application, datasets: [], created: Story.beginning,
            modified: Story.beginning)
        draft.answers = [WizardPortal.title: .text("old  ")]
        #expect(application.changedSinceSubmission(draft) == [], "spaces make no other answer")
        draft.submitted = [WizardPortal.title: .text("older")]
        #expect(application.changedSinceSubmission(draft)?.map(\.before) == [.text("older")])
        application.state = .submitted
        #expect(application.changedSinceSubmission(draft) == nil)
    }

    @Test func afterSubmittingTheListIsShownAndNotWhatWasLookedAtBefore() {
        let world = WizardWorld.filledIn()
        world.state.requests.open = OpenRequest(id: ApplicationID(3))
        world.confirm()
        world.settle()
        world.press(.enter)
        #expect(world.state.screen == .requests)
        #expect(world.state.requests.open == nil)
    }

    @Test func nothingIsSentWhileAnotherProgramHasTheDraft() {
        let world = WizardWorld()
        world.openNewRequest()
        world.settle()
        world.type("Mine")
        world.fire(.journalDraft)
        world.runJournal(failing: PortalError(.heldElsewhere, operation: "saving", detail: "Open there."))
        #expect(world.state.toast?.text.hasPrefix("Open there.") == true)
        let calls = world.calls
        world.press(.tab)
        world.runService()
        #expect(world.calls == calls)

        world.fire(.retryJournal)
        world.settle()
        #expect(world.state.wizard?.session.isSavedHere == true)
        world.perform(.saveNow)
        world.settle()
        #expect(world.calls.contains("save"))
    }

    @Test func aNumberIsNoTitle() {
        let dataset = RequestedDataset(identifier: "EGAD1", title: LocalizedText("Glioma genomes"))
        func row(_ title: String) -> RequestRow {
            RequestRow(
                application: ApplicationSummary(
                    id: Self.application, title: title, state: .submitted, datasets: [dataset]))
        }
        #expect(row("2026/17").title == "Glioma genomes")
        #expect(row("Structural variants").title == "Structural variants")
    }
}
