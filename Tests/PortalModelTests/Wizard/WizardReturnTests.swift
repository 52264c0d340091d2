import Foundation
import PortalModel
import Testing

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

    @Test func itOpensAtItsAnswers() {
        let world = returned()
        world.perform(.editRequest)
        world.settle()
        #expect(world.state.screen == .wizard)
        #expect(world.state.wizard?.step == .form(1))
        #expect(world.state.wizard?.focus == WizardPortal.title)
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
        #expect(world.state.toast?.text == "Open there.")
        let calls = world.calls
        world.press(.tab)
        world.runService()
        #expect(world.calls == calls)

        world.fire(.retryJournal)
        world.settle()
        #expect(world.state.wizard?.isSavedHere == true)
        world.perform(.saveNow)
        world.runService()
        #expect(world.calls.last == "save")
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
