import Testing

extension Stories {
    /// A search as a line, on the screen.
    @Suite struct TypedLines {
        @Test func conditionsBecomePillsAndErrorsStandAtTheirColumn() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral", columns: 110)
            try await story.expectResults()
            try await story.press("/")
            try await story.type("cancer acc")
            try await story.press("Tab")
            try await story.expect("/ cancer access:")
            try await story.expect("Restricted")
            try await story.type("restr")
            try await story.press("Tab")
            try await story.expect("/ cancer access:Restricted")
            try await story.press("Space")
            try await story.expect("Access rights: Restricted ×")
            let narrowed = try await story.number(before: " datasets ·")
            #expect(narrowed > 0)
            try await story.type("themme:Cancer ")
            try await story.expect("^~~~~~")
            try await story.expect("Did you mean “theme”?")
            try await story.expect("/ cancer themme:Cancer")
            // What is typed is still there to be mended.
            try await story.press("C-w")
            try await story.expectGone("^~~~~~")
            try await story.type("individuals>=1000 sort:title")
            try await story.press("Enter")
            try await story.expect("title A–Z")
            try await story.expect("Number of unique individuals ≥ 1000 ×")
            try await story.expect("↵ open")

            // The same search again, out of the earlier ones.
            try await story.press("X")
            try await story.expectGone("Restricted ×")
            try await story.press("C-r")
            try await story.expect("cancer access:Restricted individuals>=1000 sort:title")
            try await story.press("Enter")
            try await story.expect("Number of unique individuals ≥ 1000 ×")
        }

        @Test func whatThePortalCannotBeAskedIsSaidBefore() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.expectResults()
            try await story.press("/")
            try await story.type("cancer -lung")
            try await story.press("Enter")
            try await story.expect("The portal cannot leave out what holds a word")
            try await story.expect("/ cancer -lung")
            try await story.press("Escape")
            try await story.expectGone("cannot leave out")
        }
    }
}
