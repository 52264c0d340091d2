import TerminalHarness
import Testing

extension Stories {
    /// The demo portal tells at once, as a real one does: while it is live the list is asked for every five minutes, so what
    /// is seen sooner was told.
    @Suite struct LiveDemo {
        @Test func aDecisionIsSeenAtOnceWhereverOneIs() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--decision-delay", "8")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.answersTheForms(
                title: "Metabolites of sleep",
                purpose: "We compare the metabolites of people who sleep well with those of people who do not.")
            try await story.acceptsTheLicences()
            try await story.submits()
            try await story.expect("… submitted")
            try await story.expect("1 request · live")
            try await story.press("Enter")
            try await story.expect("The committee has it.")
            // No key is pressed any more.
            try await story.expect("Access is granted. It lasts until")
            try await story.press("Escape")
            try await story.expectRow("✓ approved")
            try await story.press("S")
            try await story.expect("live: told as they happen")
            try await story.press("Escape")
            try await story.expect("1 request · live")
            try await story.quits()
        }

        @Test func whatAnotherProgramDoesAtTheDemoIsSeenAtOnceToo() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.expectResults()
            try await story.press("3")
            try await story.expect("0 requests · live")
            let second = PortalStory(home: story.home)
            try await second.start("--demo")
            try await second.find("Human Metabolome", title: "Human Metabolome Database")
            try await second.beginRequest()
            try await second.fill("Title of the project", with: "Metabolites of sleep")
            try await second.expect("at the portal")
            try await story.expect("1 request · live")
            try await second.leavesTheWizard()
            try await second.quits()
            try await story.quits()
        }
    }
}
