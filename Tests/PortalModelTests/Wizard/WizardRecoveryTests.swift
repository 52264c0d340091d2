import Foundation
import PortalModel
import Testing

@Suite("After an end, a loss and a wait it goes on where it was")
struct WizardRecoveryTests {
    private func opened() -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        return world
    }

    @Test("What was cut is there to be put back though its form has gone meanwhile")
    func cutOutlivesTheForm() throws {
        let world = opened()
        world.type("My words")
        world.press(.control("u"))
        let id = try #require(world.state.wizard?.session.draft.application)
        world.send(.request(id, .deleted(nil)))
        #expect(world.state.wizard?.editor == nil)
        world.settle()
        world.perform(.retry)
        world.settle()
        world.perform(.nextStep)
        world.press(.control("y"))
        let field = try #require(world.state.wizard?.focusedField)
        #expect(world.state.wizard?.session.value(of: field) == .text("My words"))
    }

    // MARK: After the end

    @Test func aDraftThatWasSentBeforeACrashIsTidiedUp() {
        let world = WizardWorld()
        var draft = Made.draft("draft-1", application: 17, phase: .submitting)
        draft.revision = 9
        world.keep(draft)
        world.restart()
        world.send(
            .applicationsAnswered(
                world.state.requests.pending?.id ?? ReadID(.applications, 0),
                .success([Made.application(17, .submitted)])
            ))
        #expect(world.state.requests.drafts.isEmpty)
        world.settle()
        #expect(world.disk.isEmpty)
    }

    @Test func aStateThatNobodyKnowsDoesNotCountAsSubmitted() {
        let world = WizardWorld()
        var draft = Made.draft("draft-1", application: 17, phase: .submitting)
        draft.answers = [WizardPortal.title: .text("words")]
        draft.revision = 9
        world.keep(draft)
        _ = world.portal.create(["EGAD1"], at: world.clock)
        world.portal.set(.other("unknown"), of: ApplicationID(17))
        world.restart()
        world.reopen()
        world.settle()
        #expect(world.state.wizard?.step != .result)
        #expect(world.disk[WizardWorld.draftID]?.answers == draft.answers)
    }

    @Test func aRequestThatThePortalHasLostIsMadeAgainOnlyWhenAsked() {
        let world = opened()
        world.type("words")
        world.press(.escape)
        world.settle()
        #expect(world.portal.delete(ApplicationID(17)) == nil)
        world.restart()
        world.reopen()
        world.settle()
        #expect(world.state.wizard?.session.hasLostApplication == true)
        world.press(.enter)
        #expect(world.portal.entries.isEmpty)
        world.type("new")
        world.press(.enter)
        world.settle()
        #expect(world.state.wizard?.session.draft.application == ApplicationID(18))
        world.perform(.saveNow)
        world.settle()
        #expect(world.portal.entries[ApplicationID(18)]?.answers[WizardPortal.title] == .text("words"))
    }

    @Test("A creation whose answer was lost is found though the clocks differ", arguments: [-600.0, 0, 600])
    func clocksDiffer(seconds: Double) {
        let world = WizardWorld()
        _ = world.portal.create(["EGAD1", "EGAD2", "EGAD3"], at: world.clock)
        world.portalClockDifference = seconds
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        world.runService(.lostAnswer)
        world.restart()
        world.reopen()
        world.settle()
        #expect(
            world.state.wizard?.session.draft.application == ApplicationID(18), "Not the one that was there before.")
        #expect(world.portal.entries.count == 2)
    }

    // MARK: Trying again

    @Test func aPortalThatAsksToWaitDoesNotHoldUpTheDisk() {
        let world = opened()
        world.type("abc")
        world.press(.tab)
        world.type("d")
        world.fire(.journalDraft)
        world.runJournal(failing: PortalError(.local, operation: "saving the draft"))
        let start = world.clock
        world.runService(.refused(PortalError(.tooManyRequests(retryAfter: 3600), operation: "saving")))
        world.fireEarliest(after: [.journalDraft, .saveAtService, .clearToast, .ticker])
        world.runJournal()
        #expect(world.state.wizard?.session.isSavedHere == true)
        #expect(world.clock.timeIntervalSince(start) < 30)
        #expect(world.state.wizard?.session.service.phase == .backingOff, "The portal is still left alone.")
    }

    @Test func aRequestPutAsideWhileItLoadsLoadsWhenItComesBack() {
        let world = opened()
        world.type("abc")
        world.press(.tab)
        world.runService()
        #expect(world.state.wizard?.session.loading != nil)
        world.type("d")
        world.press(.escape)
        world.state.basket.items = [Made.basketItem(7)]
        world.send(.draftIDMade(DraftID("draft-2")))
        #expect(world.state.parkedWizards.count == 1)
        world.state.screen = .requests
        world.state.requests.selection =
            world.state.requests.rows.firstIndex { $0.draft?.id == WizardWorld.draftID } ?? 0
        world.perform(.editRequest)
        #expect(world.state.wizard?.session.draft.id == WizardWorld.draftID)
        world.settle()
        #expect(world.state.wizard?.session.loading == nil)
        #expect(world.state.wizard?.session.application?.field(WizardPortal.title)?.value == .text("abc"))
    }
}
