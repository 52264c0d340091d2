import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Another day, and the portal is down: what was answered before is there, with its age.
    @Suite struct KeptAnswers {
        /// A person with a portal of their own.
        private func story(at portal: ServedPortal) throws -> PortalStory {
            let story = try PortalStory()
            _ = try story.home.write(
                """
                profiles:
                  mine:
                    title: Mine
                    discovery: \(portal.listening.discovery)
                    access: \(portal.listening.access)
                """, to: "config/portal/config.yaml")
            return story
        }

        private func file(of story: PortalStory) -> String { story.home.cache + "/portal/mine/answers.sqlite" }

        /// Lets so many hours pass for what is kept, as if the program had not run meanwhile.
        private func age(_ story: PortalStory, hours: Int) async throws {
            let path = file(of: story)
            let run = try await CommandRun.run(
                "/usr/bin/env", ["python3", "-c", Self.aging, path, "\(hours * 3600)"],
                environment: ProcessInfo.processInfo.environment)
            guard run.status == 0 else { throw HarnessError("the answers could not be aged: \(run.words)") }
            // The first screen shall come from the answers, too.
            try FileManager.default.removeItem(atPath: story.home.cache + "/portal/mine/last-results.json")
        }

        private static let aging = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute("UPDATE answer SET at = at - ?", (int(sys.argv[2]),))
            database.commit()
            """

        @Test func withThePortalDownWhatWasSeenBeforeIsThereWithItsAge() async throws {
            let portal = try ServedPortal()
            let story = try story(at: portal)
            let signedIn = ["PORTAL_TOKEN": portal.listening.token]
            try await story.start(environment: signedIn)
            try await story.expectRow("gnomAD")
            try await story.press("Enter")
            try await story.expect("Identifier ")
            try await story.press("b")
            try await story.expect("in basket")
            try await story.press("2")
            try await story.expect("1 dataset, kept on this machine")
            try await story.press("n")
            try await story.expect("Access is asked for 1 dataset")
            try await story.leavesTheWizard()
            try await story.expect("1 request")
            try await story.quits()
            portal.end()
            try await age(story, hours: 3)

            try await story.start(environment: signedIn)
            try await story.expectRow("gnomAD")
            try await story.expect("No connection. Shown: what was found 3 h ago")
            try await story.press("Enter")
            try await story.expect("This is what was fetched 3 h ago.")
            try await story.expect("as of 3 h ago")
            try await story.press("G")
            try await story.expect("Identifier ")
            try await story.press("3")
            try await story.expect("As of 3 h ago")
            try await story.expectRow("draft")

            // It is back, at the same place; what it says takes the place of what was kept.
            let again = try ServedPortal(port: portal.port)
            try await story.press("r")
            try await story.expectGone("s of 3 h ago")
            try await story.press("1")
            try await story.expect("Overview")
            try await story.press("Escape")
            try await story.expectGone("Overview")
            try await story.press("r")
            try await story.expect("fetched just now")
            try await story.expectRow("gnomAD")
            try await story.quits()
            again.end()
        }

        @Test func theCacheIsClearedUnderTheRunningProgramAndOnlyTheOwnerCanReadIt() async throws {
            let portal = try ServedPortal()
            let story = try story(at: portal)
            try await story.start(environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.expectRow("gnomAD")
            try await story.press("Enter")
            try await story.expect("Identifier ")
            let path = file(of: story)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let cleared = try await CommandRun.run(
                ProgramUnderTest.portal(), ["cache", "clear"],
                environment: story.home.environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { $1 })
            #expect(cleared.status == 0)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("gnomAD".utf8)) == nil)
            try await story.press("r")
            try await story.expect("Identifier ")
            try await story.press("Escape")
            try await story.expectGone("Overview")
            try await story.press("r")
            try await story.expect("fetched just now")
            try await story.quits()
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("gnomAD".utf8)) != nil)
        }

        @Test func withEphemeralNothingIsKept() async throws {
            let portal = try ServedPortal()
            let story = try story(at: portal)
            try await story.start("--ephemeral", environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.expectRow("gnomAD")
            try await story.quits()
            #expect(!FileManager.default.fileExists(atPath: story.home.cache))
        }
    }
}
