import Testing

extension Stories {
    /// After submitting: what the list and the detail tell, and what can be done.
    @Suite struct RequestFollowing {
        @Test func aSubmittedRequestIsFoundByItsStateAndIsTheCommitteesToClose() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--decision-delay", "3600")
            try await story.submitsARequest("Metabolites of sleep", of: "Human Metabolome")
            try await story.expect("… submitted")

            try await story.press("f")
            try await story.expect("Show requests")
            try await story.press("End", "Enter")
            try await story.expect("1 of 1 request · state: submitted")
            try await story.press("Enter")
            try await story.expect("The committee has it.")
            try await story.press("e")
            try await story.expect("It is submitted: only drafts and returned requests can be edited.")
            // A letter right after a refused one would count as typed for another place; a key that is none ends that.
            try await story.press("C-l", "D")
            try await story.expect("It is submitted: the datasets")
            try await story.press("End")
            try await story.expect("submitted by")

            // As REMS has it: what is with the committee is the committee's to close.
            try await story.press("x")
            try await story.expect("while it is with the committee")
            try await story.press("Escape")
            try await story.expect("1 of 1 request")
            try await story.quits()
        }

        @Test func whatWasDecidedMeanwhileIsNewUntilItIsLookedAtAndAccessIsListed() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--decision-delay", "3600")
            try await story.submitsARequest("Metabolites of sleep", of: "Human Metabolome")
            try await story.expect("… submitted")
            try await story.quits()

            try await story.start("--demo", "--decision-delay", "1")
            try await story.expectResults()
            try await story.press("3")
            try await story.expect("✓ approved")
            try await story.expect("3 Requests 1!")
            try await story.expect("new")
            try await story.press("Enter")
            try await story.expect("Access is granted. It lasts until")
            try await story.expectGone("3 Requests 1!")
            try await story.press("Escape")
            try await story.expect("Granted access")

            try await story.press("a")
            try await story.expectRow("Human Metabolome Database")
            try await story.expect("days left")
            try await story.press("Enter")
            try await story.expect("Request 1")
            try await story.expect("Access is granted.")
            try await story.press("Escape")
            try await story.expectGone("Access is granted.")
            try await story.press("Escape")
            try await story.expectRow("✓ approved")
            try await story.quits()

            // What was looked at stays so in the next run.
            try await story.start("--demo", "--decision-delay", "1")
            try await story.expectResults()
            try await story.press("3")
            try await story.expectRow("✓ approved")
            try await story.press("m")
            try await story.expect("Nothing is new.")
            try await story.press("C-l")
            try await story.quits()
        }
    }
}

extension PortalStory {
    fileprivate func submitsARequest(_ title: String, of words: String) async throws {
        try await find(words, title: words)
        try await beginRequest()
        try await answersTheForms(
            title: title, purpose: "We compare the metabolites of those who sleep well with those who sleep badly.")
        try await acceptsTheLicences()
        try await submits()
    }
}
