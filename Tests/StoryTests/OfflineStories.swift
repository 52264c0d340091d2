import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories {
    /// Days without the portal, and somebody else at its web page meanwhile.
    @Suite struct Offline {
        private static let title = "Title of the project"

        /// What somebody answers at the portal's web page. Gives the request.
        private func answerAtTheWebPage(
            of portal: ServedPortal, _ question: String, _ text: String
        ) async throws -> Application {
            try await ask(portal) { access in
                let id = try #require(try await access.applications().first).id
                let fields = try await access.application(id).forms.flatMap(\.fields)
                let field = try #require(fields.first { $0.title.text(in: ["en"]) == question })
                try await access.save(id, [field.id: .text(text)])
                return try await access.application(id)
            }
        }

        private func ask<Value>(
            _ portal: ServedPortal, _ body: (AccessService) async throws -> Value
        ) async throws -> Value {
            let client = try PortalClient(
                PortalAddresses(discovery: portal.listening.discovery, access: portal.listening.access),
                credentials: .readyToken(Secret(portal.listening.token)))
            do {
                let value = try await body(client.accessService)
                await client.shutdown()
                return value
            } catch {
                await client.shutdown()
                throw error
            }
        }

        @Test func aDraftIsWrittenWithoutThePortalAndSentWhenItIsBack() async throws {
            let home = try StoryHome()
            let kept = home.path + "/portal-data"
            let portal = try ServedPortal(data: kept)
            let story = PortalStory(home: home)
            _ = try home.write(
                """
                profiles:
                  mine:
                    title: Mine
                    discovery: \(portal.listening.discovery)
                    access: \(portal.listening.access)
                """, to: "config/portal/config.yaml")
            let signedIn = ["PORTAL_TOKEN": portal.listening.token]
            try await story.start(environment: signedIn)
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.fill(Self.title, with: "Metabolites of sleep")
            try await story.expect("· at the portal")

            portal.end()
            try await story.type("Written on the train.")
            try await story.expectSaved("Written on the train.")
            try await story.press("BTab")
            try await story.expectField(Self.title)
            try await story.type(", at night")
            try await story.expectSaved("Metabolites of sleep, at night")
            try await story.leavesTheWizard()
            try await story.quits()

            // Another day, still without it: the form is there all the same.
            try await story.start(environment: signedIn)
            try await story.expect("A draft of 1 dataset was kept")
            try await story.press("3")
            try await story.expectRow("Human Metabolome Database")
            try await story.press("e")
            try await story.expect("the portal is away")
            try await story.expect("Metabolites of sleep, at night")
            try await story.skip("Title of the project")
            try await story.skip("Purpose of use")
            try await story.expectField("Summary for the public")
            try await story.type("Public words.")
            try await story.expectSaved("Public words.")
            try await story.leavesTheWizard()
            try await story.quits()

            // Back again; meanwhile the title was changed at its web page.
            let again = try ServedPortal(port: portal.port, data: kept)
            let changed = try await answerAtTheWebPage(of: again, Self.title, "Sleep, from the web page")
            try await story.start(environment: signedIn)
            try await story.expectResults()
            try await story.press("3")
            try await story.expectRow("Sleep")
            try await story.press("e")
            try await story.expect("1 answer changed here and at the portal")
            try await story.expect("Here    Metabolites of sleep, at night")
            try await story.expect("Portal  Sleep, from the web page")
            try await story.expect("Before  Metabolites of sleep")
            try await story.press("m")
            try await story.expectGone("Before  Metabolites")
            try await story.expect("· at the portal")
            let answers = try await ask(again) { try await $0.application(changed.id).forms.flatMap(\.fields) }
                .map(\.value.text)
            for words in ["Metabolites of sleep, at night", "Written on the train.", "Public words."] {
                #expect(answers.contains(words))
            }
            try await story.leavesTheWizard()
            try await story.quits()
            again.end()
        }
    }
}

extension PortalStory {
    /// Waits until words are on the screen and said to be on this machine's disk.
    fileprivate func expectSaved(_ words: String) async throws {
        try await expect("“\(words)” saved here") { WizardPage($0).isSavedHere && $0.contains(words) }
    }
}
