import Testing

extension Stories {
    /// Help, commands by name, and what went wrong.
    @Suite struct Overlays {
        @Test func helpAndCommandsAreFoundByTheirWords() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.expectResults()
            try await story.press("?")
            try await story.expect("Open the dataset.")
            try await story.type("narrow")
            try await story.expect("Narrow the results by facets.")
            try await story.expectGone("Open the dataset.")
            try await story.press("Escape")
            try await story.expectResults()

            try await story.press(":")
            try await story.expect("Commands")
            try await story.type("choose order")
            try await story.expect("▌ s  Choose the order.")
            try await story.press("Enter")
            try await story.expect("Sort by")
            try await story.press("Escape")
            try await story.expectGone("Sort by")

            // A command that is out of place says why.
            try await story.press(":")
            try await story.type("remove all facets")
            try await story.expect("no facets: No facet is active.")
            try await story.press("Escape")
            try await story.expectResults()
        }

        @Test func aFailedCallKeepsTheResultsAndIsInTheLog() async throws {
            let portal = try ServedPortal()
            let story = try PortalStory()
            _ = try story.home.write(
                """
                profiles:
                  mine:
                    title: Mine
                    discovery: \(portal.listening.discovery)
                    access: \(portal.listening.access)
                """, to: "config/portal/config.yaml")
            try await story.start(environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.expectRow("gnomAD")
            portal.end()
            try await story.press("r")
            try await story.expect("No connection. Shown: what was found")
            try await story.expectRow("gnomAD")
            try await story.press("L")
            try await story.expect("Calls that failed")
            try await story.expect("The portal could not be reached.")
            try await story.press("Escape")
            try await story.expectRow("gnomAD")

            // It is back, at the same place.
            let again = try ServedPortal(port: portal.port)
            try await story.press("r")
            try await story.expectGone("No connection.")
            try await story.expectRow("gnomAD")
            again.end()
        }
    }
}
