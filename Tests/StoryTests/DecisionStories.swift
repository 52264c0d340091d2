import Testing

extension Stories {
    /// What a committee may say beside yes.
    @Suite struct Decisions {
        /// A request that the committee has returned, open.
        private func returned() async throws -> PortalStory {
            let story = try PortalStory()
            try await story.start("--demo", "--decision-delay", "1")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.answersTheForms(title: "Metabolites of sleep", purpose: "To look around.")
            try await story.acceptsTheLicences()
            try await story.submits()
            try await story.expect("! returned")
            try await story.expectRow("Metabolites of sleep")
            try await story.press("Enter")
            try await story.expect("The committee asks for changes")
            return story
        }

        @Test func aReturnedRequestTellsWhyAndIsCompleted() async throws {
            let story = try await returned()
            try await story.expect("the purpose is too short to be judged")

            // It opens at what the committee wrote about.
            try await story.press("e")
            try await story.expectField("Purpose of use")
            try await story.expect("the purpose is too short to be judged")
            try await story.type(" Then we compare the metabolites of those who sleep well and badly.")
            try await story.press("F12")
            try await story.expect("1 answer changed since the request was submitted")
            try await story.expect("Before  To look around.")
            try await story.press("Escape")
            try await story.expectField("Purpose of use")
            try await story.press("F9")
            try await story.expect("Changed since it was submitted (1)")
            try await story.expect("To look around. Then we compare")
            try await story.submits()
            try await story.expect("✓ approved")
            try await story.expect("Granted access")
        }

        @Test func aReturnedRequestCanBeClosedAndStaysClosed() async throws {
            let story = try await returned()
            try await story.press("x")
            try await story.expect("Close request 1?")
            try await story.type("close")
            try await story.press("Enter")
            try await story.expect("Request 1 is closed.")
            try await story.press("Home")
            try await story.expect("It is closed; nothing more happens to it.")
            try await story.press("x")
            try await story.expect("It is closed already.")
            try await story.press("Escape")
            try await story.expectRow("○ closed")
            try await story.quits()
        }

        @Test func aRejectedRequestSaysSo() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--decision-delay", "1")
            try await story.find("EGA test dataset", title: "EGA test dataset")
            try await story.beginRequest()
            try await story.answersTheForms(
                title: "Testing a pipeline",
                purpose: "We test how our pipeline deals with files of the archive before real data come.")
            try await story.acceptsTheLicences()
            try await story.submits()

            try await story.expect("× rejected")
            try await story.press("Enter")
            try await story.expect("The committee said no.")
            try await story.press("e")
            try await story.expect("It is rejected: only drafts and returned requests can be edited.")
        }
    }
}
