import Foundation
import Synchronization
import Testing

@testable import PortalModel

/// `n` on the screen asks the memory and the portal, as the command does, and not only the list that is loaded.
@Suite("A new request on the screen is taken in hand before it is made")
struct ScreenClaimTests {
    private func world(_ finding: RequestFinding) -> WizardWorld {
        let world = WizardWorld()
        world.state.basket.items = [Made.basketItem(1)]
        world.state.screen = .basket
        world.finding = finding
        world.send(.draftIDMade(WizardWorld.draftID))
        world.settle()
        return world
    }

    private func submission(_ phase: Submission.Phase, _ id: Int64?) -> Submission {
        Submission(
            draft: DraftID("earlier"), application: id.map { ApplicationID($0) }, datasets: ["EGAD1"],
            digest: AnswersDigest(stored: "0"), phase: phase, time: Story.beginning)
    }

    private func question(_ world: WizardWorld) -> String {
        guard case .confirm(let question) = world.state.overlay else { return "" }
        return question.question.words
    }

    @Test func whatNobodyKnowsIsMade() {
        let world = world(.made)
        #expect(world.calls.contains("create"))
        #expect(world.state.screen == .wizard)
    }

    @Test func whatTheDiskCannotTellIsMadeAndSaysItself() {
        #expect(world(.unknown(PortalError(.local, operation: "noting"))).calls.contains("create"))
    }

    @Test func whatWasBegunElsewhereGoesOn() {
        var other = Made.draft("other")
        other.revision = 4
        let world = WizardWorld()
        world.keep(other)
        world.state.basket.items = [Made.basketItem(1)]
        world.state.screen = .basket
        world.finding = .begun(other)
        world.send(.draftIDMade(WizardWorld.draftID))
        world.settle()
        #expect(world.state.wizard?.session.draft.id == other.id)
        #expect(world.state.requests.drafts.map(\.id) == [other.id])
    }

    @Test func besideADraftThatIsInTheListAnotherIsMade() {
        let other = Made.draft("other", application: 5)
        let world = WizardWorld()
        world.keep(other)
        world.state.requests.drafts = [other]
        world.state.basket.items = [Made.basketItem(1)]
        world.state.screen = .basket
        world.finding = .begun(other)
        world.send(.draftIDMade(WizardWorld.draftID))
        world.settle()
        #expect(world.calls.contains("create"))
        #expect(world.state.wizard?.session.draft.id == WizardWorld.draftID)
    }

    @Test func whatAnotherProgramHasInHandIsLeftToIt() {
        let world = world(.held(by: "host node7, process 4711"))
        #expect(world.calls.isEmpty)
        #expect(world.state.screen == .basket && world.state.wizard == nil)
        #expect(world.state.toast?.text.contains("node7") == true)
    }

    @Test("What stands is told, and another one made only when it is asked for", arguments: [true, false])
    func standing(isWanted: Bool) {
        let world = world(.standing(ApplicationID(5), .submitted))
        #expect(question(world).contains("5, submitted"))
        #expect(world.calls.isEmpty && world.state.wizard == nil)
        if isWanted { world.type("another") }
        world.press(isWanted ? .enter : .escape)
        world.settle()
        #expect(world.calls.contains("create") == isWanted)
        #expect(world.state.screen == (isWanted ? .wizard : .basket))
    }

    @Test func whatIsNotSettledIsTold() {
        let asked = world(.unsettled(submission(.submitted, 5), PortalError(.offline, operation: "asking")))
        #expect(question(asked).contains("as 5") && question(asked).contains("could not be asked"))
        #expect(question(world(.unsettled(submission(.intended, nil), nil))).contains("may still arrive"))
    }

    @Test func whatWasLeftMeanwhileIsNotKept() {
        let draft = Made.draft("left")
        let story = Story()
        story.send(.requestClaimed(draft, .made))
        #expect(story.effects == [.disk(.discardDraft(draft.id))])
        story.send(.requestClaimed(draft, .standing(ApplicationID(5), .submitted)))
        #expect(story.effects.isEmpty && story.state.overlay == nil)
    }

    // MARK: What the services and the disk know

    private final class Memory: Sendable {
        private let disk: Mutex<OnceDisk>
        init(_ disk: OnceDisk) { self.disk = Mutex(disk) }

        var now: OnceDisk { disk.withLock { $0 } }

        func change<Value: Sendable>(_ body: @Sendable (inout OnceDisk) -> Value) -> Value {
            disk.withLock { body(&$0) }
        }
    }

    private func claim(
        _ memory: Memory, listing applications: [ApplicationSummary] = [],
        having states: [Int64: ApplicationState] = [:],
        failing error: PortalError? = nil, asksPortal: Bool = true
    ) async -> RequestFinding {
        let access = AccessService { calls in
            calls.applications.perform = { () async throws(PortalError) in
                if let error { throw error }
                return applications
            }
            calls.application.perform = { id async throws(PortalError) in
                if let error { throw error }
                guard let state = states[Int64(id.rawValue) ?? 0] else {
                    throw PortalError(.notFound, operation: "looking")
                }
                return Application(id: id, title: "", state: state)
            }
        }
        let journal = Journal(
            openDraft: { _, _ async throws(PortalError) in nil }, takeOver: { _, _ async throws(PortalError) in nil },
            saveDraft: { _ async throws(PortalError) in }, keepForm: { _, _ async throws(PortalError) in },
            discardDraft: { id async throws(PortalError) in memory.change { $0.drafts[id] = nil } },
            claim: { draft, heeds async throws(PortalError) in
                memory.change { disk in
                    if !heeds { disk.submissions = [:] }
                    return disk.claim(draft, by: 1)
                }
            },
            keepSubmission: { submission async throws(PortalError) in memory.change { $0.keep(submission) } },
            forgetSubmission: { id async throws(PortalError) in memory.change { $0.submissions[id] = nil } },
            saveBasket: { _ async throws(PortalError) in }, saveSeen: { _ async throws(PortalError) in })
        let draft = Draft(
            id: DraftID("new"), datasets: [Made.basketItem(1)], created: Story.beginning, modified: Story.beginning)
        return await Services(discovery: DiscoveryService(), access: access, journal: journal)
            .claim(draft, asksPortal: asksPortal)
    }

    private func remembering(_ submissions: Submission...) -> Memory {
        var disk = OnceDisk()
        for submission in submissions { disk.submissions[submission.draft] = submission }
        return Memory(disk)
    }

    private func listed(_ state: ApplicationState) -> ApplicationSummary {
        ApplicationSummary(
            id: ApplicationID(7), title: "Sleep", state: state,
            datasets: [RequestedDataset(identifier: "EGAD1", title: LocalizedText("EGAD1"))])
    }

    @Test func aSubmissionThatStandsIsFoundThoughNoListIsLoaded() async {
        let memory = remembering(submission(.submitted, 5))
        #expect(
            await claim(memory, having: [5: .returned], asksPortal: false)
                == .standing(ApplicationID(5), .returned))
        #expect(memory.now.drafts.isEmpty)
    }

    @Test("What stands no more is forgotten", arguments: [ApplicationState.rejected, nil])
    func gone(state: ApplicationState?) async {
        let memory = remembering(submission(.submitted, 5))
        #expect(await claim(memory, having: state.map { [5: $0] } ?? [:]) == .made)
        #expect(memory.now.submissions.isEmpty)
    }

    @Test func aPortalThatIsAwayLeavesItUnsettled() async {
        let offline = PortalError(.offline, operation: "asking")
        let known = submission(.submitted, 5)
        #expect(await claim(remembering(known), failing: offline) == .unsettled(known, offline))
        #expect(await claim(remembering(), failing: offline) == .made, "It can be begun without the portal.")
    }

    @Test func anIntentionMayStillArriveForAWhile() async {
        let known = submission(.intended, nil)
        #expect(await claim(remembering(known)) == .unsettled(known, nil))
    }

    @Test func whatThePortalAloneKnowsIsTold() async {
        let memory = remembering()
        #expect(await claim(memory, listing: [listed(.submitted)]) == .standing(ApplicationID(7), .submitted))
        #expect(memory.now.drafts.isEmpty, "Nothing is left of it.")
        #expect(await claim(memory, listing: [listed(.closed)]) == .made)
    }

    // MARK: Copies

    @Test func aCopyThatWasBegunGoesOn() {
        let source = Application(id: ApplicationID(5), title: "", state: .submitted)
        var begun = Draft(copying: source, datasets: [], at: Story.beginning)
        begun.application = ApplicationID(9)
        var done = begun
        done.copied = nil
        done.savedAtService = done.revision
        #expect(Draft.begunCopy(of: source.id, among: [Made.draft("other"), begun])?.id == begun.id)
        #expect(Draft.begunCopy(of: source.id, among: [done]) == nil)
        #expect(Draft.begunCopy(of: ApplicationID(50), among: [begun]) == nil)
        // An id may begin as another one's does.
        let other = Made.draft("copy-\(source.id.rawValue)-2-1")
        #expect(Draft.begunCopy(of: source.id, among: [other]) == nil)
        var stored = StoredState(drafts: [Draft(copying: source, datasets: [], at: Story.beginning, number: 3)])
        stored.submissions = [
            Submission(
                draft: DraftID("copy-5-7"), application: nil, datasets: [], digest: AnswersDigest(stored: ""),
                phase: .submitted, time: Story.beginning)
        ]
        #expect(Draft.nextCopy(of: source.id, in: stored) == 8, "One that was submitted is remembered by its name.")
        let world = WizardWorld()
        world.state.requests.drafts = [begun]
        _ = world.state.copyAsNew(from: source)
        #expect(world.state.wizard?.session.draft.id == begun.id)
    }
}
