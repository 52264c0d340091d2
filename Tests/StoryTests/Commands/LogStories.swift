import Foundation
import Testing

extension Stories {
    /// What the log tells, and what it never does. Every other story's logs are looked through when it ends.
    @Suite struct Logs {
        /// Calls that fail in several ways, with secrets in what is sent and asked for.
        private func fail(_ story: CommandStory, _ options: [String]) async throws {
            let id = try await story.dataset()
            let answers = try story.answers(title: "planted-answer-4711", email: "planted@person.example")
            try await story.demo.misbehave(
                #"""
                [{"call":"POST /daam/api/v1/applications/*/submit","fault":"unavailable","times":1},
                 {"call":"GET /daam/api/v1/entitlements","fault":"html"}]
                """#)
            try await story.portal(
                ["request", "new", "--dataset", id, "--answers", answers, "--accept-licences", "--submit"] + options)
            try await story.portal(["entitlements"] + options)
            try await story.portal(["requests"] + options, environment: ["PORTAL_TOKEN": "planted-token-0815"])
            story.home.plant("planted words")
            try await story.portal(["search", "planted words"] + options)
            try await story.portal(["show", "planted-dataset"] + options)
            story.home.plant("planted-dataset")
            try await story.portal(
                ["request", "invite", "4711", "--name", "planted-name", "--email", "planted@friend.example"] + options)
            story.home.plant("planted-name")
        }

        @Test(arguments: ["info", "debug", "trace"], ["text", "json"])
        func failedCallsAreToldOfWithoutSecrets(level: String, format: String) async throws {
            let story = try CommandStory()
            try await fail(story, ["--log-level", level, "--log-format", format])
            #expect(story.home.leaks.isEmpty)
            let text = try String(contentsOfFile: story.home.state + "/portal/portal.log", encoding: .utf8)
            let failures = text.split(separator: "\n").filter { $0.contains("call failed") }
            #expect(failures.count >= 5, "\(text)")
            for line in failures {
                if format == "json" {
                    let record = try JSONDecoder().decode([String: JSONFragment].self, from: Data(line.utf8))
                    for name in ["time", "level", "operation", "kind"] { #expect(record[name]?.text?.isEmpty == false) }
                    #expect(record["request-id"]?.text?.count == 36)
                    #expect(record["duration-ms"]?.text.flatMap { Int($0) } != nil)
                    #expect(record["status"]?.text?.isEmpty == false)
                } else {
                    #expect(line.contains(/duration-ms=\d+/), "\(line)")
                    #expect(line.contains(/request-id=[0-9a-f-]{36}/), "\(line)")
                    #expect(line.contains(/status=(\d{3}|none)/), "\(line)")
                }
            }
            let mode = try FileManager.default.attributesOfItem(atPath: story.home.state + "/portal/portal.log")
            #expect(mode[.posixPermissions] as? Int == 0o600)
        }

        @Test func nothingIsLoggedAboveTheLevelAndNothingOnTheTerminal() async throws {
            let story = try CommandStory()
            let run = try await story.portal("show", "nothing", "--log-level", "critical")
            #expect(run.words.split(separator: "\n").count == 1)
            let log = story.home.state + "/portal/portal.log"
            #expect(try String(contentsOfFile: log, encoding: .utf8).isEmpty)
            let loud = try await story.portal("show", "nothing", "--log-level", "trace")
            #expect(!loud.words.contains("duration-ms"))
            #expect(!loud.output.contains("duration-ms"))
        }

        @Test func twoProgramsAtOnceLoseNoLine() async throws {
            let story = try CommandStory()
            _ = try story.home.write("log: {largest_file: 1000, kept_files: 200}", to: "config/portal/config.yaml")
            let calls = 12
            let line = "for i in $(seq \(calls)); do portal show nothing 2>> words & done; wait"
            let run = try await story.shell(line)
            #expect(run.status == 0)
            let said = try String(contentsOfFile: story.home.path + "/words", encoding: .utf8)
            let named = Set(said.matches(of: /Request id: ([0-9a-f-]{36})/).map { String($0.1) })
            #expect(named.count == calls)
            let logs = LogInspection.logs(below: story.home.state)
            #expect(logs.count > 1)
            let text = try logs.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
            for id in named { #expect(text.contains(id), "\(id) is in no file") }
            for line in text.split(separator: "\n") {
                #expect(line.contains(#/^\d{4}-\d\d-\d\dT\S+Z [a-z]+ /#), "\(line)")
            }
        }

        @Test func theInspectionFindsWhatIsPlanted() throws {
            let home = try StoryHome()
            let text = """
                2026 info call secret=planted-0815
                2026 info mail to somebody@example.org
                2026 info token eyJhbGciOiJSUzI1NiJ9 Bearer abcdefgh
                """
            _ = try home.write(text, to: "state/portal/portal.log.2")
            let leaks = LogInspection.leaks(of: ["planted-0815"], below: home.state)
            #expect(leaks.count == 4, "\(leaks)")
            try FileManager.default.removeItem(atPath: home.state)
        }
    }
}
