import Testing

extension Stories {
    /// A search as a line, on the screen.
    @Suite struct TypedLines {
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
