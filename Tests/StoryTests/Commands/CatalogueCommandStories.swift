import Foundation
import Testing

extension Stories {
    /// Finding datasets from a shell.
    @Suite struct CatalogueCommands {
        @Test(.needsJSONSchema)
        func whatCommandsPrintAboutTheCatalogueIsWhatTheSchemasSay() async throws {
            let story = try CommandStory()
            let search = try await story.portal("search", "cancer", "--limit", "30", "--json")
            try await search.conforms(to: "search")
            #expect(search.status == 0)
            #expect(search.lines.count == 30)
            #expect(search.words.contains("30 of "))
            let id = try #require(try search.records()[0]["id"]?.text)
            try await story.portal("show", id, "--json").conforms(to: "show")
            try await story.portal("filters", "--json").conforms(to: "filters")
            let key = try #require(
                try await story.portal("filters", "--json").records().first { $0["kind"] == .text("DROPDOWN") }?["key"]?
                    .text)
            try await story.portal("filters", key, "--json").conforms(to: "filter-values")
            let frequency = try await story.portal(
                "frequency", "3-45864731-T-C", "--assembly", "GRCh37", "--json")
            try await frequency.conforms(to: "frequency")
            try await story.portal("health", "--json").conforms(to: "health")
            try await story.portal("config", "show", "--json").conforms(to: "config")
            try await story.portal("doctor", "--json").conforms(to: "doctor")
            try await story.portal("auth", "status", "--json").conforms(to: "auth-status")
            try await story.portal("basket", "add", id, "--json").conforms(to: "basket")
        }

        @Test func allPagesOfASearchComeOnce() async throws {
            let story = try CommandStory()
            let all = try await story.portal("search", "--all", "--json")
            let ids = try all.records().compactMap { $0["id"]?.text }
            #expect(ids.count > 200)
            #expect(Set(ids).count == ids.count)
            let part = try await story.portal("search", "--offset", "3", "--limit", "2", "--json")
            #expect(try part.records().compactMap { $0["id"]?.text } == Array(ids[3..<5]))
        }

        @Test func aFacetNarrowsASearchByAValueOrItsLabel() async throws {
            let story = try CommandStory()
            let filters = try await story.portal("filters", "--json").records()
            let key = try #require(filters.first { $0["kind"] == .text("DROPDOWN") }?["key"]?.text)
            let values = try await story.portal("filters", key, "--json").records()
            let (value, label) = (try #require(values[0]["value"]?.text), try #require(values[0]["label"]?.text))
            let byValue = try await story.portal("search", "--facet", "\(key)=\(value)", "--all", "--json")
            let byLabel = try await story.portal("search", "--facet", "\(key)=\(label)", "--all", "--json")
            #expect(!byValue.lines.isEmpty)
            #expect(byValue.output == byLabel.output)
            let unknown = try await story.portal("search", "--facet", "nowhere=1")
            #expect(unknown.status == 2)
            #expect(unknown.words.contains(key))
        }

        @Test func aDatasetIsShownForPeopleAndInTheCataloguesForms() async throws {
            let story = try CommandStory()
            let id = try await story.dataset()
            let people = try await story.portal("show", id)
            #expect(people.output.contains("id: \(id)"))
            let turtle = try await story.portal("show", id, "--format", "ttl")
            #expect(turtle.output.contains("dcat"))
            let missing = try await story.portal("show", "no-such-dataset")
            #expect(missing.status == 3)
            #expect(missing.output.isEmpty)
            #expect(missing.words.contains("Request id:"))
        }

        @Test func hostileTextReachesNobodysTerminal() async throws {
            let catalogue = try StoryHome()
            let title = #"Evil \u001b]0;owned\u0007 \u009b31m \u202e gnp \u200b\nnext"#
            let file = try catalogue.write(
                #"{"id":"evil","identifier":"EGAD9","title":"\#(title)","url":"https://example.org/\u001b[2J"}"# + "\n",
                to: "evil.jsonl")
            let story = try CommandStory("--catalogue", file)
            for arguments in [["search"], ["search", "--json"], ["show", "evil"], ["show", "evil", "--json"]] {
                let run = try await story.bare(
                    arguments + ["--discovery", story.demo.listening.discovery], environment: [:])
                #expect(run.status == 0, "\(arguments): \(run.words)")
                let bad = (run.output + run.words).unicodeScalars.filter { scalar in
                    let category = scalar.properties.generalCategory
                    return scalar != "\n" && (category == .control || category == .format)
                }
                #expect(bad.isEmpty, "\(arguments)")
            }
            let record = try await story.bare(
                ["search", "--json", "--discovery", story.demo.listening.discovery]
            ).records()[0]
            #expect(record["title"]?.text?.contains("\u{202E}") == true, "for a program it is the same text")
        }

        @Test func theExitStatusTellsWhatWentWrong() async throws {
            let story = try CommandStory()
            #expect(try await story.portal("search", "--limit", "0").status == 2)
            #expect(try await story.portal("search", "--nonsense").status == 2)
            #expect(try await story.portal("requests", signedIn: false).status == 4)
            let nowhere = ["--discovery", "http://127.0.0.1:9/discovery"]
            let offline = try await story.bare(["search"] + nowhere)
            #expect(offline.status == 5)
            #expect(offline.output.isEmpty)
            #expect(try await story.bare(["health"] + nowhere).status == 5)
            #expect(try await story.bare(["search"]).status == 2, "no portal is configured")
            #expect(try await story.bare(["search", "--discovery", "http://portal.example"]).status == 1)
        }
    }
}
