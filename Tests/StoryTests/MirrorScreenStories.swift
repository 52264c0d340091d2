import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// The catalogue on this machine, filled and searched on the screen.
    @Suite struct MirrorOnTheScreen {
        private func home(of portal: ServedPortal) throws -> StoryHome {
            let home = try StoryHome()
            _ = try home.write(
                """
                profiles:
                  mine:
                    title: Mine
                    discovery: \(portal.listening.discovery)
                    access: \(portal.listening.access)
                """, to: "config/portal/config.yaml")
            return home
        }

        @Test func filledOnTheScreenAndAskedWithoutANetwork() async throws {
            let portal = try ServedPortal()
            let story = PortalStory(home: try home(of: portal))
            try await story.start(environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.expectResults()
            let all = try await story.number(before: " datasets ·")
            try await story.press("o")
            try await story.expect("There is no copy yet.")
            try await story.press("Enter")
            try await story.expect("There is nothing here yet: s fills it.")
            try await story.press("s")
            try await story.expect("are on this machine")
            try await story.expect("as they were")
            portal.end()

            // The portal is gone: the list says so, and what is here is offered.
            try await story.press("Escape")
            try await story.expect("↵ open")
            try await story.press("r")
            try await story.expect("The portal cannot be reached. o searches")
            try await story.press("o", "Enter")
            try await story.expect("on this machine, ")
            #expect(try await story.number(before: " datasets ·") == all)

            // What no portal can be asked, and a facet with its counts beside it.
            try await story.press("/")
            try await story.type("genome -cancer")
            try await story.press("Enter")
            try await story.expect("-cancer × and its own number", whole: true) { screen in
                screen.contains("-cancer ×") && !screen.contains(" \(all) datasets ·")
            }
            let without = try await story.number(before: " datasets ·")
            #expect(without > 0 && without < all)
            try await story.press("b")
            try await story.expect("basket")
            try await story.press("e")
            try await story.expect("CSV")
            try await story.press("Enter")
            try await story.expect("datasets.csv")
            try await story.press("C-u")
            try await story.type(story.home.path + "/datasets.csv")
            try await story.press("Enter")
            try await story.expect("datasets, in ")
            let csv = try String(contentsOfFile: story.home.path + "/datasets.csv", encoding: .utf8)
            #expect(csv.split(separator: "\r\n").count > 1)
            try await story.quits()
        }

        @Test func stoppedAndGoneOnWith() async throws {
            let portal = try ServedPortal()
            let story = PortalStory(home: try home(of: portal))
            try await story.start(environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.expectResults()
            try await story.press("o", "s")
            try await story.expect("The catalogue on this machine")
            try await story.press("Escape")
            try await story.expect("↵ open")
            // Whatever a filling is at, the list works and the end of the program waits for nothing.
            try await story.press("Down", "Down")
            try await story.quits()
            try await story.start(environment: ["PORTAL_TOKEN": portal.listening.token])
            try await story.expectResults()
            try await story.press("o", "s")
            try await story.expect("are on this machine")
            try await story.press("Escape")
            try await story.expect("↵ open")
            try await story.quits()
        }
    }
}
