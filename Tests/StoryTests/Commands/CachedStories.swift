import Foundation
import Testing

extension Stories {
    /// Reading without the network.
    @Suite struct CachedCommands {
        @Test func whatWasAskedInAnotherLanguageIsBetterThanNothing() async throws {
            let story = try CommandStory()
            let german = ["LC_ALL": "de_DE.UTF-8"]
            let first = try await story.portal("search", "cancer", "--limit", "3")
            try await story.demo.stop()
            for way in [["--cached"], []] {
                let kept = try await story.portal(["search", "cancer", "--limit", "3"] + way, environment: german)
                #expect(kept.status == 0 && kept.lines.count == first.lines.count, "\(kept.words)")
                #expect(kept.words.contains("in einer anderen Sprache: Englisch"), "\(kept.words)")
            }
            let own = try await story.portal("search", "cancer", "--limit", "3", "--cached")
            #expect(own.output == first.output && !own.words.contains("another language"), "\(own.words)")
        }

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
            // Nothing listens there any more: what was kept answers, and what was not is a failure of the network.
            let instead = try await story.portal("show", id)
            #expect(instead.status == 0 && instead.output == before[1].output, "\(instead.words)")
            #expect(instead.words.contains("The portal could not be reached."), "\(instead.words)")
            #expect(instead.words.contains("kept on this machine"), "\(instead.words)")
            #expect(try await story.portal("show", "mimic-iv").status == 5)
            #expect(try await story.portal("request", "submit", number).status == 5, "what sends rests on the portal")
            #expect(try await story.portal("requests", "--since", "2d", "--exit-code").status == 5)
            let offline = try await story.portal("requests", "--offline", "--json")
            #expect(offline.status == 0, "\(offline.words)")
            try await offline.conforms(to: "requests")
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
            // Without a mirror, what was kept answers.
            let shelf = try await story.portal("search", "cancer", "--limit", "3", "--offline", "--json")
            #expect(shelf.status == 0 && shelf.lines.count == 3, "\(shelf.words)")
            try await shelf.conforms(to: "search")
            for odd in [["search", "cancer", "--cached", "--ephemeral"], ["show", id, "--cached", "--format", "ttl"]] {
                let run = try await story.portal(odd)
                #expect(run.status == 2, "\(odd): \(run.words)")
                #expect(run.words.contains("--cached"), "\(odd): \(run.words)")
            }
        }

        /// What nobody asked for before is in the mirror.
        @Test(.needsJSONSchema)
        func theMirrorAnswersWhereThePortalIsAwayAndNothingWasKept() async throws {
            let story = try CommandStory()
            #expect(try await story.portal("mirror", "sync", "--records", "200").status == 0)
            try await story.demo.stop()
            let found = try await story.portal("search", "metabolome", "--limit", "2", "--json")
            #expect(found.status == 0, "\(found.words)")
            #expect(found.words.contains("The portal could not be reached."), "\(found.words)")
            try await found.conforms(to: "search")
            #expect(try found.records().allSatisfy { $0["age"] != nil })
            let id = try #require(try found.records().first?["id"]?.text)
            let shown = try await story.portal("show", id, "--json")
            #expect(shown.status == 0, "\(shown.words)")
            try await shown.conforms(to: "show")
            let facet = try await story.portal("search", "metabolome", "--facet", "theme=Genomics")
            #expect(facet.status == 5, "a mirror takes lines: \(facet.words)")
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
