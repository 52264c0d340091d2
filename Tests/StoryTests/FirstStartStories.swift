import Foundation
import Testing

extension Stories {
    /// Nothing is configured; the second start needs nothing.
    @Suite struct FirstStart {
        @Test func theDemoPortalIsOneKeyAway() async throws {
            let story = try PortalStory()
            try await story.start()
            try await story.expect("Which portal?")
            try await story.expect("▌ The demo portal")
            try await story.press("Enter")
            try await story.expectResults()
            try await story.quits()

            try await story.start()
            let screen = try await story.expectResults()
            #expect(screen.contains("Demo portal"))
        }

        @Test func addressesAreAskedForAndKept() async throws {
            let portal = try ServedPortal()
            let signedIn = ["PORTAL_TOKEN": portal.listening.token]
            let story = try PortalStory()
            try await story.start(environment: signedIn)
            try await story.expect("Which portal?")
            try await story.press("Down", "Enter")
            try await story.expect("Short name")
            try await story.type("my portal")
            try await story.press("Tab", "Tab")
            try await story.type(portal.listening.discovery)
            try await story.press("Tab", "Tab")
            try await story.type(portal.listening.access)
            try await story.press("C-s")
            // It says what is wrong, and keeps the rest.
            try await story.expect("Give the portal a short name")
            try await story.expect(portal.listening.access)
            try await story.press("C-u")
            try await story.type("mine")
            try await story.press("C-s")
            try await story.expect("✓ access: answers in")
            try await story.press("C-s")
            try await story.expectResults()
            // On this machine nothing can be read on the way.
            try await story.expectGone("unencrypted")
            try await story.quits()

            let kept = story.home.configuration + "/portal/profiles.d/mine.yaml"
            let attributes = try FileManager.default.attributesOfItem(atPath: kept)
            #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)

            try await story.start(environment: signedIn)
            let screen = try await story.expectResults()
            #expect(screen.contains("mine"))
            try await story.press("3")
            try await story.expect("You have not asked for access yet.")
        }
    }
}
