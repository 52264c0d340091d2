import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// The same command run again: a request is submitted once, whatever became of the first run.
    @Suite struct Once {
        private func command(_ story: CommandStory, title: String = "Rare variants in childhood") async throws
            -> [String]
        {
            [
                "request", "new", "--dataset", try await story.dataset(), "--answers", try story.answers(title: title),
                "--accept-licences", "--submit", "--json",
            ]
        }

        private func requests(_ story: CommandStory) async throws -> [[String: JSONFragment]] {
            try await story.portal("requests", "--json").records()
        }

        /// The first run's output goes nowhere; the second says that it is done.
        @Test(arguments: ["> /dev/full", ">&-", "> /dev/full 2>&1", "2> /dev/full | true", "| true"])
        func outputThatCannotBeWrittenIsNoReasonForASecondRequest(redirection: String) async throws {
            let story = try CommandStory()
            let line = try await command(story).map { "'\($0)'" }.joined(separator: " ")
            let first = try await story.shell("portal \(line) \(redirection)")
            if redirection == "> /dev/full" {
                #expect(first.status == 1)
                #expect(first.words.contains("The request is submitted as "), "\(first.words)")
                #expect(!first.words.contains("then ask again"))
            }
            let second = try await story.shell("portal \(line)")
            #expect(second.status == 0, "\(second.words)")
            #expect(second.words.contains("submitted already") || !first.words.contains("submitted"))
            let all = try await requests(story)
            #expect(all.count == 1, "\(redirection): \(all)")
            #expect(try second.records().first?["id"] == all.first?["id"])
            #expect(try second.records().first?["outcome"] == .text("submitted"))
        }

        @Test func severalAtOnceMakeOne() async throws {
            for _ in 0..<3 {
                let story = try CommandStory()
                let line = try await command(story).map { "'\($0)'" }.joined(separator: " ")
                let run = try await story.shell(
                    "for n in 1 2 3; do portal \(line) > out$n 2> err$n & pids=\"$pids $!\"; done; "
                        + "for pid in $pids; do wait $pid; echo $?; done; cat out1 out2 out3; cat err1 err2 err3 >&2")
                #expect(Array(run.lines.prefix(3)) == ["0", "0", "0"], "\(run.words)")
                #expect(try await requests(story).count == 1)
                #expect(Set(run.lines.dropFirst(3)).count == 1, "all say the same: \(run.output)")
            }
        }

        /// Each would make the file of the drafts.
        @Test func severalThatStartForTheFirstTimeAtOnceOpenTheDrafts() async throws {
            let story = try CommandStory()
            let run = try await story.shell(
                "for round in $(seq 20); do export XDG_DATA_HOME=\"$PWD/first-$round\"; pids=; "
                    + "for n in 1 2 3 4 5 6; do portal basket list > /dev/null & pids=\"$pids $!\"; done; "
                    + "for pid in $pids; do wait $pid || echo failed; done; done")
            #expect(run.lines.isEmpty, "\(run.words)")
        }

        @Test func severalSubmissionsAtOnceMakeOne() async throws {
            let story = try CommandStory()
            let made = try await story.portal(try await command(story).filter { $0 != "--submit" })
            let id = try #require(try made.records().first?["id"]?.text)
            #expect(try await story.portal("request", "accept", id).status == 0)
            let run = try await story.shell(
                "for n in 1 2 3; do portal request submit \(id) & pids=\"$pids $!\"; done; "
                    + "for pid in $pids; do wait $pid || echo failed; done")
            #expect(run.lines == [id, id, id], "\(run.words)")
        }

        @Test func anotherHomeAsksThePortal() async throws {
            let story = try CommandStory()
            let command = try await command(story)
            let first = try await story.portal(command)
            #expect(first.status == 0, "\(first.words)")
            let elsewhere = ["XDG_DATA_HOME": story.home.path + "/elsewhere"]
            let second = try await story.portal(command, environment: elsewhere)
            #expect(second.status == 0, "\(second.words)")
            #expect(second.output == first.output)
            #expect(second.words.contains("--another makes a second one"))
            let third = try await story.portal(command, environment: elsewhere)
            #expect(third.output == first.output)
            #expect(try await requests(story).count == 1)
        }

        @Test func otherAnswersAreToldAndAnotherIsMadeOnPurposeOnly() async throws {
            let story = try CommandStory()
            let first = try await story.portal(try await command(story))
            #expect(first.status == 0, "\(first.words)")
            let other = try await command(story, title: "Dreams")
            let refused = try await story.portal(other)
            #expect(refused.status == 1)
            #expect(refused.words.contains("with other answers"), "\(refused.words)")
            #expect(try await requests(story).count == 1)
            let another = try await story.portal(other + ["--another"])
            #expect(another.status == 0, "\(another.words)")
            #expect(try await requests(story).count == 2)
            #expect(try await story.portal(other).output == another.output)
        }

        @Test func whatWasRejectedIsAskedForAnew() async throws {
            let story = try CommandStory()
            let id = try await story.dataset("EGA test dataset")
            // This one asks how the data are kept, and not for an approval.
            let project = try String(contentsOfFile: try story.answers(), encoding: .utf8).prefix { $0 != "3" }
            let file = try story.home.write(
                """
                \(project.dropLast(1))"2":
                    environment: cloud
                    leaves-environment: "no"
                    safeguards: [encryption]
                    people: Ada Lovelace
                    deletion-date: 2030-01-31
                    security-contact: ada@institution.example
                """, to: "kept.yaml")
            let command = ["request", "new", "--dataset", id, "--answers", file, "--accept-licences", "--submit"]
            for count in 1...2 {
                let run = try await story.portal(command)
                #expect(run.status == 0, "\(run.words)")
                let all = try await requests(story)
                #expect(all.count == count)
                #expect(all.allSatisfy { $0["state"] == .text("rejected") }, "\(all)")
            }
        }

        /// A scheduler's kill, or `timeout`, in the milliseconds after the line that says it.
        @Test func killsAfterTheOutputLineDoubleNothing() async throws {
            var random = TortureSlice.random
            for round in 0..<10 {
                let story = try CommandStory()
                let line = try await command(story).map { "'\($0)'" }.joined(separator: " ")
                let pause = Double.random(in: 0...0.02, using: &random)
                let signal = round.isMultiple(of: 2) ? "KILL" : "TERM"
                _ = try await story.shell(
                    "coproc P { \(try ProgramUnderTest.portal()) \(line); }; pid=$P_PID; read -r said <&${P[0]}; "
                        + "sleep \(pause); kill -\(signal) $pid 2> /dev/null; wait $pid")
                let again = try await story.shell("portal \(line)")
                let seed: Comment = "round \(round), PORTAL_TORTURE_SEED=\(random.seed): \(again.words)"
                #expect(again.status == 0, seed)
                #expect(try await requests(story).count == 1, seed)
            }
        }

        /// `timeout` at any moment of the whole command.
        @Test func timeoutsDoubleNothing() async throws {
            var random = TortureSlice.random
            for round in 0..<8 {
                let story = try CommandStory()
                let line = try await command(story).map { "'\($0)'" }.joined(separator: " ")
                let limit = Double.random(in: 0.02...0.6, using: &random)
                let signal = round.isMultiple(of: 2) ? "KILL" : "TERM"
                _ = try await story.shell("timeout -s \(signal) \(limit) \(try ProgramUnderTest.portal()) \(line)")
                let again = try await story.shell("portal \(line)")
                let seed: Comment = "round \(round), PORTAL_TORTURE_SEED=\(random.seed): \(again.words)"
                #expect(again.status == 0, seed)
                #expect(try await requests(story).count == 1, seed)
            }
        }
    }

    /// What the portal refuses ends a command with its status and the portal's words.
    @Suite struct Refusals {
        @Test(arguments: [
            ("save-forms-and-duos", "invalid", Int32(6)), ("accept-terms", "invalid", 6), ("submit", "invalid", 6),
            ("submit", "conflict", 1), ("submit", "bad-gateway", 5), ("submit", "drop-before", 5),
        ])
        func aRefusalEndsWithItsStatusAndItsReason(call: String, fault: String, status: Int32) async throws {
            let story = try CommandStory()
            let command = [
                "request", "new", "--dataset", try await story.dataset(), "--answers", try story.answers(),
                "--accept-licences", "--submit", "--json",
            ]
            try await story.demo.misbehave(
                #"[{"call":"POST /daam/api/v1/applications/*/\#(call)","fault":"\#(fault)"}]"#)
            let run = try await story.portal(command)
            #expect(run.status == status, "\(run.words)")
            if fault == "invalid" {
                #expect(run.words.contains("The service refuses this by a rule of its own."), "\(run.words)")
                #expect(try run.records().first?["isComplete"] == .flag(false))
            }
            if fault == "conflict" { #expect(run.words.contains("not in a state that allows this"), "\(run.words)") }
            try await story.demo.misbehave("[]")
            let again = try await story.portal(command)
            #expect(again.status == 0, "\(again.words)")
            #expect(try await story.portal("requests", "--json").records().count == 1)
        }
    }
}
