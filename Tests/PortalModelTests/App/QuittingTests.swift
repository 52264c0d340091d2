import PortalModel
import Testing

@Suite("Nobody quits without having been told what would be lost")
struct QuittingTests {
    private let full = PortalError(.local, operation: "saving the draft", detail: "The disk is full.")

    private func typing() -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        world.type("abc")
        world.perform(.quit)
        return world
    }

    @Test func whatWasTypedLastIsWrittenFirst() {
        let world = typing()
        #expect(world.otherEffects.last == .host(.finishWriting))
        #expect(!world.otherEffects.contains(.host(.quit)))
        world.runJournal()
        world.send(.writingFinished)
        #expect(world.disk[WizardWorld.draftID]?.answers[WizardPortal.title] == .text("abc"))
        #expect(world.otherEffects.last == .host(.quit))
    }

    @Test func aDiskThatRefusesIsSaidFirst() {
        let world = typing()
        world.runJournal(failing: full)
        world.send(.writingFinished)
        #expect(!world.otherEffects.contains(.host(.quit)))
        guard case .confirm(let question) = world.state.overlay else {
            Issue.record("It should ask.")
            return
        }
        #expect(question.question.contains("The disk is full."))
        world.press(.escape)
        #expect(world.state.isQuitting == false)
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == .text("abc"))
        world.fire(.retryJournal)
        world.runJournal()
        world.perform(.quit)
        world.send(.writingFinished)
        #expect(world.otherEffects.last == .host(.quit))
    }

    @Test func whatIsTypedMeanwhileIsWrittenToo() {
        let world = typing()
        world.type("d")
        world.runJournal()
        world.send(.writingFinished)
        #expect(!world.otherEffects.contains(.host(.quit)))
        world.runJournal()
        world.send(.writingFinished)
        #expect(world.disk[WizardWorld.draftID]?.answers[WizardPortal.title] == .text("abcd"))
        #expect(world.otherEffects.last == .host(.quit))
    }

    @Test func aDeletedDraftIsNotWrittenAgainAtTheEnd() {
        let world = WizardWorld()
        world.openNewRequest()
        world.type("abc")
        world.press(.escape)
        world.runJournal(failing: full)
        world.send(.request(ApplicationID(17), .deleted(nil)))
        #expect(world.state.flushDrafts().isEmpty)
    }
}
