import PortalModel
import Testing

@Suite("A draft is edited while the portal is away")
struct WizardOfflineTests {
    private static let application = ApplicationID(17)

    /// Begun with the portal there, then started again without it.
    private func away() -> WizardWorld {
        let world = WizardWorld()
        world.keepsForms = true
        world.openNewRequest()
        world.type("Known")
        world.press(.tab)
        world.perform(.saveNow)
        world.settle()
        world.press(.escape)
        world.settle()
        world.restart()
        world.reopen()
        world.runJournal()
        return world
    }

    @Test func theFormIsThereAtOnce() {
        let world = away()
        #expect(world.state.wizard?.session.isRecalled == true)
        #expect(world.state.wizard?.mode == .editingText, "It goes on in the first form that is not done.")
        #expect(world.state.wizard?.focus == WizardPortal.title)
    }

    @Test func wordsAreKeptHereAndSentWhenItIsBack() {
        let world = away()
        world.runRead(failing: Made.offline)
        world.press(.tab)
        world.type("Written offline")
        world.press(.tab)
        world.fire(.journalDraft)
        world.runJournal()
        #expect(world.state.wizard?.session.isSavedHere == true)
        #expect(world.serviceQueue.isEmpty, "Nothing is sent by a form that may be old.")
        world.perform(.showReview)
        guard case .unavailable = world.state.availability(of: .submitRequest) else {
            Issue.record("It cannot be sent now.")
            return
        }

        // Started again without it, days later.
        world.restart()
        world.reopen()
        world.runJournal()
        world.runRead(failing: Made.offline)
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.purpose] == .text("Written offline"))
        world.fire(.tryAgain)
        world.settle()
        #expect(world.state.wizard?.session.isRecalled == false)
        #expect(world.portal.entries[Self.application]?.answers[WizardPortal.purpose] == .text("Written offline"))
    }

    @Test func whatWasChangedThereMeanwhileIsNotWrittenOver() {
        let world = away()
        world.type(", here")
        world.portal.answer(WizardPortal.title, of: Self.application, "Known, there")
        world.settle()
        #expect(world.state.wizard?.session.conflicts.keys.contains(WizardPortal.title) == true)
        #expect(world.state.wizard?.mode != .comparing, "Nobody who types is interrupted.")
        #expect(world.portal.entries[Self.application]?.answers[WizardPortal.title] == .text("Known, there"))
    }

    @Test func aFormOfARequestThatHasGoneIsNotKeptOnTheScreen() {
        let world = away()
        #expect(world.portal.delete(Self.application) == nil)
        world.settle()
        #expect(world.state.wizard?.session.hasLostApplication == true)
        #expect(world.state.wizard?.session.application == nil)
    }
}
