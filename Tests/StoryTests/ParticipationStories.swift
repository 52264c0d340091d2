import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories {
    /// What belongs to a request besides its answers: people, licences and files.
    @Suite struct Participation {
        @Test func anInvitationWhoseAnswerIsLostIsSentOnce() async throws {
            try await Participant.run { participant in
                let story = participant.story
                try await participant.demo.misbehave(
                    #"[{"call":"POST /daam/api/v1/applications/*/invite-member","fault":"drop-after","times":1}]"#)
                try await participant.begins("Human Metabolome", title: "Human Metabolome Database")
                try await story.press("F5")
                try await story.expect("Nobody else takes part yet.")
                try await story.press("i")
                try await story.type("Lin Chen")
                try await story.press("Enter")
                try await story.type("lin.example.org")
                try await story.press("Enter")
                // What is wrong is said, and no word is lost.
                try await story.expect("×")
                try await story.expect("lin.example.org")
                try await story.press("C-u")
                try await story.type("lin@example.org")
                try await story.press("Enter")
                try await story.expect("Lin Chen is invited, and becomes a member by accepting in REMS.")
                try await story.expect("invited, not yet accepted")
                let events = try await participant.application().events
                #expect(events.count { $0.type.hasSuffix("member-invited") } == 1)

                // Demo people accept at once; the next look at the request shows it.
                try await participant.invites("Grace Hopper", "grace@example.org")
                try await story.expect("1 member · 1 invited")
                try await story.press("g")
                try await story.expect("▌ ✓ Grace Hopper")
                try await story.press("d")
                try await story.expect("Remove Grace Hopper from this request?")
                try await story.press("y")
                try await story.expect("Grace Hopper does not take part any more.")
                #expect(try await participant.application().members.map(\.name) == ["Lin Chen"])
                try await story.press("Escape")
                try await story.expectField("Title of the project")
            }
        }

        @Test func aFileThatBreaksOffHalfWayIsSentAgainOnRequest() async throws {
            try await Participant.run { participant in
                let story = participant.story
                let plan = Data((0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
                try plan.write(to: URL(filePath: story.home.path + "/plan.pdf"))
                try await participant.demo.misbehave(
                    #"[{"call":"POST /daam/api/v1/applications/*/attachments","fault":"drop-before","times":1}]"#)
                try await participant.begins("MIMIC-IV: records", title: "MIMIC-IV")
                try await story.type("Sepsis at night")
                try await story.goTo(missing: "Data management plan")
                try await story.press("Enter")
                try await story.expect("File:")
                try await story.type("plan.pdf")
                try await story.press("Enter")
                try await story.expect("× plan.pdf  did not arrive")
                #expect(try await participant.application().attachments.isEmpty)
                try await story.expect("r send again")
                try await story.press("r")
                try await story.expect("✓ plan.pdf")
                try await story.expect("everything at the portal") { $0.contains("saved here · at the portal") }
                let application = try await participant.application()
                #expect(application.attachments.map(\.filename) == ["plan.pdf"])
                let words = application.forms.flatMap(\.fields).map(\.value.text)
                #expect(words.contains("Sepsis at night"))
                #expect(words.contains(application.attachments.map { String($0.id) }.joined(separator: ",")))

                // Fetched again it is the same file, beside the one that is there.
                try await story.press("s")
                // The path may be longer than the line.
                try await story.expect("Kept as ")
                #expect(try Data(contentsOf: URL(filePath: story.home.path + "/plan-2.pdf")) == plan)
                try await story.press("d")
                try await story.expect("(no file yet)")
            }
        }

        @Test func aLicenceInAFileIsReadAndAcceptedInTheTerminal() async throws {
            try await Participant.run { participant in
                let story = participant.story
                try await participant.begins("MIMIC-IV: records", title: "MIMIC-IV")
                try await story.press("F9")
                try await story.expect("Still to do")
                try await story.press("C-p")
                try await story.expect("Licences 0/2")
                try await story.press("Down")
                try await story.expectRow("Agreement on processing")
                try await story.press("Enter")
                try await story.expect("Who leaves the team loses access on the same day.")
                try await story.press("t")
                try await story.expect("Qui quitte l’équipe perd l’accès le jour même.")
                try await story.press("Space")
                try await story.expect("✓ accepted")
                try await story.press("Escape")
                try await story.expect("Licences 1/2")
                try await story.press("A")
                try await story.expect("Licences 2/2")
            }
        }
    }
}

/// Somebody with a request at a demo portal that can misbehave.
private struct Participant {
    let story: PortalStory
    let demo: ServedDemo
    let client: PortalClient

    static func run(_ body: (Participant) async throws -> Void) async throws {
        let participant = try Participant()
        let result: Result<Void, any Error>
        do { result = .success(try await body(participant)) } catch { result = .failure(error) }
        await participant.story.end()
        await participant.client.shutdown()
        try result.get()
    }

    private init() throws {
        story = try PortalStory()
        demo = try ServedDemo()
        client = try PortalClient(
            PortalAddresses(discovery: demo.listening.discovery, access: demo.listening.access),
            credentials: .readyToken(Secret(demo.listening.token)))
    }

    /// Up to the first field of a new request.
    func begins(_ words: String, title: String) async throws {
        try await story.start(
            "--discovery", demo.listening.discovery, "--access", demo.listening.access,
            environment: ["PORTAL_TOKEN": demo.listening.token])
        try await story.find(words, title: title)
        try await story.beginRequest()
    }

    func invites(_ name: String, _ email: String) async throws {
        try await story.press("i")
        try await story.type(name)
        try await story.press("Enter")
        try await story.type(email)
        try await story.press("Enter")
        try await story.expect("\(name) is invited")
    }

    /// As the portal has it.
    func application() async throws -> Application {
        let id = try #require(try await client.accessService.applications().first?.id)
        return try await client.accessService.application(id)
    }
}
