import Foundation
import PortalModel
import Testing

@Suite("The stages of a request, and what comes next")
struct RequestStageTests {
    /// `get-application-phases` of REMS, state by state.
    @Test(
        "As REMS shows them",
        arguments: [
            (.draft, [.current, .ahead, .ahead]), (.returned, [.current, .ahead, .ahead]),
            (.submitted, [.done, .current, .ahead]), (.approved, [.done, .done, .done]),
            (.rejected, [.done, .refused, .refused]), (.revoked, [.done, .done, .refused]),
            (.closed, [.closed, .closed, .closed]), (.other("x"), []),
        ] as [(ApplicationState, [RequestStage.Progress])])
    func stages(state: ApplicationState, progress: [RequestStage.Progress]) {
        #expect(state.stages.map(\.progress) == progress)
        #expect(state.stages.map(\.step) == (progress.isEmpty ? [] : RequestStage.Step.allCases))
    }

    private func application(_ state: ApplicationState, _ identifiers: String...) -> Application {
        Application(
            id: ApplicationID(5), title: "A", state: state,
            datasets: identifiers.map { RequestedDataset(identifier: $0, title: LocalizedText([])) })
    }

    @Test("Nothing comes next before access is granted")
    func none() {
        for state in [ApplicationState.draft, .submitted, .returned, .rejected, .revoked, .closed] {
            #expect(application(state, "EGAD1").nextSteps.isEmpty)
        }
        #expect(application(.approved).nextSteps.isEmpty)
    }

    @Test("What is typed is one word, whatever an identifier holds")
    func commands() {
        #expect(
            application(.approved, "https://doi.org/10.5/x", "B").nextSteps.map { $0.command([]) } == [
                "portal passport", "portal keys new", "portal data how https://doi.org/10.5/x",
                "portal data fetch https://doi.org/10.5/x --to data",
            ])
        #expect(NextStep.ways(dataset: "a b; rm -rf ~").command([]) == "portal data how 'a b; rm -rf ~'")
        #expect(NextStep.ways(dataset: "it's").command([]) == #"portal data how 'it'\''s'"#)
        #expect(NextStep.ways(dataset: "-x").command([]) == "portal data how '-x'")
        #expect(
            NextStep.files(dataset: "B").command(["--profile", "other"])
                == "portal data fetch B --to data --profile other", "It is meant for no other portal.")
        #expect(NextStep.ways(dataset: "$(id)").command([]) == "portal data how '$(id)'")
    }
}
