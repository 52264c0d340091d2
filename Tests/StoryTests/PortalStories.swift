import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// The portals that are set up, on the screen: made, changed over to, changed and removed while the program runs.
    @Suite struct Portals {
        @Test func aPortalIsSetUpChangedOverToChangedAndRemoved() async throws {
            let portal = try ServedPortal()
            let story = try PortalStory()
            // The token is the demo's own: it is not shown to the portal that is changed over to.
            try await story.start("--demo", environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.expectField("Title of the project")
            try await story.type("Kept when changing over")

            try await story.press("M-s")
            try await story.expect("Demo portal")
            try await story.press("n")
            try await story.type("second")
            try await story.press("Tab")
            try await story.type("The second portal")
            try await story.press("Tab")
            try await story.type(portal.listening.discovery)
            try await story.press("C-s")
            try await story.expect("✓ discovery: answers in")
            try await story.expect("as gdi")
            try await story.press("C-s")
            try await story.expect("“second” is kept.")
            let file = story.home.configuration + "/portal/profiles.d/second.yaml"
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains(portal.listening.discovery))

            // Over to it: nothing of the demo portal's request is there.
            try await story.press("Enter")
            try await story.expectGone("Title of the project")
            try await story.expectResults()
            try await story.expect("The second portal")
            try await story.press("I")
            try await story.expect("set up without a place to sign in")

            // Changed: the title is another one when it is opened anew.
            try await story.press("M-s")
            try await story.expect("The second portal (second)")
            try await story.press("e")
            try await story.expect("Portal second")
            try await story.press("BTab", "C-u")
            try await story.type("Renamed")
            try await story.press("F10")
            try await story.expect("opens it anew")
            try await story.press("Enter")
            try await story.expect("Portal  Renamed")
            try await story.expectResults()

            // Back again: what was typed is there, and the portal that is left can be removed.
            try await story.press("@")
            try await story.expect("Renamed (second)")
            try await story.press("g", "Enter")
            try await story.expect("Portal  Demo portal")
            try await story.expectResults()
            try await story.expect("A draft of 1 dataset was kept")
            try await story.press("@")
            try await story.expect("Renamed (second)")
            try await story.press("G", "d")
            try await story.expect("Remove “second”?")
            try await story.type("remove")
            try await story.press("Enter")
            try await story.expect("“second” is removed.")
            #expect(!FileManager.default.fileExists(atPath: file))
            try await story.press("Escape")
            try await story.expectGone("on this machine, with made-up data")
            try await story.press("3")
            try await story.expectRow("Human Metabolome Database")
            try await story.press("e")
            try await story.expect("Kept when changing over")
            try await story.leavesTheWizard()
            try await story.quits()
        }

        @Test func inMemoryADraftAndABasketOutliveAChangeOver() async throws {
            let portal = try ServedPortal()
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral", columns: 120)
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.expectField("Title of the project")
            try await story.type("Only in memory")
            try await story.leavesTheWizard()
            try await story.press("1")
            try await story.find("MIMIC-IV: records", title: "MIMIC-IV")
            try await story.press("b")
            try await story.expect("something in the basket") { $0.contains(/2 Basket \d/) }
            try await story.press("M-s")
            try await story.expect("Demo portal")
            try await story.setsUp("second", at: portal)
            try await story.expect("“second” is kept.")
            try await story.press("Enter")
            try await story.expect("Portal  second")
            try await story.expectResults()
            try await story.expect("an empty basket") { !$0.contains(/2 Basket \d/) }
            try await story.press("2")
            try await story.expectGone("MIMIC-IV")
            try await story.press("@")
            try await story.expect("on this machine, with made-up data")
            try await story.press("g", "Enter")
            try await story.expect("Portal  Demo portal")
            try await story.expect("something in the basket") { $0.contains(/2 Basket \d/) }
            try await story.press("2")
            try await story.expect("MIMIC-IV")
            try await story.press("3")
            try await story.expectRow("Human Metabolome Database")
            try await story.press("e")
            try await story.expect("Only in memory")
            try await story.leavesTheWizard()
            try await story.quits()
            #expect(!FileManager.default.fileExists(atPath: story.home.configuration + "/portal/profiles.d"))
        }

        @Test func aPortalThatTheDiskDoesNotTakeIsThereUntilTheEndWithTheReason() async throws {
            let portal = try ServedPortal()
            let story = try PortalStory()
            // A file where the folder would be.
            _ = try story.home.write("", to: "config/portal/profiles.d")
            try await story.start("--demo", columns: 160)
            try await story.expectResults()
            try await story.press("@")
            try await story.expect("Demo portal")
            try await story.setsUp("second", at: portal)
            try await story.expect("“second” is there until the program ends")
            try await story.expect("cannot be written to keep “second”")
            try await story.press("G", "Enter")
            try await story.expect("Portal  second")
            try await story.expectResults()
        }

        @Test func keysOfTheEnvironmentStayWithThePortalTheyWereGivenFor() async throws {
            let portal = try ServedPortal()
            let stranger = try RecordingServer()
            let story = try PortalStory()
            let keys = [
                "PORTAL_TOKEN": portal.listening.token, "PORTAL_CKAN_TOKEN": "ckan-token-of-mine",
                "PORTAL_REMS_KEY": "rems-key-of-mine", "PORTAL_REMS_USER": "rems-user-of-mine",
            ]
            try story.home.keep(
                "title: The first\ndiscovery: {address: '\(portal.listening.discovery)', dialect: gdi}\n"
                    + "access: {address: '\(portal.listening.access)', dialect: gdi}\n", as: "mine")
            try await story.start(environment: keys)
            try await story.expectResults()

            // A new portal is tried and opened.
            try await story.press("@")
            try await story.expect("The first (mine)")
            try await story.press("n")
            try await story.type("stranger")
            try await story.press("Tab", "Tab")
            try await story.type(stranger.address + "/new")
            try await story.press("C-s")
            try await story.expect("× discovery")
            try await story.press("F10")
            try await story.expect("“stranger” is kept.")
            try await story.press("Enter")
            try await story.expect("Portal  stranger")
            try await story.expectGone("Portals")

            // The first one opens elsewhere under its name.
            try await story.press("@")
            try await story.expect("The first (mine)")
            try await story.press("g", "Down", "e")
            try await story.expect("Portal mine")
            try await story.press("C-u")
            try await story.type(stranger.address + "/moved")
            try await story.press("F10")
            try await story.expect("“mine” is kept.")
            try await story.press("Enter")
            try await story.expect("Portal  The first")
            try await story.expectGone("Portals")
            try await story.press("3")
            try await story.quits()

            let calls = try stranger.calls
            #expect(calls.contains { $0.line.contains("/new/") } && calls.contains { $0.line.contains("/moved/") })
            for call in calls {
                let text = call.text.lowercased()
                #expect(!text.contains("authorization:") && !text.contains("x-rems"), "\(call.text)")
                #expect(!keys.values.contains { text.contains($0.lowercased()) }, "\(call.line)")
            }
        }
    }
}

extension PortalStory {
    /// In the list of portals: fills in the form as far as browsing needs it, and keeps it untried.
    fileprivate func setsUp(_ name: String, at portal: ServedPortal) async throws {
        try await press("n")
        try await type(name)
        try await press("Tab", "Tab")
        try await type(portal.listening.discovery)
        try await press("F10")
    }
}
