import Testing

extension Stories {
    /// The request wizard leads to what is missing or wrong.
    @Suite struct Wizard {
        @Test func whatIsMissingIsListedAndAKeyAway() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.fill("Title of the project", with: "Metabolites of sleep")
            try await story.press("F9")
            let missing = try await story.number(after: "Still to do (")
            try await story.press("s")
            try await story.expect("\(missing) things are missing")
            // From the list to the field, and from field to field.
            try await story.expectRow("Purpose of use")
            // Right after a refused letter Enter would count as typed for another place; a key that is none ends that.
            try await story.press("C-l", "Enter")
            try await story.fill(
                "Purpose of use", with: "To compare the metabolites of those who sleep well and badly.")
            try await story.press("F8")
            try await story.choose("Methods and software", in: "Area of research")
            try await story.press("F9")
            try await story.expect("Still to do (\(missing - 2))")
        }

        @Test func whatIsWrongIsSaidWhenTheFieldIsLeft() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.skip("Title of the project")
            try await story.skip("Purpose of use")
            try await story.skip("Summary for the public")
            try await story.skip("Area of research")
            try await story.expectField("Start of the project")
            try await story.type("2026-02-30")
            let typing = try await story.expect("2026-02-30")
            #expect(!typing.contains("× Not a date"))
            try await story.press("Tab")
            try await story.expect("× Not a date. Write it as year-month-day")
            try await story.press("BTab")
            try await story.expectField("Start of the project")
            try await story.press("BSpace", "BSpace")
            try await story.type("28")
            try await story.expectGone("× Not a date")
        }
    }
}
