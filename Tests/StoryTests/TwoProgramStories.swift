import TerminalHarness
import Testing

extension Stories {
    /// Two programs never write one draft.
    @Suite struct TwoPrograms {
        @Test func theSecondIsToldOfTheDraftThatTheFirstHas() async throws {
            let first = try PortalStory()
            try await first.start("--demo")
            try await first.find("Human Metabolome", title: "Human Metabolome Database")
            try await first.beginRequest()
            try await first.fill("Title of the project", with: "Metabolites of sleep")
            try await first.expect("at the portal")
            let process = try await first.programIdentifier()

            let second = PortalStory(home: first.home)
            try await second.start("--demo")
            try await second.expectResults()
            try await second.press("3")
            try await second.expect("open elsewhere")
            try await second.press("e")
            try await second.expect("This draft is open in another portal program")
            try await second.expect("process \(process)")

            // The first goes on, and nothing was lost.
            try await first.type("Still writing.")
            try await first.expect("saved here")
            try await first.leavesTheWizard()
            try await first.quits()
            try await second.expect("Still writing.")
            try await second.leavesTheWizard()
            try await second.quits()
            try await second.start("--demo")
            try await second.expect("A draft of 1 dataset was kept")
            try await second.press("3")
            try await second.expectRow("Metabolites of sleep")
            try await second.press("e")
            try await second.expect("Still writing.")
            await second.end()
        }

        @Test func theSecondTakesOverAndTheFirstStopsAndTakesBack() async throws {
            let first = try PortalStory()
            try await first.start("--demo")
            try await first.find("Human Metabolome", title: "Human Metabolome Database")
            try await first.beginRequest()
            try await first.fill("Title of the project", with: "Metabolites of sleep")
            try await first.expect("at the portal")

            let second = PortalStory(home: first.home)
            try await second.start("--demo")
            try await second.expectResults()
            try await second.press("3")
            try await second.expect("open elsewhere")
            try await second.press("e")
            try await second.expect("takes it over")
            try await second.takesOver("t")
            try await second.expectField("Title of the project")
            try await second.press("Tab")
            try await second.expectField("Purpose of use")
            try await second.type("From the second.")
            try await second.expect("the words on this machine") {
                WizardPage($0).isSavedHere && $0.contains("From the second.")
            }

            // The first hears of it with its next word, writes nothing, and keeps the word in sight.
            try await first.type("Mine.")
            let told = try await first.expect("another program has it")
            #expect(told.contains("Mine."))
            try await first.takesOver("M-t")
            try await first.expect("Changed here and in the other program")
            try await first.expect("From the second.")
            try await first.press("F12")
            try await first.expect("Here    Mine.")
            try await first.expect("There   From the second.")
            try await first.press("m")
            try await first.expect("the chosen words on this machine") {
                WizardPage($0).isSavedHere && $0.contains("Mine.")
            }
            await second.end()
            try await first.leavesTheWizard()
            try await first.quits()
        }

        @Test func aProgramThatWasThereBeforeTheDraftOpensItWhenTheOtherHasEnded() async throws {
            let second = try PortalStory()
            try await second.start("--demo")
            try await second.expectResults()

            let first = PortalStory(home: second.home)
            try await first.start("--demo")
            try await first.find("Human Metabolome", title: "Human Metabolome Database")
            try await first.beginRequest()
            try await first.fill("Title of the project", with: "Metabolites of sleep")
            try await first.expect("at the portal")

            try await second.press("3")
            try await second.expectRow("Metabolites of sleep")
            try await second.press("e")
            try await second.expect("This draft is open in another portal program")

            // Once the first has ended, the second goes on with what the first has written.
            try await first.leavesTheWizard()
            try await first.quits()
            try await second.expect("Metabolites of sleep")
            try await second.type("!")
            try await second.expect("saved here")
            await second.end()
        }
    }
}

extension PortalStory {
    /// Takes a draft from the program that has it.
    fileprivate func takesOver(_ key: TmuxTerminal.KeyName) async throws {
        try await press(key)
        try await expect("Type take over to go on")
        try await type("take over")
        try await press("Enter")
    }
}
