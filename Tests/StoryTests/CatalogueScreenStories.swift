import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// What is done with many datasets and with searches, by keys.
    @Suite struct CatalogueOnTheScreen {
        private func home(_ profiles: String) throws -> StoryHome {
            let home = try StoryHome()
            _ = try home.write(profiles, to: "config/portal/config.yaml")
            return home
        }

        @Test func anExportShowsHowFarItIsIsStoppedAndLeavesNothing() async throws {
            let demo = try ServedDemo()
            let story = PortalStory(
                home: try home("profiles:\n  mine: {title: Mine, discovery: \"\(demo.listening.discovery)\"}\n"))
            try await story.start()
            try await story.expectResults()
            try await story.press("Space", "Down", "Space", "Down", "Space", "Down", "Space", "Down", "Space")
            try await story.expect("5 marked")
            // Two descriptions come, and the third is waited for.
            try await demo.misbehave(
                #"[{"call":"GET /discovery/api/v1/datasets/*","fault":"delay","after":2,"seconds":120}]"#)
            let folder = story.home.path + "/descriptions"
            try await story.press("e")
            try await story.expect("Descriptions (Turtle)")
            try await story.press("End", "Enter")
            try await story.expect("As Descriptions (RDF/XML), a file each in a new folder.")
            try await story.press("C-u")
            try await story.type(folder)
            try await story.press("Enter")
            try await story.expect("2 of 5 datasets")
            // Left open it goes on, and the same key leads back to how far it is.
            try await story.press("Escape")
            try await story.expectGone("2 of 5 datasets")
            try await story.press("e")
            try await story.expect("2 of 5 datasets")
            try await story.press("x")
            try await story.expect("The writing was stopped: no file was kept.")
            #expect(!FileManager.default.fileExists(atPath: folder))

            try await demo.misbehave("[]")
            try await story.press("e")
            try await story.expect("Descriptions (Turtle)")
            try await story.press("End", "Enter")
            try await story.expect("a file each in a new folder")
            try await story.press("C-u")
            try await story.type(folder)
            try await story.press("Enter")
            try await story.expect("5 datasets, in ")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 5)
            try await story.quits()
        }

        @Test func fullRecordsAreReadAsManyAsAreChosen() async throws {
            let portal = try ServedPortal()
            let story = PortalStory(
                home: try home(
                    """
                    profiles:
                      mine: {title: Mine, discovery: \(portal.listening.discovery), access: \(portal.listening.access)}
                    """))
            try await story.start(environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.expectResults()
            try await story.press("o")
            try await story.expect("There is no copy yet.")
            try await story.press("s")
            try await story.expect("are on this machine")
            try await story.expect("full descriptions of 0 of")
            try await story.press("R")
            try await story.expect("How many full records are read")
            // Closed, nothing is read; then the fewest.
            try await story.press("Escape")
            try await story.expectGone("How many full records are read")
            try await story.expect("full descriptions of 0 of")
            try await story.press("R")
            try await story.expect("How many full records are read")
            try await story.expect("that are lacking")
            try await story.press("Home", "Enter")
            try await story.expect("full descriptions of 100 of")
            try await story.press("Escape")
            try await story.expect("↵ open")
            try await story.quits()
        }

        @Test func aLineIsCompletedWhereAllPortalsAreAsked() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral", columns: 110)
            try await story.expectResults()
            try await story.press("A")
            try await story.expect("All portals")
            try await story.type("cancer acc")
            try await story.press("Tab")
            try await story.expect("cancer access:")
            try await story.expect("Restricted")
            try await story.type("restr")
            try await story.press("Tab")
            try await story.expect("cancer access:Restricted")
            // Escape gives back what was typed before something was chosen.
            try await story.press("Space")
            try await story.type("th")
            try await story.press("Tab")
            try await story.expect("access:Restricted theme:")
            try await story.press("Tab")
            try await story.press("Escape")
            try await story.expect("a theme that is not chosen", whole: true) { screen in
                screen.contains("access:Restricted theme: ") || screen.contains("access:Restricted theme:\n")
            }
            try await story.press("C-w", "Enter")
            try await story.expect("demo ")
            #expect(try await story.number(after: "demo ") > 0)
            try await story.press("Escape")
            try await story.expectGone("All portals")
            try await story.quits()
        }

        @Test func aSearchIsSavedFoundAgainRenamedAndPutBack() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.expectResults()
            let all = try await story.number(before: " datasets ·")
            try await story.press("w")
            try await story.expect("The search is for all datasets")
            // What is typed at once behind a key that did nothing is not taken for keys.
            try await story.press("Home", "/")
            try await story.type("access:restricted lung")
            try await story.press("Enter")
            try await story.expect("Access rights: Restricted ×")
            try await story.expect("fewer datasets", whole: true) { !$0.contains(" \(all) datasets ·") }
            let found = try await story.number(before: " datasets ·")
            try await story.press("w")
            try await story.expect("Save the search as")
            try await story.press("C-u")
            try await story.type("lungs")
            try await story.press("Enter")
            try await story.expect("“lungs” is saved, and all that it finds counts as seen.")
            try await story.quits()

            // On another day it is there, and leads to what it finds.
            try await story.start("--demo")
            try await story.expectResults()
            try await story.press("W")
            try await story.expect("Saved searches")
            try await story.expect("nothing new since")
            try await story.press("Enter")
            try await story.expect("Access rights: Restricted ×")
            try await story.expect(" \(found) datasets ·")
            try await story.press("W")
            try await story.expect("Saved searches")
            try await story.press("e")
            try await story.expect("Rename the search to")
            try await story.press("C-u")
            try await story.type("breath")
            try await story.press("Enter")
            try await story.expect("breath")
            try await story.expectGone("Rename the search to")
            try await story.press("d")
            try await story.expect("No search is saved yet.")
            try await story.press("z")
            try await story.expect("breath")
            try await story.press("Escape")
            try await story.expectGone("Saved searches")
            try await story.quits()
        }

        @Test func thePortalsOfAGroupAreAskedAlone() async throws {
            let catalogue = try StoryHome()
            func served(_ name: String) throws -> ServedDemo {
                let line = #"{"id":"\#(name)","title":"Exomes of the \#(name)"}"#
                return try ServedDemo("--catalogue", try catalogue.write(line + "\n", to: name + ".jsonl"))
            }
            let (north, south) = (try served("north"), try served("south"))
            let story = PortalStory(
                home: try home(
                    """
                    profiles:
                      north: {title: Northern portal, discovery: "\(north.listening.discovery)"}
                      south: {title: Southern portal, discovery: "\(south.listening.discovery)"}
                    groups: {clinical: [south]}
                    """))
            try await story.start("--demo")
            try await story.expectResults()
            try await story.press("A")
            try await story.expect("F4 asks those of a group alone: clinical.")
            try await story.press("F4")
            try await story.expect("Which portals are asked")
            try await story.press("Down", "Enter")
            try await story.expect("Portals of clinical")
            try await story.type("exomes")
            try await story.press("Enter")
            try await story.expect("Exomes of the south")
            let screen = try await story.expect("south 1")
            #expect(!screen.contains("Exomes of the north") && !screen.contains("demo "))
            try await story.press("p")
            try await story.expect("Which portals are asked")
            try await story.press("Home", "Enter")
            try await story.expect("All portals")
            try await story.expect("Exomes of the north")
            try await story.press("Escape")
            try await story.expectGone("All portals")
            try await story.quits()
        }
    }
}
