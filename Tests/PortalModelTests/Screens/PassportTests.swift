import Foundation
import PortalModel
import Testing

@Suite("The passport")
struct PassportTests {
    private static let visa = Visa(
        kind: .controlledAccessGrants, value: "EGAD1", verdict: .checked, origin: .rems)
    private static let report = PassportReport(visas: [visa])

    private func requests(_ entitlements: [Entitlement] = []) -> Story {
        let story = Story.begun()
        story.press("3")
        if story.reads[.applications] != nil { story.answerApplications(with: .success([])) }
        if story.reads[.entitlements] != nil { story.answerEntitlements(with: .success(entitlements)) }
        return story
    }

    private func answer(_ story: Story, _ result: Result<PassportReport, PortalError>) {
        guard let id = story.take(.passport, sourceLocation: #_sourceLocation) else { return }
        story.send(.answered(id, result.map(Answer.passport)))
    }

    @Test("v asks for the visas, shows them when they are there, and tells what is in none")
    func shown() throws {
        let story = requests()
        story.press("v")
        #expect(story.state.overlay == .passport(offset: 0) && story.state.passport.pending != nil)
        #expect(story.state.isLoading)
        answer(story, .success(Self.report))
        #expect(story.state.passport.report == Self.report && story.state.passport.pending == nil)
        #expect(story.state.grantedWithoutVisa.isEmpty)
        story.press("r")
        // What was found stays until the new answer is there, and when there is none.
        answer(story, .failure(PortalError(.offline, operation: "loading your passport")))
        #expect(story.state.passport.report == Self.report && story.state.passport.failure?.kind == .offline)
        story.press(.escape)
        #expect(story.state.overlay == nil)
    }

    @Test("Esc asks no further, and a late answer is nobody's")
    func closed() throws {
        let story = requests()
        story.press("v")
        let late = try #require(story.reads[.passport]?.readID)
        story.press(.escape)
        #expect(story.effects == [.cancelRead(.passport)])
        story.send(.answered(late, .success(.passport(Self.report))))
        #expect(story.state.passport.report == nil)
    }

    @Test("Access that is over is not missed in the passport")
    func missing() throws {
        let story = requests()
        story.press("v")
        answer(story, .success(Self.report))
        var state = story.state
        let day: TimeInterval = 86_400
        state.requests.entitlements = [
            Entitlement(datasetIdentifier: "EGAD1"),
            Entitlement(datasetIdentifier: "EGAD2", end: state.now.addingTimeInterval(day)),
            Entitlement(datasetIdentifier: "EGAD3", end: state.now.addingTimeInterval(-2 * day)),
        ]
        #expect(state.grantedWithoutVisa.map(\.entitlement.datasetIdentifier) == ["EGAD2"])
    }

    @Test("Signing out forgets the visas")
    func signedOut() throws {
        let story = requests()
        story.press("v")
        answer(story, .success(Self.report))
        story.send(.identity(.signedOut(SignOutReport())))
        #expect(story.state.passport == PassportState())
    }
}
