import Foundation
import Testing

extension Stories {
    /// Requests that are followed by a job.
    @Suite struct Watching {
        @Test(.needsJSONSchema)
        func aJobWaitsForTheFirstChangeAndIsToldByTheStatus() async throws {
            let story = try CommandStory()
            let file = story.home.path + "/changes.jsonl"
            let watcher = try story.start(
                "requests", "--watch", "--interval", "30", "--exit-code", "--json", results: file)
            _ = try await watcher.waitFor(#/Watching 0 requests/#)
            let id = try await story.dataset()
            let made = try await story.portal("request", "new", "--dataset", id, "--answers", try story.answers())
            #expect(made.status == 0, "\(made.words)")
            #expect(await watcher.exitStatus() == 8)
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 1)
            #expect(try await JSONSchema.validate(String(lines[0]), as: "requests-watch").status == 0)
            #expect(lines.first?.contains(#""change":"appeared""#) == true)

            // The same by a list, for a job that runs now and then.
            let since = try await story.portal("requests", "--since", "1h", "--exit-code", "--json")
            #expect(since.status == 8)
            #expect(try since.records().count == 1)
            let none = try await story.portal("requests", "--since", "0m", "--exit-code", "--json")
            #expect(none.status == 0)
            #expect(none.output.isEmpty)
            #expect(try await story.portal("requests", "--state", "approved", "--json").output.isEmpty)
            let other = try await story.portal("requests", "--state", "draft", "--query", "no such words", "--json")
            #expect(other.output.isEmpty)
            #expect(try await story.portal("requests", "--state", "draft", "--json").lines.count == 1)
        }

        @Test func itEndsWithItsReaderAndBeginsWithoutNone() async throws {
            let story = try CommandStory()
            let watch = "export -f portal; (timeout 120 bash -c 'portal requests --watch'"
            let gone = try await story.shell(
                "\(watch); echo \"ended with $?\" >&2) | (sleep 1)")
            #expect(gone.words.contains("ended with 0"), "\(gone.words)")
            let closed = try await story.shell("\(watch)) >&-")
            #expect(closed.status == 1 && !closed.words.contains("Watching"), "\(closed.words)")
        }

        @Test func whatIsWrongWithTheCommandIsSaidBeforeAnythingIsAsked() async throws {
            let story = try CommandStory()
            for wrong in [
                ["--watch", "--cached"], ["--interval", "60"], ["--watch", "--interval", "5"], ["--exit-code"],
                ["--since", "yesterday"],
            ] {
                let run = try await story.portal(["requests"] + wrong)
                #expect(run.status == 2, "\(wrong): \(run.words)")
            }
        }
    }
}
