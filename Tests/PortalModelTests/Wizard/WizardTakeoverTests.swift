import PortalModel
import Testing

@Suite("A draft that another program has open")
struct WizardTakeoverTests {
    private static let held = PortalError(.heldElsewhere, operation: "opening the draft", detail: "Open on node7.")

    private func opened() -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        world.type("Confirmed")
        world.press(.tab)
        world.settle()
        return world
    }

    /// Another program has the draft now; its next word is what tells this one.
    private func takenOver(typing words: String) -> WizardWorld {
        let world = opened()
        world.type(words)
        world.fire(.journalDraft)
        world.runJournal(failing: Self.held)
        return world
    }

    @Test func theSecondTakesItOverAfterAQuestion() {
        let world = opened()
        world.press(.escape)
        world.settle()
        world.restart()
        world.reopen()
        world.runJournal(failing: Self.held)
        #expect(world.state.availability(of: .takeOver) == .available)
        world.press("t")
        world.type("take over")
        world.press(.enter)
        world.settle()
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == .text("Confirmed"))
        #expect(world.state.wizard?.session.application != nil)
        #expect(world.state.availability(of: .takeOver) == .hidden)
    }

    @Test func theFirstStopsWritingAndKeepsItsWordsOnTheScreen() {
        let world = takenOver(typing: "unsaved")
        let calls = world.calls
        #expect(world.state.wizard?.session.isTakenOver == true)
        #expect(world.state.toast?.text.contains("M-t") == true)
        world.type(" more")
        world.perform(.saveNow)
        world.settle()
        #expect(
            world.state.wizard?.session.draft.answers[WizardPortal.purpose] == .text("unsaved"), "Visible, and locked.")
        #expect(world.calls == calls)
    }

    @Test func takenBackItsUnsavedWordsAreThere() throws {
        let world = takenOver(typing: "unsaved")
        var theirs = try #require(world.disk[WizardWorld.draftID])
        theirs.answers[WizardPortal.title] = .text("Theirs")
        theirs.revision += 20
        world.keep(theirs)
        world.press(.alt("t"))
        world.type("take over")
        world.press(.enter)
        world.settle()
        let answers = try #require(world.state.wizard?.session.draft.answers)
        #expect(answers[WizardPortal.title] == .text("Theirs"), "Nothing of the other program is lost.")
        #expect(answers[WizardPortal.purpose] == .text("unsaved"))
        #expect(world.state.wizard?.session.isSavedHere == true)
    }

    @Test func wordsForTheSameFieldAreOffered() throws {
        let world = takenOver(typing: "mine")
        var theirs = try #require(world.disk[WizardWorld.draftID])
        theirs.answers[WizardPortal.purpose] = .text("theirs")
        theirs.revision += 20
        world.keep(theirs)
        world.press(.alt("t"))
        world.type("take over")
        world.press(.enter)
        world.settle()
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.purpose] == .text("theirs"))
        #expect(world.disk[WizardWorld.draftID]?.aside == [WizardPortal.purpose: .text("mine")])
        world.restart()
        world.reopen()
        world.settle()
        #expect(world.state.wizard?.mode == .comparing, "Offered until it is chosen, after an end too.")
        world.press("m")
        world.settle()
        #expect(world.disk[WizardWorld.draftID]?.answers[WizardPortal.purpose] == .text("mine"))
        #expect(world.disk[WizardWorld.draftID]?.aside.isEmpty == true)
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.purpose] == .text("mine"))
    }
}
