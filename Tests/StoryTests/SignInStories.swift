import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories {
    /// Signing in at a real OpenID Connect server (glewlwyd), in the real program.
    @Suite(.enabled(if: GuardedPortal.isAtHand, "Glewlwyd is not at hand: its script in scripts/ says why."))
    struct SignIn {
        @Test func aLoginThatEndsWhileSomebodyWritesCostsNoWord() async throws {
            let portal = try GuardedPortal()
            let story = try PortalStory()
            try await story.start(at: portal, columns: 100, rows: 40)
            try await story.expect("signed out")
            try await story.press("I")
            try await story.confirms(at: portal)
            try await story.beginsARequest()
            try await story.type("before the end")
            try await story.expect("at the portal") { $0.contains("saved here · at the portal") }
            try portal.endLogins()
            try await story.type(", after it")
            try await story.expect("signed out: F6 signs in")
            // No offer has taken the keys: these are words of the same text.
            try await story.type(" without a pause")
            try await story.expect("before the end, after it without a pause")
            try await story.press("F6")
            try await story.confirms(at: portal)
            // The same field, and the save that was refused goes on by itself.
            try await story.expectField("Title of the project")
            let back = try await story.expect("at the portal") { $0.contains("saved here · at the portal") }
            #expect(back.contains("before the end, after it without a pause"))
            #expect(try await titles(at: portal) == ["before the end, after it without a pause"])
            try await story.leavesTheWizard()
            try await story.press("O")
            try await story.expect("Signed out. Drafts and basket are kept")
            let kept = try FileManager.default.contentsOfDirectory(atPath: story.home.data + "/portal/identity")
            #expect(!kept.contains { $0.hasSuffix(".json") })
            await story.end()
        }

        @Test func aCodeThatIsRefusedOrHasExpiredIsAskedForAnew() async throws {
            let portal = try GuardedPortal("--code-seconds", "6")
            let story = try PortalStory()
            try await story.start(at: portal)
            try await story.expect("datasets ·")
            try await story.press("I")
            _ = try await story.code()
            try portal.refuseCode()
            try await story.expect("The sign-in was refused.")
            try await story.press("Enter")
            let second = try await story.code()
            try await story.expect("Nobody confirmed the sign-in in time.")
            try await story.press("Enter")
            try await story.expect("another code") { $0.contains("type this code") && !$0.contains(second) }
            try await story.confirms(at: portal)
            // What was in sight before is in sight again.
            try await story.expect("datasets ·")
            await story.end()
        }

        @Test func aSignInServiceThatIsAwayIsSaidAndBrowsingGoesOn() async throws {
            let portal = try GuardedPortal()
            let story = try PortalStory()
            try await story.start(at: portal)
            try await story.expect("datasets ·")
            portal.endIssuer()
            try await story.press("S")
            try await story.expect("the sign-in service alone is away") { screen in
                screen.contains("unreachable") && screen.components(separatedBy: "healthy").count == 3
            }
            try await story.press("Escape")
            try await story.expect("datasets ·")
            try await story.press("I")
            try await story.expect("Start again in a while.")
            try await story.press("Escape")
            try await story.expect("datasets ·")
            try await story.press("Enter")
            try await story.expect("Identifier ")
            await story.end()
        }

        /// Every call renews, because tokens live for less than the minute before whose beginning they are renewed, and
        /// glewlwyd ends the whole chain when a refresh token is used twice.
        @Test func programsAtOnceNeverSignEachOtherOut() async throws {
            let portal = try GuardedPortal("--access-seconds", "30")
            let story = try PortalStory()
            try await story.start(at: portal)
            try await story.expect("datasets ·")
            try await story.press("I")
            try await story.confirms(at: portal)
            // Goes on asking for the requests by itself.
            try await story.press("3")
            try await story.expect("You have not asked for access yet.")
            let (home, places) = (story.home, portal.places)
            try await withThrowingTaskGroup(of: Void.self) { programs in
                for _ in 0..<2 {
                    programs.addTask {
                        for _ in 0..<10 {
                            let run = try await CommandRun.run(
                                ProgramUnderTest.portal(), ["requests", "--json"] + places,
                                environment: home.environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) {
                                    $1
                                })
                            #expect(run.status == 0, "\(run.words)")
                        }
                    }
                }
                try await programs.waitForAll()
            }
            try await story.press("r")
            let screen = try await story.expect("Alice Example")
            #expect(!screen.contains("signed out"))
            await story.end()
        }

        /// The answers to the first text of each application, as the portal has them.
        private func titles(at portal: GuardedPortal) async throws -> [String] {
            let listening = portal.demo.listening
            let client = try PortalClient(
                PortalAddresses(discovery: listening.discovery, access: listening.access),
                credentials: .readyToken(Secret(listening.token)))
            var titles: [String] = []
            for application in try await client.accessService.applications() {
                let forms = try await client.accessService.application(application.id).forms
                titles += forms.first?.fields.first { $0.type == .text }.map { [$0.value.text] } ?? []
            }
            await client.shutdown()
            return titles
        }
    }
}
