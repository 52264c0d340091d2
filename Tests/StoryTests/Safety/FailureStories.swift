import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// The portal dies or falls silent: words are kept, the screen says what happened, and it goes on.
    @Suite struct Failures {
        /// The demo portal that the story's program started.
        private func demo(of story: PortalStory) async throws -> pid_t {
            let program = try await story.programIdentifier()
            return try #require(Processes.children(of: program).first { Processes.name(of: $0) == "portal-demo" })
        }

        @Test func aDemoPortalThatDiesIsStartedAgain() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.expect("datasets ·")
            let first = try await demo(of: story)
            kill(first, SIGKILL)
            try await ProcessEnd.wait(for: first)
            try await story.press("/")
            try await story.type("developmental")
            try await story.expect("Deciphering Developmental")
            try await story.expect("was started again")
            let second = try await demo(of: story)
            #expect(first != second)
            // Escape and a letter in one go would be Alt and the letter.
            try await story.press("Escape")
            try await story.expectGone("developmental")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)
            try await ProcessEnd.wait(for: second)
        }

        @Test func aCallThatIsCutOffIsSaidAndCanBeRepeated() async throws {
            let story = try PortalStory()
            // Nobody starts this one again: the program's own demo portal would answer the next try.
            let demo = try ServedDemo()
            try await story.start(
                "--discovery", demo.listening.discovery, "--access", demo.listening.access,
                environment: ["PORTAL_TOKEN": demo.listening.token])
            let list = try await story.expect("datasets ·")
            try await demo.misbehave(
                #"[{"call":"POST /discovery/api/v1/datasets/search","fault":"drop-before","times":100}]"#)
            try await story.press("r")
            let failed = try await story.expect("No connection. Shown: what was found")
            // What was there stays in sight.
            let row = try #require(list.split(separator: "\n").first { $0.first == PortalStory.marker })
            #expect(failed.contains(row.prefix(60)))
            try await story.press("L")
            try await story.expect("Calls that failed")
            try await story.expect("could not be reached")
            try await story.press("Escape")
            try await story.expectGone("Calls that failed")
            try await demo.misbehave("[]")
            try await story.press("r")
            try await story.expectGone("No connection")
            try await story.expect("just now")
            await story.end()
        }

        @Test func aSilentPortalShowsTheTimeAndEscapeStopsWaiting() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.expect("datasets ·")
            let demo = try await demo(of: story)
            kill(demo, SIGSTOP)
            try await story.press("r")
            try await story.expect("elapsed time") { $0.contains(/searching [2-9] s/) }
            try await story.press("Escape")
            try await story.expectGone("searching")
            try await story.press("j", "k", "Enter")
            try await story.expect("elapsed time") { $0.contains(/loading [1-9] s/) }
            try await story.press("Escape")
            try await story.expectGone("Overview")
            kill(demo, SIGCONT)
            try await story.press("r")
            try await story.expect("just now")
            try await story.press("Enter")
            try await story.expect("Identifier ")
            await story.end()
        }

        @Test func aSaveThatReachesNobodySaysSoAndKeepsTheWords() async throws {
            let story = try PortalStory()
            // Nobody starts this one again, so that every save fails however late it is made.
            let demo = try ServedDemo()
            try await story.start(
                "--discovery", demo.listening.discovery, "--access", demo.listening.access, columns: 100, rows: 40,
                environment: ["PORTAL_TOKEN": demo.listening.token])
            try await story.beginsARequest()
            try await story.type("words of a long")
            try await story.expect("the words at the portal") { $0.contains("saved here · at the portal") }
            try await demo.stop()
            try await story.type(" night")
            try await story.expect("what failed, over the words") {
                $0.contains("The portal could not be reached") && $0.contains("words of a long night")
            }
            try await story.expect("the words on this machine") { WizardPage($0).isSavedHere }
            await story.end()
        }

        @Test func aPortalThatDiesUnderTheWizardTakesNoWordsWithIt() async throws {
            let story = try PortalStory()
            try await story.start("--demo", columns: 100, rows: 40)
            try await story.beginsARequest()
            let first = try await demo(of: story)
            kill(first, SIGSTOP)
            try await story.type("words of a long night")
            try await story.expect("the words on this machine") {
                WizardPage($0).isSavedHere && $0.contains("words of a long night")
            }
            // Whether a call fails of it or the next portal is up before one is made, the words are there.
            kill(first, SIGKILL)
            try await ProcessEnd.wait(for: first)
            try await story.type(", and more")
            // By itself: the portal is started again and gets the words.
            try await story.expect("the words at the portal") {
                $0.contains("saved here · at the portal") && $0.contains("words of a long night, and more")
            }
            let second = try await demo(of: story)
            kill(second, SIGKILL)
            try await ProcessEnd.wait(for: second)
            try await story.press("F9")
            try await story.expect("words of a long night, and more")
            try await story.press("Escape")
            try await story.expect("Requests")
            try await story.press("r")
            try await story.expect("draft")
            await story.end()
        }
    }
}
