import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// One search of all portals that are set up, on the screen: one of them answers, one is slow, one is not there.
    @Suite struct AllPortals {
        @Test func theSlowIsNotWaitedForAndAccessIsAskedForWhereTheDatasetIs() async throws {
            let catalogue = try StoryHome()
            let lines = [
                #"{"id":"n1","identifier":"https://doi.org/10.5281/zenodo.42","title":"Exomes of northern lungs"}"#,
                #"{"id":"n2","title":"Northern cohort of lungs"}"#,
            ]
            let file = try catalogue.write(lines.joined(separator: "\n") + "\n", to: "north.jsonl")
            let north = try ServedDemo("--catalogue", file)
            let slow = try ServedDemo()
            try await slow.misbehave(
                #"[{"call":"POST /discovery/api/v1/datasets/search","fault":"delay","seconds":120}]"#)
            let story = try PortalStory()
            _ = try story.home.write(
                """
                profiles:
                  north: {title: Northern portal, discovery: "\(north.listening.discovery)"}
                  slow: {title: Slow portal, discovery: "\(slow.listening.discovery)"}
                  nobody: {title: Nobody's portal, discovery: "http://127.0.0.1:9"}
                """, to: "config/portal/config.yaml")
            try await story.start("--demo")
            try await story.expectResults()
            try await story.press("A")
            try await story.expect("All portals")
            try await story.type("lungs")
            try await story.press("Enter")
            // What answers is there while the others are awaited.
            try await story.expect("Exomes of northern lungs")
            try await story.expect("nobody: The portal could not be reached")
            try await story.expect("slow: slow, not waited for after 10 s")
            try await story.expect("Northern cohort of lungs")

            try await story.press("/", "C-u")
            try await story.type("\"Exomes of northern\"")
            try await story.press("Enter")
            try await story.expectGone("Northern cohort of lungs")
            try await story.expect("north 1")
            try await story.expect("Exomes of northern lungs")
            try await story.press("Enter")
            try await story.expect("at north")
            try await story.expect("10.5281/zenodo.42")
            try await story.press("b")
            try await story.expect("Northern portal")
            try await story.expect("Go to its portal")
            try await story.type("go")
            try await story.press("Enter")
            try await story.expectGone("Go to its portal")
            // Its page, at its portal.
            try await story.expect("Overview")
            try await story.expect("Exomes of northern lungs")
            try await story.expect("Northern portal")
            // The search is as it was left.
            try await story.press("Escape")
            try await story.expectResults()
            try await story.press("A")
            try await story.expect("All portals")
            try await story.expect("Exomes of northern lungs")
            try await story.press("Escape")
            try await story.expectGone("All portals")
            try await story.quits()
        }
    }
}
