import Foundation
import Testing

extension Stories {
    /// Reading without the network.
    @Suite struct CachedCommands {
        @Test(.needsJSONSchema)
        func whatWasReadIsReadAgainWithoutThePortal() async throws {
            let story = try CommandStory()
            let id = "gnomad-v4"
            let made = try await story.portal("request", "new", "--dataset", id, "--json")
            let number = try #require(try made.records()[0]["id"]?.text)
            try await isGranted(story)
            let commands = [
                ["search", "cancer", "--limit", "3"], ["show", id], ["filters"], ["filters", "theme"], ["requests"],
                ["request", "show", number], ["entitlements"], ["search", "--facet", "theme=Population genomics"],
                ["search", "--series", "The Cancer Genome Atlas (dataset series)"], ["search", "--series", "tcga"],
            ]
            let nothing = try await story.portal(
                "show", id, "--cached", environment: ["XDG_CACHE_HOME": story.home.path + "/x"])
            #expect(nothing.status == 3)
            #expect(nothing.words.contains("Nothing of this is kept on this machine"), "\(nothing.words)")
            #expect(nothing.words.contains("without --cached"), "\(nothing.words)")
            var before: [CommandRun] = []
            for command in commands { before.append(try await story.portal(command)) }
            try await story.demo.stop()
            #expect(try await story.portal("show", id).status == 5, "Nothing listens there any more.")
            for (command, run) in zip(commands, before) {
                #expect(run.status == 0, "\(command): \(run.words)")
                let again = try await story.portal(command + ["--cached"])
                #expect(again.status == 0, "\(command): \(again.words)")
                #expect(again.output == run.output)
                #expect(again.words.contains("the portal was not asked"), "\(command): \(again.words)")
                let records = try await story.portal(command + ["--cached", "--json"]).records()
                #expect(!records.isEmpty && records.allSatisfy { $0["age"] != nil }, "\(command): \(records)")
            }
            for (command, schema) in [
                (0, "search"), (1, "show"), (2, "filters"), (3, "filter-values"), (4, "requests"), (5, "request"),
                (6, "entitlements"),
            ] {
                try await story.portal(commands[command] + ["--cached", "--json"]).conforms(to: schema)
            }
            let more = try await story.portal("search", "cancer", "--limit", "9", "--cached")
            #expect(more.lines.count == 4)
            #expect(more.words.contains("not kept on this machine"), "\(more.words)")
            #expect(try await story.portal("search", "nothing of the kind", "--cached").status == 3)
            // What was answered to somebody is nobody else's.
            #expect(try await story.portal(["requests", "--cached"], signedIn: false).status == 3)
            for odd in [["search", "cancer", "--cached", "--ephemeral"], ["show", id, "--cached", "--format", "ttl"]] {
                let run = try await story.portal(odd)
                #expect(run.status == 2, "\(odd): \(run.words)")
                #expect(run.words.contains("--cached"), "\(odd): \(run.words)")
            }
        }

        /// A request that the committee approves at once: what there is access to is no empty list.
        private func isGranted(_ story: CommandStory) async throws {
            let sent = try await story.portal(
                "request", "new", "--dataset", try await story.dataset(), "--answers", try story.answers(),
                "--accept-licences", "--submit")
            #expect(sent.status == 0, "\(sent.words)")
            #expect(try await story.portal("entitlements", "--json").records().count == 1)
        }
    }
}
