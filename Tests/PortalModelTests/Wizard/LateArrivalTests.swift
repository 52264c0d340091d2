import Foundation
import PortalModel
import Testing

@Suite("What was given up on is carried out after all")
struct LateArrivalTests {
    private static let identifiers = ["EGAD1", "EGAD2", "EGAD3"]

    /// The creation was sent, nothing came back, and the portal does not have it.
    private func notThere() -> WizardWorld {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        world.runService(.lostRequest)
        world.settle()
        #expect(world.state.wizard?.session.opening == .notCreated(nil))
        return world
    }

    @Test func itIsLookedForByItselfAndTakenOver() {
        let world = notThere()
        let late = world.portal.create(Self.identifiers, at: world.clock)
        world.fire(.tryAgain)
        world.settle()
        #expect(world.state.wizard?.session.draft.application == late)
        #expect(world.portal.entries.count == 1)
    }

    @Test func itIsNotLookedForForever() {
        let world = notThere()
        for _ in 0..<3 {
            world.fire(.tryAgain)
            world.settle()
            #expect(world.state.wizard?.session.opening == .notCreated(nil))
        }
        #expect(!world.isRunning(.tryAgain))
        #expect(world.portal.entries.isEmpty, "It is made again by the person only.")
    }

    @Test func itIsLookedForOnceMoreJustBeforeAnotherOneIsMade() {
        let world = notThere()
        let late = world.portal.create(Self.identifiers, at: world.clock)
        world.press(.enter)
        world.settle()
        #expect(world.state.wizard?.session.draft.application == late)
        #expect(world.calls.isEmpty, "Nothing was made again: \(world.calls)")
    }

    @Test func whileThePortalCannotBeAskedNothingIsMadeAgain() {
        let world = notThere()
        world.press(.enter)
        world.runJournal()
        world.runService(.lostRequest)
        world.settle()
        #expect(world.state.wizard?.session.opening == .unknown(WizardWorld.lost))
        #expect(world.portal.entries.isEmpty)
    }

    @Test("The doubt outlives the program", arguments: [true, false])
    func restart(arrives: Bool) {
        let world = notThere()
        world.restart()
        let late = arrives ? world.portal.create(Self.identifiers, at: world.clock) : nil
        world.reopen()
        world.settle()
        guard !arrives else {
            #expect(world.state.wizard?.session.draft.application == late)
            return
        }
        #expect(world.state.wizard?.session.opening == .notCreated(nil), "Opening a draft does not send it again.")
        world.press(.enter)
        world.settle()
        #expect(world.portal.entries.count == 1)
        #expect(world.state.wizard?.session.application != nil)
    }

    @Test func aRefusalLeavesNoDoubt() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        world.runService(.refused(PortalError(.forbidden, operation: "creating")))
        world.settle()
        #expect(world.disk[WizardWorld.draftID]?.creationIsInDoubt == false)
        #expect(!world.isRunning(.tryAgain))
    }

    @Test func answersThatChangedAtTheWebPageMeanwhileAreNotSubmittedUnseen() {
        let world = WizardWorld.filledIn()
        for _ in 0..<3 { world.perform(.previousStep) }
        world.type("!")
        world.perform(.showReview)
        world.runJournal()
        world.runService()
        world.confirm()
        // Seen by the load that the save before brings with it, after the person confirmed.
        world.portal.answer(WizardPortal.purpose, of: ApplicationID(17), "from the web")
        world.runRead()
        world.settle()
        #expect(!world.calls.contains("submit"))
        #expect(world.state.wizard?.step != .result)
    }
}

@Suite("Drafts that a late creation has left")
struct LeftOverDraftTests {
    private func story(
        _ drafts: [Draft] = [Made.draft("draft-1", application: 17, phase: .editing)]
    ) -> Story {
        let story = Story()
        story.start(StoredState(drafts: drafts))
        story.send(.commandChosen(.showRequests))
        return story
    }

    private func list(_ story: Story) {
        if story.state.requests.pending == nil { story.send(.commandChosen(.refresh)) }
        story.send(
            .applicationsAnswered(
                story.state.requests.pending?.id ?? ReadID(.applications, 0),
                .success([Made.application(17, .draft), Made.application(18, .draft)])))
    }

    private func look(_ story: Story, _ application: Application) {
        story.send(
            .applicationAnswered(story.state.requests.looking?.id ?? ReadID(.leftOver, 0), .success(application)))
    }

    @Test func theEmptyOneIsNamedAndDeletedByThePersonOnly() {
        let story = story()
        list(story)
        look(story, Made.leftOver(18))
        #expect(story.state.requests.leftOver == [ApplicationID(18)])
        #expect(story.state.toast?.text.contains("18") == true)
        while story.state.requests.rows[story.state.requests.selection].application?.id != ApplicationID(18) {
            story.send(.commandChosen(.moveDown))
        }
        story.send(.commandChosen(.deleteRequest))
        guard case .confirm(let confirmation) = story.state.overlay else {
            Issue.record("It was not asked.")
            return
        }
        #expect(confirmation.question.contains("empty draft 18"))
        #expect(confirmation.question.contains("17"))
    }

    @Test func oneThatIsFilledInIsNotNamed() {
        let story = story()
        list(story)
        var application = Made.leftOver(18)
        application.forms[0].fields[0].value = .text("words")
        look(story, application)
        #expect(story.state.requests.leftOver.isEmpty)
    }

    @Test func itIsLookedAtAgainBeforeItIsStillCalledEmpty() {
        let story = story()
        list(story)
        look(story, Made.leftOver(18))
        list(story)
        var application = Made.leftOver(18)
        application.forms[0].fields[0].value = .text("from the web")
        look(story, application)
        #expect(story.state.requests.leftOver.isEmpty)
    }

    @Test func theDraftThatIsFilledInHereIsNeverIt() {
        let story = story(["17", "18"].map { Made.draft("draft-\($0)", application: Int64($0), phase: .editing) })
        list(story)
        #expect(story.state.requests.looking == nil)
    }
}

extension Made {
    fileprivate static func leftOver(_ number: Int64) -> Application {
        let summary = application(number, .draft)
        return Application(
            id: summary.id, title: summary.title, state: .draft, datasets: summary.datasets,
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Form"),
                    fields: [FormField(id: WizardPortal.title, type: .text, title: LocalizedText("Title"))])
            ])
    }
}
