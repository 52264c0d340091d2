import Testing

extension Stories {
    /// From a search to the entitlement, with keys only.
    @Suite struct MainJob {
        @Test func aResearcherGetsAccessToADatasetOfTheBundledCatalogue() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--decision-delay", "1")
            try await story.asksForAccess(searching: "TwinsUK whole genomes", title: "UK10K cohorts: TwinsUK")
        }

        @Test(.needsSharedData("genomic.jsonl"))
        func aResearcherGetsAccessToOneOf3000RealDatasets() async throws {
            let story = try PortalStory()
            let catalogue = SharedData.path("genomic.jsonl")
            try await story.start("--demo", "--catalogue", catalogue, "--decision-delay", "1")
            try await story.expect("3,000 datasets")
            try await story.asksForAccess(searching: "PTCL Biobank", title: "PTCL Biobank")
        }
    }
}

extension PortalStory {
    fileprivate func asksForAccess(searching words: String, title: String) async throws {
        try await find(words, title: title)
        try await press("Enter")
        try await expect("Overview")
        try await press("b")
        try await expect("in basket")
        try await press("2")
        try await expect("1 dataset, kept on this machine")
        try await press("n")
        try await expect("Access is asked for 1 dataset")
        try await press("C-n")
        try await fillsInTheForms()
        try await acceptsTheLicences()
        try await expect("Rare variants in childhood")
        try await submits()
        try await isApproved(title)
    }

    private func fillsInTheForms() async throws {
        try await expect("Research project 0/")
        try await fill("Title of the project", with: "Rare variants in childhood")
        try await fill(
            "Purpose of use",
            with: "We look for variants that explain developmental disorders.\n\nEvery trio is analysed anew.")
        try await skip("Summary for the public")
        // Another field appears when this option is chosen.
        try await choose("Another area", in: "Area of research", revealing: "Which other area?")
        try await fill("Which other area?", with: "Development")
        try await fill("Start of the project", with: "2026-01-15")
        try await skip("Expected end")
        try await skip("Funding")
        try await fill("Principal investigator", with: "Ada Lovelace")
        try await fill("E-mail of the principal investigator", with: "ada@institution.example")

        try await choose("A secure processing", in: "Where will the data be analysed?")
        try await choose("Yes", in: "Will data leave the secure environment?", revealing: "Which countries?")
        try await fill("Which countries?", with: "Norway, Estonia")
        try await choose("Encryption at rest", "A log of every access", in: "Which safeguards are in place?")
        try await fill("Who will have access", with: "Ada Lovelace, PI\nCharles Babbage, analyst")
        try await fill("When will the data be deleted?", with: "2030-12-31")
        try await fill("Contact for security incidents", with: "security@institution.example")
        try await skip("Data protection officer")

        try await choose("Yes, it was approved", in: "Has an ethics committee", revealing: "Reference of the approval")
        try await fill("Reference of the approval", with: "2026-0142")
        try await skip("Date of the approval")
        try await choose("Yes", in: "Will data of children be studied?")
        try await choose("Health registries", "Other genomes", in: "Will the data be linked")
        try await skip("What happens with incidental findings?")
    }

    private func isApproved(_ title: String) async throws {
        try await expect("✓ approved")
        let screen = try await expect("Granted access")
        #expect(screen.contains(title))
        #expect(screen.contains("days left"))
        try await press("Enter")
        try await expect("Access is granted.")
        try await press("Escape")
        try await expect("Granted access")
        try await quits()
    }
}
