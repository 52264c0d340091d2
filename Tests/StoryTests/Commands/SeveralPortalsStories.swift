import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// One search of several portals, from a shell.
    @Suite struct SeveralPortals {
        /// Two portals with a dataset in common, set up as profiles.
        private struct World {
            let home: StoryHome
            let one: CommandStory
            let other: CommandStory

            init() throws {
                let home = try StoryHome()
                self.home = home
                let first = [
                    #"{"id":"a1","identifier":"https://doi.org/10.5281/zenodo.42","title":"Lung exomes","modified":"2024-05-01"}"#,
                    #"{"id":"a2","identifier":"https://doi.org/10.5281/zenodo.43","title":"Lung cohort","modified":"2024-03-01"}"#,
                ]
                let second = [
                    #"{"id":"b1","title":"Lung cohort","modified":"2024-04-01"}"#,
                    #"{"id":"b2","identifier":"10.5281/ZENODO.42","title":"Exomes of lungs","modified":"2024-02-01"}"#,
                ]
                func catalogue(_ lines: [String], _ name: String) throws -> String {
                    try home.write(lines.joined(separator: "\n") + "\n", to: name)
                }
                let one = try CommandStory("--catalogue", try catalogue(first, "one.jsonl"))
                let other = try CommandStory("--catalogue", try catalogue(second, "other.jsonl"))
                (self.one, self.other) = (one, other)
                _ = try one.home.write(
                    """
                    default: north
                    profiles:
                      north: {title: Northern portal, discovery: "\(one.demo.listening.discovery)"}
                      south: {title: Southern portal, discovery: "\(other.demo.listening.discovery)"}
                      nobody: {discovery: "http://127.0.0.1:9"}
                    groups: {both: [north, south]}
                    """, to: "config/portal/config.yaml")
            }

            func search(_ arguments: String..., environment: [String: String] = [:]) async throws -> CommandRun {
                try await one.bare(["search"] + arguments, environment: environment)
            }
        }

        private static let search = "POST /discovery/api/v1/datasets/search"

        @Test(.needsJSONSchema)
        func whatBothHaveIsOneRowWithBothNames() async throws {
            let world = try World()
            let run = try await world.search("lung", "--profiles", "north,south")
            #expect(run.status == 0, "\(run.words)")
            #expect(run.lines.first?.hasPrefix("PORTAL") == true)
            #expect(run.lines.dropFirst().map { $0.split(separator: " ")[0] } == ["north,", "south", "north"])
            #expect(run.words.contains("north: 2 datasets."), "\(run.words)")
            #expect(
                run.words.contains("3 datasets shown of 2 at north and 2 at south; 1 of these is at several portals."),
                "\(run.words)")
            let group = try await world.search("lung", "--profiles", "both")
            #expect(group.status == 0 && group.output == run.output, "\(group.words)")
            let json = try await world.search("lung", "--profiles", "north,south", "--json", "--sort", "newest")
            try await json.conforms(to: "search-several")
            let records = try json.records()
            #expect(records.dropLast().map { $0["id"] } == [.text("a1"), .text("b1"), .text("a2")])
            guard case .list(let places)? = records[0]["places"] else {
                Issue.record("\(json.output)")
                return
            }
            #expect(places.compactMap { $0["portal"].text } == ["north", "south"])
            #expect(places.compactMap { $0["id"].text } == ["a1", "b2"])
            #expect(records.last?["inSeveral"] == .number(1))
            let pages = [
                try await world.search("lung", "--profiles", "north,south", "--json", "--limit", "2"),
                try await world.search("lung", "--profiles", "north,south", "--json", "--limit", "2", "--offset", "2"),
            ]
            let paged = try pages.flatMap { try $0.records().dropLast() }
            #expect(paged.map { $0["id"] } == [.text("a1"), .text("b1"), .text("a2")])
        }

        @Test(.needsJSONSchema)
        func theSlowAndTheFailingAreNamedAndNotWaitedFor() async throws {
            let world = try World()
            try await world.other.demo.misbehave(#"[{"call":"\#(Self.search)","fault":"delay","seconds":120}]"#)
            let run = try await world.search("lung", "--all-profiles", "--patience", "2", "--json")
            #expect(run.status == 0, "one answered: \(run.words)")
            try await run.conforms(to: "search-several")
            let end = try #require(try run.records().last)
            guard case .list(let portals)? = end["portals"] else {
                Issue.record("\(run.output)")
                return
            }
            let states = portals.map { "\($0["name"].text ?? "") \($0["state"].text ?? "")" }
            #expect(Set(states) == ["north answered", "south slow", "nobody failed"])
            #expect(run.words.contains("south: slow, not all of its answer came within 2 s"), "\(run.words)")
            #expect(run.words.contains("nobody: failed. Search did not work. The portal could not be reached."))
            let none = try await world.search("lung", "--profiles", "nobody,south", "--patience", "2")
            #expect(none.status == 5)
            #expect(none.output.isEmpty)
            #expect(none.words.contains("No portal answered."))
        }

        @Test func whoFailsIsAnsweredByItsMirrorOrByWhatWasKept() async throws {
            let world = try World()
            #expect(try await world.one.bare(["mirror", "sync", "--profile", "south"]).status == 0)
            #expect(try await world.search("lung", "--profiles", "north,south").status == 0)
            try await world.one.demo.stop()
            try await world.other.demo.stop()
            let run = try await world.search("lung", "--profiles", "north,south", "--patience", "30")
            #expect(run.status == 0, "\(run.words)")
            #expect(run.words.contains("south: failed."), "\(run.words)")
            #expect(run.words.contains("2 datasets, from the mirror on this machine"), "\(run.words)")
            #expect(run.words.contains("2 datasets, from an answer kept on this machine"), "\(run.words)")
            #expect(run.lines.count == 4)
            let kept = try await world.search("lung", "--profiles", "north,south", "--cached")
            #expect(kept.status == 0 && !kept.words.contains("failed"), "\(kept.words)")
            let offline = try await world.search("lung", "--profiles", "north,south", "--offline")
            #expect(offline.words.contains("north: failed."), "it has no mirror: \(offline.words)")
            #expect(offline.lines.count == 3)
        }

        @Test func whatOnePortalCannotBeAskedIsLeftOutThereAndTold() async throws {
            let world = try World()
            let guide = world.other.demo.listening.guide
            _ = try world.one.home.write(
                """
                profiles:
                  north: {discovery: "\(world.one.demo.listening.discovery)"}
                  guide: {discovery: {address: "\(guide)", dialect: guide}}
                """, to: "config/portal/config.yaml")
            let run = try await world.search("lung modified>=2024", "--profiles", "north,guide")
            #expect(run.status == 0, "\(run.words)")
            #expect(run.words.contains("guide was not asked for “modified>=2024” (column 6)"), "\(run.words)")
            #expect(!run.words.contains("north was not asked"), "\(run.words)")
            let slip = try await world.search("lung acess:public", "--profiles", "north,guide")
            #expect(slip.status == 2)
            #expect(slip.output.isEmpty)
            #expect(slip.words.contains("Column 6 of the search"), "\(slip.words)")
        }

        @Test func commandLinesThatSayTwoThingsAreRefused() async throws {
            let world = try World()
            for arguments in [
                ["--profiles", "north", "--all-profiles"], ["--profiles", "north", "--profile", "south"],
                ["--profiles", "north", "--facet", "a=b"], ["--profiles", ","], ["--profiles", "nowhere"],
                ["--profiles", "north", "--patience", "0"], ["--profiles", "north", "--cached", "--offline"],
            ] {
                let run = try await world.one.bare(["search", "lung"] + arguments)
                #expect(run.status == 2, "\(arguments): \(run.words)")
                #expect(run.output.isEmpty)
            }
        }

        /// A token is meant for the portal that is opened where none is named, and for nobody else.
        @Test func theTokenOfTheEnvironmentGoesToItsOwnPortalAlone() async throws {
            let story = try CommandStory()
            let (own, stranger) = (try RecordingServer(), try RecordingServer())
            _ = try story.home.write(
                """
                default: own
                profiles:
                  own: {discovery: "\(own.address)"}
                  stranger: {discovery: "\(stranger.address)"}
                """, to: "config/portal/config.yaml")
            let run = try await story.bare(
                ["search", "lung", "--profiles", "stranger,own"],
                environment: ["PORTAL_TOKEN": "of-own-alone", "PORTAL_CKAN_TOKEN": "ckan-of-own-alone"])
            #expect(run.status == 4, "both refuse: \(run.words)")
            let told = try (own: own.calls, stranger: stranger.calls)
            #expect(told.own.contains { $0.text.contains("of-own-alone") })
            #expect(!told.stranger.isEmpty)
            #expect(!told.stranger.contains { $0.text.contains("of-own-alone") })
        }

        @Test func germanSaysTheSame() async throws {
            let world = try World()
            let run = try await world.search(
                "lung", "--profiles", "north,nobody", environment: ["LC_ALL": "de_DE.UTF-8"])
            #expect(run.words.contains("north: 2 Datensätze."), "\(run.words)")
            #expect(run.words.contains("nobody: gescheitert."), "\(run.words)")
            #expect(run.words.contains("gezeigt von 2 bei north."), "\(run.words)")
        }
    }
}
