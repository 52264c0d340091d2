import Foundation
import Testing

extension Stories {
    /// Commands at CKANs as others run them and fill them in.
    @Suite struct CKANCommands {
        /// A CKAN that the test writes, and a home beside it.
        private struct World {
            let story: CommandStory
            let server: SideServer

            init(_ script: String) throws {
                story = try CommandStory()
                server = try SideServer("Servers/written-ckan.py", [try story.home.write(script, to: "ckan.json")])
            }

            func run(_ arguments: String..., token: String? = nil) async throws -> CommandRun {
                try await story.bare(
                    arguments + ["--discovery", server.announcement, "--discovery-dialect", "ckan"],
                    environment: token.map { ["PORTAL_CKAN_TOKEN": $0] } ?? [:])
            }

            /// The actions that were asked for since the last time.
            func calls() throws -> [String] {
                try JSONDecoder().decode([String].self, from: Data(server.ask("calls").utf8))
            }
        }

        @Test func whatCameBeforeTheSamePageCameAgainIsPrintedAndTheRestIsToldAsMissing() async throws {
            let world = try World(
                #"{"caches": 500, "packages": [{"id": "a", "name": "a", "title": "One"}, {"id": "b", "name": "b", "title": "Two"}]}"#
            )
            for form in [[], ["--json"]] {
                let run = try await world.story.bare(
                    ["search", "--all", "--discovery", world.server.announcement, "--discovery-dialect", "ckan"] + form)
                #expect(run.status == 5, "\(run)")
                for title in ["One", "Two"] { #expect(run.output.components(separatedBy: title).count == 2, "\(run)") }
                #expect(run.words.contains("same page"), "\(run)")
            }
            #expect(try world.calls().count { $0 == "package_search" } <= 6)
        }

        private static let emptyFields = """
            {"packages": [
              {"id": "a-1", "name": "cohort-a", "title": " ", "notes": "About it", "identifier": "", "issued": "",
               "modified": "", "publisher": [""], "temporal_coverage": [null], "license_title": "", "license_id": "cc-by",
               "temporal_start": "2010-01-01", "temporal_end": "2020-12-31",
               "metadata_modified": "2024-05-06T07:08:09.123456",
               "organization": {"name": "uni", "title": "Example Hospital"}},
              {"id": "w", "name": "w", "title": "Informaci&oacute;n del a&ntilde;o", "notes": "the donor&#146;s &amp;lt;",
               "access_rights": "Only for approved researchers, after review",
               "tags": [{"name": "exome", "display_name": "exome"}], "groups": [{"name": "h", "title": "Health"}]}]}
            """

        @Test func whatIsEmptyHidesNothingAndWordsAreShownAsTheyAreRead() async throws {
            let world = try World(Self.emptyFields)
            let search = try await world.run("search")
            #expect(search.output.contains("2024-05-06"))
            #expect(search.output.contains("cohort-a"))
            #expect(search.output.contains("Información del año"))
            let first = try await world.run("show", "a-1").output
            for words in [
                "identifier: cohort-a", "publisher: Example Hospital", "2010-01-01 – 2020-12-31", "Licence: cc-by",
            ] { #expect(first.contains(words), "\(first)") }
            let second = try await world.run("show", "w").output
            for words in [
                "Información del año", "the donor’s &lt;", "access: see terms",
                "terms: Only for approved researchers, after review", "keywords: exome", "themes: Health",
            ] { #expect(second.contains(words), "\(second)") }
            #expect(try await world.run("basket", "add", "a-1").status == 0)
        }

        @Test func everyValueOfAFilterIsFoundByItsLabel() async throws {
            let items = (0..<120).map {
                #"{"name": "org-\#($0)", "display_name": "\#($0 < 118 ? "Hospital \($0)" : "Twins")", "count": \#(200 - $0)}"#
            }
            let world = try World(
                """
                {"packages": [{"id": "a", "title": "A"}],
                 "facets": {"organization": [\(items.joined(separator: ","))]}}
                """)
            #expect(try await world.run("filters", "organization", "--json").lines.count == 120)
            for name in ["Hospital 20", "Hospital 90", "hospital  90", "org-90"] {
                let found = try await world.run("search", "--facet", "organization=\(name)", "--json")
                #expect(found.lines.count == 1, "\(name): \(found.words)")
                #expect(!found.words.contains("not in the list"), "\(name): \(found.words)")
            }
            let twins = try await world.run("search", "--facet", "organization=Twins", "--json")
            #expect(twins.lines.count == 1)
            #expect(twins.words.contains("the name of 2 values of organization: org-118, org-119"), "\(twins.words)")
            let unknown = try await world.run("search", "--facet", "organization=Nowhere", "--json")
            #expect(unknown.lines.isEmpty)
            #expect(unknown.words.contains("is not in the list of organization"))
        }

        @Test func aCatalogueIsAskedWhatItIsOnceADayAndSaysWhichPartIsBroken() async throws {
            let world = try World(#"{"packages": [{"id": "a", "title": "A"}], "tokens": ["right"]}"#)
            #expect(try await world.run("search").status == 0)
            #expect(try await world.run("search").status == 0)
            #expect(try await world.run("show", "a").status == 0)
            #expect(try world.calls() == ["status_show", "package_search", "package_search", "package_show"])
            _ = try await world.run("search", "--ephemeral")
            #expect(try world.calls() == ["status_show", "package_search"])

            _ = world.server.ask("solr down")
            #expect(try await world.run("show", "a").status == 0)
            // What was found before would be shown again: this was never searched for.
            let search = try await world.run("search", "glioma")
            #expect(search.status == 5)
            #expect(search.words.contains("search engine cannot be reached"), "\(search.words)")
            let health = try await world.run("health")
            #expect(health.status == 5)
            #expect(health.output.contains("CKAN 2.11.6 itself answers"), "\(health.output)")
            #expect(health.output.contains("search engine cannot be reached"), "\(health.output)")
            _ = world.server.ask("solr up")

            let wrong = try await world.run("search", token: "wrong")
            #expect(wrong.status == 0)
            #expect(wrong.words.contains("does not know the token"), "\(wrong.words)")
            #expect(try await world.run("health", token: "wrong").output.contains("does not know the token"))
            #expect(try await world.run("doctor", token: "wrong").output.contains("does not know the token"))
            let right = try await world.run("search", token: "right")
            #expect(!right.words.contains("token"), "\(right.words)")
        }
    }
}
