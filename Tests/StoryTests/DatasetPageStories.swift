import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// A dataset's own page: its parts, what belongs together, whom to ask, and what the Beacon network says.
    @Suite struct DatasetPages {
        @Test func aSeriesLeadsToItsDatasetsAndADatasetToItsSeries() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.expectResults()
            try await story.find("1000 genomes series", title: "1000 Genomes (dataset series)")
            try await story.press("Enter")
            try await story.expect("A dataset series: access is asked for its datasets")
            try await story.press("Tab")
            try await story.expect("▌  1000 Genomes Project, phase 3 phased variants")
            try await story.press("Enter")
            try await story.expect("Part of: 1000 Genomes (dataset series)")
            // Back to where it was opened from, with the cursor as it was.
            try await story.press("Escape")
            try await story.expect("▌  1000 Genomes Project, phase 3 phased variants")
            try await story.press("Escape")
            try await story.expect("f facets")
            try await story.quits()
        }

        @Test func allPartsOfAPageAreSearchedAtOnceAndTheWordsGoOnIntoTheCatalogue() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.expectResults()
            try await story.find("gnomad v4", title: "gnomAD v4: allele frequencies")
            try await story.press("Enter")
            try await story.expect("Overview   Files 1   Details   Contacts   Links")
            try await story.press("/")
            try await story.expect("words of a field, a file or a variable")
            try await story.type("chromosome")
            // A file's name, from a part that is not the one in view.
            try await story.expect("Sites by chromosome")
            try await story.expectGone("Broad Institute")
            try await story.press("C-u")
            try await story.type("nothing of this")
            try await story.expectGone("Sites by chromosome")
            try await story.press("C-u")
            try await story.type("exome")
            try await story.expect("Keywords     allele frequency, constraint, exome")
            try await story.press("Enter")
            try await story.expect("/ exome")
            #expect(try await story.number(before: " datasets ·") > 1)
            try await story.quits()
        }

        @Test func whoIsToBeAskedIsShownAndCopied() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.expectResults()
            try await story.find("children 90s", title: "ALSPAC: Children of the 90s")
            try await story.press("Enter")
            try await story.expect("Overview   Files 1   Details   Contacts   Links")
            try await story.press("Tab", "Tab", "Tab")
            try await story.expect("E-mail  alspac-data@bristol.ac.uk")
            let before = try await story.stream().count
            try await story.press("c")
            try await story.expect("Copied (25 bytes)")
            // By OSC 52: the clipboard is the terminal's, wherever the program runs.
            let copied = Data("alspac-data@bristol.ac.uk".utf8).base64EncodedString()
            let sent = String(decoding: try await story.stream().dropFirst(before), as: UTF8.self)
            #expect(sent.contains("52;c;\(copied)"), "\(sent.debugDescription)")
            try await story.press("Escape")
            try await story.expect("f facets")
            try await story.find("gnomad v4", title: "gnomAD v4: allele frequencies")
            try await story.press("Enter", "Tab", "Tab", "Tab")
            try await story.expect("The catalogue names no contact.")
            try await story.press("Escape")
            try await story.expect("f facets")
            try await story.quits()
        }

        @Test func aBeaconThatLetsNobodyInIsToldInItsWordsAndTheCatalogueAnswers() async throws {
            let demo = try ServedDemo()
            let story = try PortalStory()
            _ = try story.home.write(
                """
                profiles:
                  mine: {title: Mine, discovery: "\(demo.listening.discovery)", access: "\(demo.listening.access)"}
                """, to: "config/portal/config.yaml")
            try await story.start(environment: ["PORTAL_TOKEN": demo.listening.token])
            try await story.expectResults()
            let all = try await story.number(before: " datasets ·")
            try await demo.misbehave(
                #"[{"call":"POST /discovery/api/v1/datasets/search","fault":"beacon-refused"}]"#)
            try await story.press("B")
            try await story.expect("! Beacon gave nothing")
            try await story.expect("these are the catalogue's results")
            // The network's own sentence, which says what to do.
            try await story.expect("signing official")
            #expect(try await story.number(before: " datasets ·") == all)

            try await demo.misbehave("[]")
            try await story.press("/")
            try await story.type("genetic_mutation.geneId:spirometry")
            try await story.press("Enter")
            try await story.expect("Gene: spirometry ×")
            try await story.expect("Beacon on")
            try await story.expectGone("Beacon gave nothing")
            #expect(try await story.number(before: " datasets ·") < all)
            try await story.quits()
        }

        @Test func whatIsNewIsShownInAPaneUntilItIsSeen() async throws {
            let story = try PortalStory()
            func day(_ ids: String...) throws -> String {
                let lines = ids.map { id in
                    #"{"id":"\#(id)","title":"Lung \#(id)","description":"Lung","accessRights":"restricted"}"#
                }
                return try story.home.write(lines.joined(separator: "\n") + "\n", to: "day.jsonl")
            }
            try await story.start("--demo", "--catalogue", try day("a"))
            try await story.expectRow("Lung a")
            try await story.press("N")
            try await story.expect("Nothing is new, and nothing waits for you.")
            try await story.press("Escape")
            try await story.expectGone("What is new")
            try await story.find("lung", title: "Lung a")
            try await story.press("w")
            try await story.expect("Save the search as")
            try await story.press("Enter")
            try await story.expect("is saved, and all that it finds counts as seen.")
            try await story.quits()

            try await story.start("--demo", "--catalogue", try day("a", "b"))
            try await story.expectResults()
            try await story.press("N")
            try await story.expect("What is new")
            // It was asked a moment ago, when the search was saved.
            try await story.press("r")
            try await story.expect("Search “lung”: 1 new")
            // It leads to what is new.
            try await story.press("Enter")
            try await story.expect("Saved searches")
            try await story.expect("Lung b")
            try await story.press("m")
            try await story.expect("nothing new since")
            try await story.press("Escape")
            try await story.expectGone("Saved searches")
            try await story.press("N")
            try await story.expect("Nothing is new, and nothing waits for you.")
            try await story.press("Escape")
            try await story.expectGone("What is new")
            try await story.quits()
        }
    }
}
