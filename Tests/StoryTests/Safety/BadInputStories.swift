import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// What is wrong on the command line, in files and around the program: said in words, with what to do.
    @Suite struct BadInput {
        /// Expects the program to end by itself in its terminal, with words for the person.
        private func expectRefusal(
            _ command: [String], environment: [String: String] = [:], status: Int32 = 1, says words: String...,
            at place: SourceLocation = #_sourceLocation
        ) async throws {
            let story = try PortalStory()
            try await story.start(command, columns: 200, environment: environment)
            let ended = try await story.exitStatus()
            let screen = try await story.screen()
            #expect(ended == status, "\(screen)", sourceLocation: place)
            for word in words { #expect(screen.contains(word), "\(screen)", sourceLocation: place) }
            #expect(try await story.terminalIsRestored(), sourceLocation: place)
            await story.end()
        }

        private var portal: String { get throws { try ProgramUnderTest.portal() } }
        private var demo: String { get throws { try ProgramUnderTest.demo() } }

        // MARK: - The command line

        @Test func unknownOptionsAreUsageErrors() async throws {
            try await expectRefusal([portal, "--dmeo"], status: 2, says: "--dmeo", "Usage: portal")
            try await expectRefusal([portal, "--demo", "extra"], status: 2, says: "extra")
            try await expectRefusal([demo, "serve", "--prot", "1"], status: 2, says: "--prot", "Usage: portal-demo")
            try await expectRefusal([demo, "serve", "--port", "70000"], status: 2, says: "from 0 to 65535")
        }

        @Test func aPortInUseIsNamedWithTheWayOut() async throws {
            try await DemoAddresses.run { taken in
                let port = try #require(URL(string: taken.discovery)?.port)
                try await expectRefusal(
                    [demo, "serve", "--port", "\(port)"], says: "Port \(port)", "already in use", "Choose another port")
            }
        }

        // MARK: - The catalogue

        @Test func aMissingCatalogueIsSaidBeforeTheScreenIsTaken() async throws {
            try await expectRefusal(
                [portal, "--demo", "--catalogue", "/nowhere/mine.jsonl"], says: "/nowhere/mine.jsonl", "cannot be read",
                "Check the path")
            try await expectRefusal(
                [demo, "serve", "--catalogue", "/nowhere/mine.jsonl"], says: "/nowhere/mine.jsonl", "Check the path")
            try await expectRefusal([portal, "--catalogue", "x.jsonl"], status: 2, says: "add --demo")
        }

        @Test func badLinesOfACatalogueAreCountedAndListed() async throws {
            let story = try PortalStory()
            let lines = [
                #"{"id":"one","title":"The first of two"}"#, "no json at all", #"{"title":"without an id"}"#, "[1,2]",
                #"{"id":"one","title":"twice"}"#, #"{"id":"two","title":"The second of two"}"#, #"{"id":"cut"#,
            ]
            let catalogue = try story.home.write(lines.joined(separator: "\n"), to: "broken.jsonl")
            try await story.start("--demo", "--catalogue", catalogue)
            try await story.expect("5 lines of broken.jsonl were skipped")
            try await story.expect("2 datasets")
            try await story.expect("The second of two")
            try await story.press("L")
            let log = try await story.expect("Calls that failed")
            for line in ["line 2: it is not valid JSON", #"line 3: it has no "id""#, "line 4", "line 5", "line 7"] {
                #expect(log.contains(line), "\(log)")
            }
            await story.end()
        }

        @Test func aCatalogueWithoutADatasetIsSaidAndCanBePutRight() async throws {
            let story = try PortalStory()
            let catalogue = try story.home.write("nothing\n", to: "empty.jsonl")
            try await story.start("--demo", "--catalogue", catalogue)
            try await story.expect("holds no dataset")
            _ = try story.home.write(#"{"id":"one","title":"Now there is one"}"#, to: "empty.jsonl")
            try await story.press("r")
            try await story.expect("Now there is one")
            await story.end()
        }

        // MARK: - The terminal

        @Test func withoutATerminalTheProgramSaysHowToStartIt() async throws {
            let quoted = "'\(try portal)' --demo"
            try await expectRefusal(["sh", "-c", "\(quoted) < /dev/null"], says: "standard input is not a terminal")
            // Standard error reaches the terminal still.
            try await expectRefusal(
                ["sh", "-c", "\(quoted) > '/dev/null'"], says: "standard output is not a terminal")
            try await expectRefusal(
                ["sh", "-c", "echo | \(quoted) 2>&1 | cat; exit 3"], status: 3, says: "is not a terminal")
        }

        @Test func aTerminalThatCannotShowAScreenIsNamed() async throws {
            try await expectRefusal(
                [portal, "--demo"], environment: ["TERM": "dumb"], says: "“dumb”", "export TERM=xterm-256color")
            try await expectRefusal(["env", "-u", "TERM", portal, "--demo"], says: "TERM is not set", "export TERM=")
        }

        @Test func theLocaleCDrawsWithASCIIAlone() async throws {
            let story = try PortalStory()
            // tmux says of itself that it is UTF-8, which a terminal of ASCII does not.
            let plain = ["sh", "-c", "stty -iutf8; exec \"$0\" --demo", try portal]
            try await story.start(plain, environment: ["LC_ALL": "C"], terminal: "screen-256color")
            let screen = try await story.expect("datasets -")
            try await story.press("Enter")
            try await story.expect("Overview")
            let bytes = try await story.stream()
            #expect(bytes.allSatisfy { $0 < 0x80 }, "\(screen)")
            try await story.press("Escape")
            try await story.expectGone("Overview")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)
        }

        @Test func aLocaleThatDoesNotExistDoesNoHarm() async throws {
            let story = try PortalStory()
            try await story.start("--demo", environment: ["LC_ALL": "xx_YY.UTF-8", "LANG": "xx_YY.UTF-8"])
            try await story.expect("datasets ·")
            try await story.press("Enter")
            try await story.expect("Overview")
            try await story.press("Escape")
            try await story.expectGone("Overview")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)
        }
    }
}
