import Foundation
import PortalModel
import Testing

@Suite("Leaving the wizard and the program")
struct WizardLeavingTests {
    private func opened() -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        return world
    }

    @Test func aRequestLeftWhileItWasBeingSavedComesBackWithACursor() {
        let world = opened()
        world.type("abc")
        world.perform(.leaveWizard)
        #expect(world.state.wizard != nil, "its write is under way")
        world.reopen()
        #expect(world.state.screen == .wizard)
        #expect(world.state.wizard?.focus == WizardPortal.title)
    }

    @Test func stoppingWhereNothingRunsSaysWhatLeadsOutOfAField() {
        let world = opened()
        world.runJournal()
        world.press(.control("c"))
        let words = world.state.toast?.text ?? ""
        #expect(words.contains("Esc leaves this, then q quits"), "q would be typed here: \(words)")
        #expect(!world.state.isQuitting)
        #expect(world.state.screen == .wizard)
    }

    @Test func quittingWhileTheDiskIsFullAsksFirst() {
        let world = opened()
        world.type("abc")
        world.fire(.journalDraft)
        world.runJournal(failing: PortalError(.local, operation: "saving the draft", detail: "The disk is full."))
        world.perform(.quit)
        #expect(!world.state.isQuitting)
        guard case .confirm(let question) = world.state.overlay else {
            Issue.record("nothing was asked")
            return
        }
        #expect(question.subject == .quit)
        #expect(question.question.contains("The disk is full."))
        world.type("quit")
        world.press(.enter)
        #expect(world.state.isQuitting)
    }
}
