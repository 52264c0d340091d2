import Foundation
import Testing

extension Stories {
    /// Searches that are kept under a name, from a shell and a timer.
    @Suite struct SavedSearches {
        /// The portal's catalogue as it is on one day.
        private func day(_ story: CommandStory, _ datasets: (String, String)...) throws -> [String] {
            let lines = datasets.map { id, changed in
                """
                {"id":"\(id)","title":"Lung \(id)","description":"Lung","publisher":"P","themes":["Cancer"],\
                "keywords":["lung"],"accessRights":"restricted","created":"2024-01-01","modified":"\(changed)",\
                "distributions":[]}
                """
            }
            return ["--demo", "--catalogue", try story.home.write(lines.joined(separator: "\n"), to: "day.jsonl")]
        }

        @Test func aDatasetThatCameBetweenTwoRunsIsToldOnce() async throws {
            let story = try CommandStory()
            let first = try day(story, ("a", "2024-02-01"), ("b", "2024-02-01"), ("c", "2024-02-01"))
            let saved = try await story.bare(["searches", "save", "lung", "lung access:restricted", "--json"] + first)
            #expect(saved.status == 0, "\(saved.words)")
            #expect(try saved.records().first?["datasets"] == .number(3))
            let quiet = try await story.bare(["searches", "run", "lung", "--new"] + first)
            #expect(quiet.status == 7)
            #expect(quiet.output.isEmpty && quiet.words.isEmpty, "a timer sends no mail of it: \(quiet.words)")

            // As many as before: one has gone, one has come, and one was changed.
            let second = try day(story, ("a", "2024-02-01"), ("b", "2026-03-04"), ("d", "2026-03-01"))
            let peeked = try await story.bare(["searches", "run", "--new", "--peek", "--json"] + second)
            #expect(peeked.status == 0, "\(peeked.words)")
            let listed = try await story.bare(["searches", "--json"] + second).records()
            #expect(listed.first?["new"] == .number(1))
            #expect(listed.first?["changed"] == .number(1))
            #expect(listed.first?["gone"] == .number(1))
            let run = try await story.bare(["searches", "run", "--new", "--quiet", "--json"] + second)
            #expect(run.output == peeked.output, "nothing was marked as seen")
            #expect(try run.records().map { $0["news"]?.text } == ["changed", "new"], "the newest first")
            #expect(try run.records().map { $0["id"]?.text } == ["b", "d"])
            #expect(run.words.contains("1 new, 1 changed, 1 gone since today"), "\(run.words)")
            #expect(!run.output.contains("\u{1B}") && !run.words.contains("\u{1B}"))
            #expect(try await story.bare(["searches", "run", "--new"] + second).status == 7)
            #expect(
                try await story.bare(["searches", "run", "lung"] + second).lines.count == 4, "all of it, and the titles"
            )

            // What had gone comes back: it was seen.
            let third = try day(
                story, ("a", "2024-02-01"), ("b", "2026-03-04"), ("c", "2024-02-01"), ("d", "2026-03-01"))
            #expect(try await story.bare(["searches", "run", "--new"] + third).status == 7)
        }

        @Test func whatNobodyAnswersOrReadsIsNotSeen() async throws {
            let story = try CommandStory()
            let first = try day(story, ("a", "2024-02-01"))
            #expect(try await story.bare(["searches", "save", "lung", "lung"] + first).status == 0)
            let second = try day(story, ("a", "2024-02-01"), ("b", "2024-02-01"))
            try FileManager.default.removeItem(atPath: story.home.path + "/day.jsonl")
            let failed = try await story.bare(["searches", "run", "--new"] + second)
            #expect(failed.status != 0 && failed.status != 7, "\(failed.words)")
            #expect(!failed.words.isEmpty)
            _ = try day(story, ("a", "2024-02-01"), ("b", "2024-02-01"))
            let words = (["searches", "run", "--new"] + second).joined(separator: " ")
            let unread = try await story.shell("portal \(words) > /dev/full")
            #expect(unread.status == 1, "\(unread.words)")
            let offline = try await story.bare(["searches", "run", "--offline"] + second)
            #expect(offline.status == 3, "\(offline.words)")
            let run = try await story.bare(["searches", "run", "--new"] + second)
            #expect(run.status == 0)
            #expect(run.output.contains("Lung b"), "\(run.output)")

            // The mirror answers too, once it is there.
            let third = try day(story, ("a", "2024-02-01"), ("b", "2024-02-01"), ("c", "2024-02-01"))
            #expect(try await story.bare(["mirror", "sync"] + third).status == 0)
            let mirrored = try await story.bare(["searches", "run", "--new", "--offline"] + third)
            #expect(mirrored.status == 0, "\(mirrored.words)")
            #expect(mirrored.output.contains("Lung c") && !mirrored.output.contains("Lung b"), "\(mirrored.output)")
            #expect(try await story.bare(["searches", "run", "--new"] + third).status == 7)
        }

        @Test func searchesAreListedRenamedAndDeleted() async throws {
            let story = try CommandStory()
            #expect(try await story.portal("searches", "save", "a b", "theme:Cancer sort:title").status == 0)
            let again = try await story.portal("searches", "save", "a b", "lung")
            #expect(again.status == 1)
            #expect(again.words.contains("--replace"))
            #expect(try await story.portal("searches", "save", "a b", "lung", "--replace").status == 0)
            #expect(try await story.portal("searches").output.contains("lung"))
            #expect(try await story.portal("searches", "rename", "a b", "c").status == 0)
            let unknown = try await story.portal("searches", "run", "d")
            #expect(unknown.status == 3)
            #expect(unknown.words.contains("portal searches"))
            let wrong = try await story.portal("searches", "save", "x", "acess:public")
            #expect(wrong.status == 2)
            #expect(wrong.words.contains("^~~~~"))
            let seen = try await story.portal("searches", "seen")
            #expect(seen.words.contains("c: nothing was new."), "\(seen.words)")
            #expect(try await story.portal("searches", "delete", "c").status == 0)
            #expect(try await story.portal("searches", "--json").output.isEmpty)
            let nowhere = try await story.portal("searches", "list", "--ephemeral")
            #expect(nowhere.status == 2)
        }
    }
}
