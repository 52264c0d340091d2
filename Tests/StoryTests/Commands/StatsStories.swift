import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// What the program counts of itself.
    @Suite struct Stats {
        @Test(.needsJSONSchema) func whatCommandsDidIsCountedAndSaysNothingOfWhat() async throws {
            let story = try CommandStory()
            let none = try await story.bare(["stats"])
            #expect(none.status == 0)
            #expect(none.words.contains("Nothing was counted yet."))
            for _ in 0..<2 {
                let found = try await story.portal("search", "developmental disorders", "--json")
                #expect(found.status == 0)
            }
            let missing = try await story.portal("show", "no-such-dataset")
            #expect(missing.status == 3)

            let day = try #require(try await story.bare(["stats", "--json"]).records().first)
            #expect(Self.number("answered", of: day) >= 2)
            #expect(Self.number("failed", of: day) >= 1)
            let text = try await story.bare(["stats", "--json"]).output
            let schema = try await JSONSchema.validate(text, as: "stats")
            #expect(schema.status == 0, "\(schema.words)")
            #expect(try await story.bare(["stats"]).output.contains("CALLS"))

            let file = story.home.path + "/state/portal/usage.jsonl"
            let kept = try String(contentsOfFile: file, encoding: .utf8)
            for word in ["developmental", "no-such", "127.0.0.1", "http", "ada", "demo"] {
                #expect(!kept.contains(word), "\(word)")
            }
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }

        private static func number(_ name: String, of day: [String: JSONFragment]) -> Double {
            if case .number(let number) = day[name] { number } else { -1 }
        }

        @Test func aReaderThatNobodyHereWroteTakesTheMetrics() async throws {
            guard try await OpenMetricsReader.isThere() else { return }
            let story = try CommandStory()
            // Nothing counted is a page too.
            let empty = try await OpenMetricsReader.read(try await story.bare(["stats", "--openmetrics"]).output)
            #expect(empty.status == 0, "\(empty.words)")
            _ = try await story.portal("search", "cancer", "--json")
            let read = try await OpenMetricsReader.read(try await story.bare(["stats", "--openmetrics"]).output)
            #expect(read.status == 0, "\(read.words)")
            #expect(read.output.contains("portal_calls_total outcome=answered 1"))
            #expect(read.output.contains("portal_call_duration_seconds_count 1"))
        }

        @Test func whoTurnsItOffIsNotCountedAndTheScreenCountsItsFrames() async throws {
            let story = try CommandStory()
            _ = try story.home.write("stats: off\n", to: "config/portal/config.yaml")
            _ = try await story.portal("search", "cancer", "--json")
            let file = story.home.path + "/state/portal/usage.jsonl"
            #expect(!FileManager.default.fileExists(atPath: file))
            #expect(try await story.bare(["stats"]).words.contains("stats: off"))

            _ = try story.home.write("stats: true\n", to: "config/portal/config.yaml")
            let screen = PortalStory(home: story.home)
            try await screen.start("--demo")
            try await screen.expectResults()
            #expect(!FileManager.default.fileExists(atPath: file))
            try await screen.quits()
            let day = try #require(try await story.bare(["stats", "--json"]).records().first)
            #expect(Self.number("frames", of: day) > 0)
            #expect(Self.number("answered", of: day) > 0)
        }
    }
}

/// Python's `prometheus_client`, from the contracts' tools.
private enum OpenMetricsReader {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let python = root + "/.build/contracts-venv/bin/python"

    static func isThere() async throws -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return try await run(["-c", "import prometheus_client"], "").status == 0
    }

    static func read(_ text: String) async throws -> CommandRun {
        try await run([root + "/scripts/read-openmetrics.py"], text)
    }

    private static func run(_ arguments: [String], _ input: String) async throws -> CommandRun {
        try await CommandRun.run(
            python, arguments, environment: ProcessInfo.processInfo.environment, input: input)
    }
}
