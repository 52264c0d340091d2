import Testing

extension Stories {
    /// What is put aside stays.
    @Suite struct Basket {
        @Test func aDatasetOfAnotherHouseIsRefusedWithItsAddress() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.find("RD-Connect Genome", title: "RD-Connect Genome-Phenome")
            try await story.press("b")
            try await story.expect("is governed by its provider")
            try await story.press("Enter")
            try await story.expect("Governed outside of this portal")
            try await story.expect("https://platform.rd-connect.eu")
            try await story.press("b")
            try await story.expect("ask for access there at https://platform.rd-connect.eu")
            try await story.press("2")
            try await story.expect("The basket is empty.")
        }

        @Test func theBasketSurvivesRestarts() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.press("b")
            try await story.expect("Basket 1")
            try await story.find("Geuvadis", title: "Geuvadis")
            try await story.press("b")
            try await story.expect("Basket 2")
            try await story.quits()

            try await story.start("--demo")
            try await story.expect("Basket 2")
            try await story.press("2")
            try await story.expect("Human Metabolome Database")
            try await story.press("d")
            try await story.expect("1 dataset, kept on this machine")
            try await story.press("u")
            try await story.expect("2 datasets, kept on this machine")
            try await story.press("d")
            try await story.expect("1 dataset, kept on this machine")
            try await story.quits()

            try await story.start("--demo")
            try await story.expect("Basket 1")
        }

        @Test func aDraftSurvivesLeavingAndQuitting() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.fill("Title of the project", with: "Metabolites of sleep")
            try await story.type("Half a sent")
            try await story.leavesTheWizard()
            try await story.expectRow("draft")
            try await story.quits()

            try await story.start("--demo")
            try await story.expect("A draft of 1 dataset was kept: 3 opens the requests.")
            try await story.press("3")
            try await story.expectRow("Metabolites of sleep")
            try await story.press("e")
            // It opens at the form that is not complete.
            try await story.expect("Half a sent")
            try await story.press("Tab")
            try await story.expectField("Purpose of use")
            try await story.type("ence.")
            try await story.expect("Half a sentence.")
            try await story.leavesTheWizard()
            try await story.quits()

            try await story.start("--demo")
            try await story.expect("A draft of 1 dataset was kept")
            try await story.press("3")
            try await story.expectRow("Metabolites of sleep")
            try await story.press("Enter")
            try await story.expect("Half a sentence.")
        }
    }
}
