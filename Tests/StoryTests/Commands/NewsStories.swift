import Foundation
import Testing

extension Stories {
    /// What is new since last time, from a shell and a timer.
    @Suite struct News {
        private func day(_ story: CommandStory, _ ids: [String]) throws -> [String] {
            let lines = ids.map { id in
                """
                {"id":"\(id)","title":"Lung \(id)","description":"Lung","publisher":"P","themes":["Cancer"],\
                "keywords":["lung"],"accessRights":"restricted","created":"2024-01-01","modified":"2024-02-01",\
                "distributions":[]}
                """
            }
            return ["--demo", "--catalogue", try story.home.write(lines.joined(separator: "\n"), to: "day.jsonl")]
        }

        @Test(.needsJSONSchema)
        func newsOfASavedSearchAreToldUntilTheyAreSeen() async throws {
            let story = try CommandStory()
            let first = try day(story, ["a"])
            let nothing = try await story.bare(["news"] + first)
            #expect(nothing.status == 7)
            #expect(nothing.words.contains("Nothing is new"), "\(nothing.words)")
            let quiet = try await story.bare(["news", "--quiet"] + first)
            #expect(quiet.status == 7)
            #expect(quiet.output.isEmpty && quiet.words.isEmpty, "\(quiet.words)")
            #expect(try await story.bare(["searches", "save", "lung", "lung"] + first).status == 0)

            let second = try day(story, ["a", "b"])
            let told = try await story.bare(["news"] + second)
            #expect(told.status == 0, "\(told.words)")
            #expect(told.output == "Search “lung”: 1 new since today, 2 datasets in all.\n")
            let records = try await story.bare(["news", "--json"] + second)
            try await records.conforms(to: "news")
            #expect(try records.records().first?["new"] == .number(1))
            #expect(try await story.bare(["news", "--seen"] + second).status == 0)
            #expect(try await story.bare(["news"] + second).status == 7)

            // What cannot be asked is told with its status, and what is known of it all the same.
            let third = try day(story, ["a", "b", "c"])
            #expect(try await story.bare(["searches", "run", "--new", "--peek"] + third).status == 0)
            try FileManager.default.removeItem(atPath: story.home.path + "/day.jsonl")
            let away = try await story.bare(["news"] + third)
            #expect(away.status != 0 && away.status != 7)
            #expect(away.output.contains("1 new"), "\(away.output) \(away.words)")
        }
    }
}
