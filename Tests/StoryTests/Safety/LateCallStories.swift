import Foundation
import PortalModel
import PortalServices
import TerminalHarness
import Testing

extension Stories {
    /// A call that was given up on, and what the screen says and asks then.
    @Suite struct LateCalls {
        @Test func whatIsNotThereIsMadeAgainOnlyWhenAsked() async throws {
            try await LateApplicant.run { applicant in
                try await applicant.loseTheCreation()
                #expect(try await applicant.requests().isEmpty)
                try await applicant.story.press("Enter")
                try await applicant.story.expect("Access is asked for 1 dataset")
                #expect(try await applicant.requests().count == 1)
            }
        }

        @Test func whatArrivesLateIsTakenOverByItself() async throws {
            try await LateApplicant.run { applicant in
                try await applicant.loseTheCreation()
                try await applicant.arriveLate()
                try await applicant.story.expect("Access is asked for 1 dataset")
                #expect(try await applicant.requests().count == 1)
            }
        }

        @Test func whatArrivesTooLateIsNamedAndDeletedWhenAsked() async throws {
            try await LateApplicant.run { applicant in
                let story = applicant.story
                try await applicant.loseTheCreation()
                try await story.press("Enter")
                try await story.expect("Access is asked for 1 dataset")
                try await applicant.arriveLate()
                try await story.press("Escape")
                let screen = try await story.expect("empty copy")
                let rows = screen.split(separator: "\n").filter { $0.contains("draft ") && $0.contains("Deciphering") }
                try await story.press("g")
                if rows.first?.contains("empty copy") != true { try await story.press("Down") }
                try await story.press("d")
                try await story.expect("Delete the empty draft")
                try await story.type("delete")
                try await story.press("Enter")
                try await story.expectGone("empty copy")
                try await story.expect("The draft is deleted.")
                #expect(try await applicant.requests().count == 1, "The one that is filled in stays.")
            }
        }
    }
}

/// Somebody whose line breaks while the portal is to make an application.
private struct LateApplicant {
    let story: PortalStory
    let demo: ServedDemo
    let client: PortalClient

    static func run(_ body: (LateApplicant) async throws -> Void) async throws {
        let applicant = try LateApplicant()
        let result: Result<Void, any Error>
        do { result = .success(try await body(applicant)) } catch { result = .failure(error) }
        await applicant.story.end()
        await applicant.client.shutdown()
        try result.get()
    }

    private init() throws {
        story = try PortalStory()
        demo = try ServedDemo()
        client = try PortalClient(
            PortalAddresses(discovery: demo.listening.discovery, access: demo.listening.access),
            credentials: .readyToken(Secret(demo.listening.token)))
    }

    /// Up to the words that the portal does not have it.
    func loseTheCreation() async throws {
        try await demo.misbehave(
            #"[{"call":"POST /daam/api/v1/applications/create","fault":"drop-before","times":1}]"#)
        try await story.start(
            "--discovery", demo.listening.discovery, "--access", demo.listening.access,
            environment: ["PORTAL_TOKEN": demo.listening.token])
        try await story.find("developmental disorders", title: "Deciphering Developmental")
        try await story.press("b")
        try await story.expect("Basket 1")
        try await story.press("2")
        try await story.expect("1 dataset, kept on this machine")
        try await story.press("n")
        try await story.expect("The portal does not have the application")
        try await story.expect("What was sent may still arrive there")
    }

    /// The call is carried out after all.
    func arriveLate() async throws {
        let page = try await client.discoveryService.search(SearchQuery(text: "developmental disorders"), 0, 1)
        let dataset = try #require(page.results.first?.dataset?.identifier)
        _ = try await client.accessService.create([dataset])
    }

    func requests() async throws -> [ApplicationSummary] { try await client.accessService.applications() }
}
