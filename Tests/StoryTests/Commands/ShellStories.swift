import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Commands among other programs: exit statuses, pipes, full disks, no terminal.
    @Suite struct Shell {
        @Test func theExitStatusTellsWhatWentWrong() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let nowhere = ["--discovery", "http://127.0.0.1:9/discovery"]
            // 1: something failed that has no number of its own.
            #expect(try await story.bare(["search"], environment: ["PORTAL_CA_FILE": "/nowhere.pem"]).status == 2)
            #expect(
                try await story.portal("search", environment: ["PORTAL_CA_FILE": "/nowhere.pem"]).status == 1)
            // 2: the command line.
            for arguments in [
                ["nonsense"], ["search", "--nonsense"], ["search", "--limit", "0"], ["search", "--limit", "x"],
                ["search", "--sort", "loud"], ["search", "--facet", "theme"], ["show"],
                ["frequency", "x", "--assembly", "GRCh37"], ["frequency", "3-45864731-T-C", "--assembly", "GRCh1"],
                ["request", "invite", "1", "--name", "x"], ["search", "--log-level", "loud"],
                ["login", "--token", "x"],
                ["login", "--device", "--loopback"],
            ] {
                let run = try await story.portal(arguments)
                #expect(run.status == 2, "\(arguments): \(run.words)")
                #expect(run.output.isEmpty, "\(arguments)")
                #expect(!run.words.isEmpty, "\(arguments)")
            }
            #expect(try await story.bare(["search"]).status == 2, "no portal is configured")
            #expect(try await story.bare(["search", "--discovery", "http://portal.example"]).status == 2)
            #expect(try await story.bare(["search", "--profile", "nowhere"]).status == 2)
            // 3: not found.
            for arguments in [
                ["show", "nothing"], ["filters", "nothing"], ["request", "show", "4711"], ["basket", "remove", id],
                ["request", "submit", "4711"],
            ] {
                #expect(try await story.portal(arguments).status == 3, "\(arguments)")
            }
            #expect(try await story.portal("request", "delete", "4711", "--yes").status == 0, "gone is deleted")
            // 4: who is asking.
            #expect(try await story.portal("requests", signedIn: false).status == 4)
            #expect(try await story.portal("auth", "status", signedIn: false).status == 4)
            #expect(try await story.portal("requests", environment: ["PORTAL_TOKEN": "of-nobody"]).status == 4)
            // 5: the network or the service.
            for arguments in [["search"], ["health"], ["show", id], ["basket", "add", id]] {
                let run = try await story.bare(arguments + nowhere)
                #expect(run.status == 5, "\(arguments): \(run.words)")
            }
            try await story.demo.misbehave(#"[{"call":"GET /discovery/api/v1/datasets/*","fault":"bad-gateway"}]"#)
            #expect(try await story.portal("show", id).status == 5)
            // 6: a request that is not right.
            let address = ["--email", "nobody"]
            #expect(try await story.portal(["request", "invite", "1", "--name", "x"] + address).status == 6)
        }

        @Test func stoppingACommandIsAnEndOfItsOwn() async throws {
            let story = try CommandStory()
            try await story.demo.misbehave(#"[{"call":"GET /discovery/health","fault":"delay","seconds":60}]"#)
            let command = try RunningCommand(
                [
                    "health", "--discovery", "http://portal.invalid/discovery", "--access",
                    story.demo.listening.discovery,
                ]
                    + ["--insecure-http"],
                environment: story.home.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 })
            _ = try await command.waitFor(/unencrypted/)
            command.interrupt()
            #expect(await command.exitStatus() == 130)
        }

        @Test func aServiceThatDoesNotAnswerIsUnreachableAfterFiveSeconds() async throws {
            let story = try CommandStory()
            try await story.demo.misbehave(#"[{"call":"GET /daam/health","fault":"delay","seconds":60}]"#)
            let run = try await story.portal("health", "--json")
            #expect(run.status == 5)
            let services = try run.records()[0]["services"]?.list ?? []
            #expect(services.map { $0["state"].text } == ["healthy", "unreachable"])
            #expect(services.last?["detail"].text?.contains("5 s") == true)
            try await story.demo.misbehave(#"[{"call":"GET /daam/health","fault":"unavailable"}]"#)
            let ill = try await story.portal("health")
            #expect(ill.status == 5)
            #expect(ill.output.contains("unhealthy"))
        }

        @Test func aPipeThatIsClosedEndsTheCommandQuietly() async throws {
            let story = try CommandStory()
            let run = try await story.shell(
                "set -o pipefail; portal search --all --json | head -n 1; portal search --all | head -n 1; "
                    + "portal config show | true; portal filters keyword --json | head -n 1")
            #expect(run.status == 0, "\(run.words)")
            #expect(run.lines.count == 3)
            #expect(!run.words.contains("portal:"))
            let health = try await story.shell(
                "set -o pipefail; portal health --issuer http://127.0.0.1:9 --client-id x | true")
            #expect(health.status == 5, "a closed pipe is no good health")
        }

        @Test func aFullDiskIsSaid() async throws {
            let story = try CommandStory()
            for command in ["search --json", "search", "config show", "request template --dataset ddd"] {
                let run = try await story.shell("portal \(command) > /dev/full")
                #expect(run.status == 1, "\(command)")
                #expect(run.words.contains("No space left on device"), "\(command): \(run.words)")
            }
        }

        @Test func resultsAndWordsHavePlacesOfTheirOwn() async throws {
            let story = try CommandStory()
            let run = try await story.shell("portal search cancer --limit 2 --json 2> /dev/null")
            #expect(run.lines.count == 2)
            #expect(try run.records().count == 2)
            let nothing = try await story.portal("search", "zzzznothing", "--json")
            #expect(nothing.status == 0)
            #expect(nothing.output.isEmpty)
            #expect(nothing.words.contains("No dataset was found."))
            let failed = try await story.portal("show", "nothing", "--json")
            #expect(failed.output.isEmpty)
            #expect(failed.words.contains("Request id:"))
        }

        @Test func nobodyIsAskedWhereThereIsNoTerminal() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let made = try await story.portal("request", "new", "--dataset", id, "--json")
            let number = try #require(try made.records()[0]["id"]?.text)
            let refused = try await story.portal(["request", "delete", number], input: "delete\n")
            #expect(refused.status == 2)
            #expect(refused.words.contains("--yes"))
            #expect(try await story.portal("request", "show", number).status == 0)
            let screen = try await story.portal([])
            #expect(screen.status == 1)
            #expect(screen.words.contains("portal search"))
        }

        @Test func somebodyAtATerminalIsAsked() async throws {
            let commands = try CommandStory()
            let id = try await commands.dataset()
            let made = try await commands.portal("request", "new", "--dataset", id, "--json")
            let number = try #require(try made.records()[0]["id"]?.text)
            let listening = commands.demo.listening
            let places = ["--discovery", listening.discovery, "--access", listening.access]
            let story = PortalStory(home: commands.home)
            for (answer, words) in [("no", "Nothing was deleted."), ("delete", "is deleted.")] {
                try await story.start(
                    [ProgramUnderTest.portal(), "request", "delete", number] + places,
                    environment: ["PORTAL_TOKEN": listening.token])
                try await story.expect("Type delete")
                try await story.type(answer)
                try await story.press("Enter")
                try await story.expect(words)
                await story.end()
            }
            #expect(try await commands.portal("request", "show", number).status == 3)
        }
    }
}
