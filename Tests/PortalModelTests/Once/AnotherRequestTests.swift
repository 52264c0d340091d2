import Testing

@testable import PortalModel

@Suite("A second request for the same datasets")
struct AnotherRequestTests {
    private func world(_ state: ApplicationState, datasets: [String] = ["EGAD1"]) -> WizardWorld {
        let world = WizardWorld()
        world.state.basket.items = [Made.basketItem(1)]
        world.state.requests.applications = [
            ApplicationSummary(
                id: ApplicationID(5), title: "Sleep", state: state,
                datasets: datasets.map { RequestedDataset(identifier: $0, title: LocalizedText($0)) })
        ]
        world.state.screen = .basket
        world.send(.draftIDMade(WizardWorld.draftID))
        return world
    }

    @Test(arguments: [ApplicationState.submitted, .returned, .approved])
    func isToldBeforeItIsMade(_ state: ApplicationState) {
        let world = world(state)
        guard case .confirm(let question) = world.state.overlay else {
            Issue.record("Nothing was asked.")
            return
        }
        #expect(question.question.contains("5, \(state.word)"))
        #expect(world.state.wizard == nil)
        world.settle()
        #expect(world.calls.isEmpty)
        world.type("another")
        world.press(.enter)
        world.settle()
        #expect(world.calls == ["create"])
        #expect(world.state.screen == .wizard)
    }

    @Test func isNotMadeWhenItIsNotWanted() {
        let world = world(.submitted)
        world.press(.escape)
        world.settle()
        #expect(world.calls.isEmpty)
        #expect(world.state.basket.items.count == 1)
    }

    @Test("What does not stand is no reason to ask", arguments: [ApplicationState.rejected, .closed, .draft])
    func gone(_ state: ApplicationState) {
        #expect(world(state).state.overlay == nil)
    }

    @Test func otherDatasetsAreAnotherRequest() {
        #expect(world(.submitted, datasets: ["EGAD1", "EGAD2"]).state.overlay == nil)
    }
}
