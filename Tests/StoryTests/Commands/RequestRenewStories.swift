import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Access that ends is asked for again.
    @Suite struct Renewals {
        private func granted(_ story: CommandStory) async throws -> String {
            let made = try await story.portal(
                "request", "new", "--dataset", try await story.dataset(), "--answers", try story.answers(),
                "--accept-licences", "--submit", "--json")
            #expect(made.status == 0, "\(made.words)")
            let id = try #require(try made.records()[0]["id"]?.text)
            for _ in 0..<200 {
                if try await story.portal("requests", "--state", "approved", "--json").output.isEmpty { continue }
                return id
            }
            throw HarnessError("Nobody has approved it.")
        }

        @Test(.needsJSONSchema)
        func whatWasGrantedIsAskedForAgainOnceAndWhatChangesIsShown() async throws {
            let story = try CommandStory("--decision-delay", "1")
            let empty = try await story.portal("request", "new", "--dataset", "hmdb", "--json")
            let unsent = try #require(try empty.records()[0]["id"]?.text)
            let early = try await story.portal("request", "renew", unsent)
            #expect(early.status == 1 && early.words.contains("only what was granted"), "\(early.words)")

            let old = try await granted(story)
            let renewed = try await story.portal("request", "renew", old, "--json")
            #expect(renewed.status == 0, "\(renewed.words)")
            try await renewed.conforms(to: "request-change")
            let new = try #require(try renewed.records()[0]["id"]?.text)
            #expect(renewed.words.contains("as in request \(old)"), "\(renewed.words)")
            #expect(renewed.words.contains("The day has passed: Start of the project, 2026-01-15"), "\(renewed.words)")
            #expect(renewed.words.contains("portal request compare \(new)"), "\(renewed.words)")
            let again = try await story.portal("request", "renew", old)
            #expect(again.status == 0 && again.lines == [new], "\(again.words)")
            #expect(again.words.contains("follows the request already"), "\(again.words)")
            let same = try await story.portal("request", "compare", new, "--exit-code")
            #expect(same.status == 0, "\(same.words)")

            let filled = try await story.portal(
                "request", "fill", new, "--linear",
                input: ":goto 1/purpose\nWe go on with what we have found.\n.\n:review\n:quit\n")
            #expect(filled.status == 0, "\(filled.words)")
            let said = filled.output + filled.words
            #expect(said.contains("It follows request \(old): "), "\(said)")
            #expect(said.contains("Changed: ") && said.contains("Does each still hold?"), "\(said)")
            let differs = try await story.portal("request", "compare", new, "--exit-code", "--json")
            #expect(differs.status == 8, "\(differs.words)")
            #expect(try differs.records().map { $0["now"]?.text } == ["We go on with what we have found."])
            let second = try await story.portal("request", "renew", old, "--another")
            #expect(second.status == 0 && second.lines != [new], "\(second.words)")
        }

        @Test func whatWasSentSinceForTheSameDatasetsIsNotAskedForOnceMoreByAccident() async throws {
            let story = try CommandStory("--decision-delay", "1")
            let old = try await granted(story)
            let made = try await story.portal(
                "request", "new", "--dataset", try await story.dataset(), "--another", "--answers",
                try story.answers(), "--accept-licences", "--submit", "--json")
            #expect(made.status == 0, "\(made.words)")
            let new = try #require(try made.records()[0]["id"]?.text)
            let refused = try await story.portal("request", "renew", old)
            #expect(refused.status == 1, "\(refused.words)")
            #expect(refused.words.contains("Request \(new) asks for the same datasets since"), "\(refused.words)")
            #expect(try await story.portal("requests", "--state", "draft").output.isEmpty, "nothing was made")
            let another = try await story.portal("request", "renew", old, "--another")
            #expect(another.status == 0, "\(another.words)")
        }

        @Test func onTheScreenTheReviewAsksWhetherTheAnswersStillHold() async throws {
            let shell = try CommandStory("--decision-delay", "1")
            let old = try await granted(shell)
            let story = PortalStory(home: shell.home)
            try await story.start(
                "--discovery", shell.demo.listening.discovery, "--access", shell.demo.listening.access,
                environment: ["PORTAL_TOKEN": shell.demo.listening.token])
            try await story.expectResults()
            try await story.press("3")
            try await story.expectRow("✓ approved")
            try await story.press("Enter")
            try await story.expect("Access is granted.")
            try await story.press("R")
            try await story.expect("Ask again for the access of request \(old)?")
            try await story.type("renew")
            try await story.press("Enter")
            try await story.expect("at the portal")
            try await story.press("F9")
            try await story.expect("Still to do")
            try await story.press("C-p")
            try await story.press("A")
            try await story.press("F9")
            try await story.expect("It follows request \(old): ")
            try await story.expect("Does each still hold?")
            try await story.press("Escape")
            try await story.expect("2 requests")
            await story.end()
        }
    }
}
