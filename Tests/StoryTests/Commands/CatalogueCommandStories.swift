import Foundation
import Testing

extension Stories {
    /// Finding datasets from a shell.
    @Suite struct CatalogueCommands {
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

        @Test func conditionsThatTheBeaconDidNotHoldAreToldAndNoSuccess() async throws {
            let story = try CommandStory()
            let line = "genetic_mutation.geneId:spirometry"
            let held = try await story.portal("search", line)
            #expect(held.status == 0 && !held.words.contains("catalogue's"), "\(held.words)")
            try await story.demo.misbehave(
                #"[{"call":"POST /discovery/api/v1/datasets/search","fault":"beacon-error"}]"#)
            for form in [[], ["--json"]] {
                let run = try await story.portal(["search", line] + form)
                #expect(run.status == 5, "\(run.words)")
                #expect(run.words.contains("the datasets are the catalogue's, without them"), "\(run.words)")
            }
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
    }
}
