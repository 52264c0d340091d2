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

        @Test func datasetsOfTwoCommitteesAreAskedForOneAfterTheOther() async throws {
            let story = try PortalStory()
            try await story.start("--demo", columns: 120, rows: 40)
            try await story.find("MIMIC-IV", title: "MIMIC-IV: records of a Boston hospital")
            try await story.press("b")
            try await story.expect("Basket 1")
            try await story.find("Deciphering", title: "Deciphering Developmental Disorders")
            try await story.press("b")
            try await story.expect("Basket 2")
            try await story.press("2")
            try await story.expect("2 datasets in 2 requests, kept on this machine")
            try await story.expect("Request 1: Hospital records council  each catalogue may decide for itself")

            // Somebody who does not believe it is told by the portal, in titles.
            try await story.press("n")
            try await story.expect("Ask for which first?")
            try await story.press("G", "Enter")
            try await story.expect("These datasets need a request each.")
            try await story.expect("“MIMIC-IV: records of a Boston hospital” and “Deciphering Developmental")
            try await story.press("Enter")
            let refused = try await story.expect("Ask for which first?")
            #expect(!refused.contains("if the portal takes them"))
            try await story.press("Escape")
            try await story.expect("refused together with “MIMIC-IV: records of a Boston hospital”")

            try await story.press("n", "g", "Enter")
            try await story.expect("Access is asked for 1 dataset")
            try await story.leavesTheWizard()
            try await story.press("2")
            let left = try await story.expect("1 dataset, kept on this machine")
            #expect(left.contains("Deciphering Developmental Disorders"))
            try await story.press("n")
            try await story.expect("Access is asked for 1 dataset")
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
