import Testing

extension Stories {
    /// Many requests, and one that is not wanted any more.
    @Suite struct RequestList {
        @Test func requestsAreFoundSortedAndDeleted() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.drafts("Zebras of the plains", of: "Human Metabolome")
            try await story.drafts("Antelopes of the plains", of: "Geuvadis")
            try await story.press("3")
            try await story.expectRow("Antelopes of the plains")

            try await story.press("/")
            try await story.type("zebra")
            try await story.expect("1 found")
            try await story.expectRow("Zebras of the plains")
            try await story.press("Escape")
            try await story.expect("Antelopes of the plains")

            try await story.press("s", "s")
            try await story.expect("2 requests · state: all · by title")
            try await story.press("Home")
            try await story.expectRow("Antelopes of the plains")

            // Deleting asks, and takes nothing but the word.
            try await story.press("d")
            try await story.expect("Delete the draft “Antelopes of the plains”")
            try await story.type("yes")
            try await story.press("Enter")
            try await story.expect("Delete the draft “Antelopes of the plains”")
            try await story.press("C-u")
            try await story.type("delete")
            try await story.press("Enter")
            try await story.expectGone("Antelopes of the plains")
            try await story.expectRow("Zebras of the plains")
            try await story.quits()

            try await story.start("--demo")
            try await story.expectResults()
            try await story.press("3")
            try await story.expectRow("Zebras of the plains")
            let screen = try await story.screen()
            #expect(!screen.contains("Antelopes"))
        }
    }
}

extension PortalStory {
    /// Begins a request for what the words find, gives it a title, and leaves it.
    fileprivate func drafts(_ title: String, of words: String) async throws {
        try await press("1")
        try await find(words, title: words)
        try await beginRequest()
        try await fill("Title of the project", with: title)
        try await expect("saved here · at the portal")
        try await leavesTheWizard()
        try await expectRow(title)
    }
}
