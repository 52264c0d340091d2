import PortalModel
import Testing

@Suite("Answers lost while a request is made and sent")
struct WizardLostAnswerTests {
    @Test("A lost answer to the creation never makes two applications", arguments: [true, false])
    func lostCreation(wasMade: Bool) {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        world.runService(wasMade ? .lostAnswer : .lostRequest)
        #expect(world.serviceQueue.count == 1)
        world.settle()
        if wasMade {
            #expect(world.state.wizard?.session.draft.application == ApplicationID(17))
            #expect(world.state.wizard?.session.application != nil)
        } else {
            #expect(world.state.wizard?.session.opening == .notCreated(nil))
            #expect(world.portal.entries.isEmpty)
            world.press(.enter)
            world.settle()
            #expect(world.state.wizard?.session.draft.application == ApplicationID(17))
        }
        #expect(world.portal.entries.count == 1)
        #expect(world.disk[WizardWorld.draftID]?.application == ApplicationID(17))
        #expect(world.state.basket.items.isEmpty)
    }

    @Test func creationIsCheckedAgainWhenThePortalIsStillAway() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        world.runService(.lostAnswer)
        world.runService(.lostRequest)
        #expect(world.state.wizard?.session.opening == .unknown(WizardWorld.lost))
        world.fire(.tryAgain)
        world.settle()
        #expect(world.state.wizard?.session.draft.application == ApplicationID(17))
        #expect(world.calls == ["create"])
    }

    @Test("Among several candidates only the person chooses", arguments: [0, 1, 2])
    func ambiguousCreation(choice: Int) {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        // At the web page, just now.
        _ = world.portal.create(["EGAD1", "EGAD2", "EGAD3"], at: world.clock)
        world.runService(.lostAnswer)
        world.settle()
        guard case .ambiguous(let candidates) = world.state.wizard?.session.opening else {
            Issue.record("It should ask which one.")
            return
        }
        #expect(world.portal.entries.count == 2)
        for _ in 0..<choice { world.press(.down) }
        world.press(.enter)
        world.settle()
        #expect(world.portal.entries.count == (choice == 2 ? 3 : 2))
        let expected = choice == 2 ? ApplicationID(19) : candidates[choice].id
        #expect(world.state.wizard?.session.draft.application == expected)
    }

    @Test func refusedCreationIsExplainedAndNotRepeated() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.advanceToCreating()
        let refusal = PortalError(.invalid([]), operation: "creating", detail: "Unbundleable catalogue items")
        world.runService(.refused(refusal))
        world.settle()
        #expect(world.state.wizard?.session.opening == .notCreated(refusal))
        #expect(world.disk[WizardWorld.draftID]?.phase == .editing)
        #expect(world.state.basket.items.count == 3)
    }

    @Test("A lost answer while submitting is settled by what the portal has", arguments: [true, false])
    func lostSubmission(arrived: Bool) {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.advanceToSubmitting()
        world.runJournal()
        world.runService(arrived ? .lostAnswer : .lostRequest)
        world.settle()
        if arrived {
            #expect(world.state.wizard?.step == .result)
            #expect(world.disk.isEmpty)
        } else {
            #expect(world.state.wizard?.session.submission == .stopped(.submitting, WizardWorld.lost))
            #expect(world.disk[WizardWorld.draftID]?.phase == .editing)
            world.confirm()
            world.settle()
            #expect(world.state.wizard?.step == .result)
        }
        #expect(world.calls.filter { $0 == "submit" }.count == 1)
    }

    @Test("After a crash at any point it is sent once, and only when asked", arguments: 0..<12, [true, false])
    func crashWhileSending(steps: Int, carriedOut: Bool) {
        let world = WizardWorld.filledIn()
        world.confirm()
        var left = steps
        while left > 0, !(world.journalQueue.isEmpty && world.serviceQueue.isEmpty) {
            if world.journalQueue.isEmpty { world.runService() } else { world.runJournal() }
            left -= 1
        }
        world.restart(carryingOutCalls: carriedOut)
        let wasSubmitted = world.portal.entries[ApplicationID(17)]?.state == .submitted
        if world.state.requests.drafts.isEmpty {
            #expect(wasSubmitted)
            return
        }
        world.reopen()
        world.settle()
        if wasSubmitted {
            #expect(world.state.wizard?.step == .result)
        } else {
            #expect(!world.calls.contains("submit"))
            #expect(world.state.wizard?.session.missingCount == 0)
            world.perform(.showReview)
            world.confirm()
            world.settle()
            #expect(world.state.wizard?.step == .result)
        }
        #expect(world.calls.filter { $0 == "submit" }.count <= 1)
        #expect(world.portal.entries.count == 1)
        #expect(world.disk.isEmpty)
    }

    @Test("A lost answer to the licences is settled by what the portal has", arguments: [true, false])
    func lostLicences(arrived: Bool) {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.runJournal()
        world.runService(arrived ? .lostAnswer : .lostRequest)
        world.settle()
        #expect((world.state.wizard?.step == .result) == arrived)
        guard !arrived else { return }
        #expect(world.state.wizard?.session.submission == .stopped(.acceptingLicences, WizardWorld.lost))
        #expect(!world.calls.contains("submit"))
    }

    @Test func aSubmissionThatArrivesLateLeavesNoDraft() {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.advanceToSubmitting()
        world.runJournal()
        world.runService(.lostRequest)
        world.settle()
        #expect(world.state.wizard?.session.submission == .stopped(.submitting, WizardWorld.lost))
        #expect(world.portal.submit(ApplicationID(17), at: world.clock) == nil)
        world.restart()
        world.reopen()
        world.settle()
        #expect(world.state.wizard?.step == .result)
        #expect(world.disk.isEmpty)
    }

    @Test func failuresWhileSavingStopAndCanBeRepeated() {
        let world = WizardWorld.filledIn()
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.type("!")
        world.perform(.showReview)
        world.settle()
        world.confirm()
        world.runJournal()
        world.runService(.lostRequest)
        world.settle()
        guard case .stopped(_, .some) = world.state.wizard?.session.submission else {
            Issue.record("It should stop: \(String(describing: world.state.wizard?.session.submission))")
            return
        }
        world.confirm()
        world.settle()
        #expect(world.state.wizard?.step == .result)
    }
}
