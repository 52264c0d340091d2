import PortalModel
import Testing

@Suite("Sending a request")
struct WizardSubmissionTests {
    @Test func aWholeRequestByKeys() {
        let world = WizardWorld.filledIn()
        #expect(world.state.wizard?.session.missingCount == 0)
        world.confirm()
        world.settle()
        #expect(world.state.wizard?.step == .result)
        #expect(world.calls.filter { $0 != "save" } == ["create", "accept", "submit"])
        let entry = world.portal.entries[ApplicationID(17)]
        #expect(entry?.state == .submitted)
        #expect(entry?.answers[WizardPortal.purpose] == .text("To find out\nwhat they do."))
        #expect(entry?.answers[WizardPortal.abroad] == .text("no"))
        #expect(world.disk.isEmpty)
        #expect(world.state.requests.drafts.isEmpty)
        world.press(.enter)
        #expect(world.state.screen == .requests)
    }

    @Test("The page after sending shows what the committee makes of it, without a key")
    func theResultFollows() throws {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.settle()
        #expect(world.state.wizard?.session.application?.state == .submitted)
        #expect(world.isRunning(.pollRequests))
        world.portal.set(.approved, of: ApplicationID(17))
        world.fire(.pollRequests)
        world.settle()
        #expect(world.state.wizard?.step == .result)
        #expect(world.state.wizard?.session.application?.state == .approved)
        #expect(world.state.requests.seen[ApplicationID(17)] == .approved, "It was read there.")
        #expect(world.isRunning(.pollRequests), "It may be withdrawn.")
        world.fire(.pollRequests)
        world.runRead(failing: WizardWorld.lost)
        #expect(world.state.wizard?.session.application?.state == .approved)
    }

    @Test("After it is sent Esc leads to where the request was begun", arguments: [Screen.basket, .browser])
    func backToWhereItBegan(origin: Screen) {
        let world = WizardWorld.filledIn(from: origin)
        world.confirm()
        world.settle()
        #expect(world.state.wizard?.step == .result)
        world.press(.escape)
        #expect(world.state.screen == origin)
        #expect(world.state.wizard == nil)
    }

    @Test("What was not sent is found among the requests, and Esc leads there")
    func notSentIsAmongTheRequests() {
        let world = WizardWorld.filledIn(from: .browser)
        world.press(.escape)
        #expect(world.state.screen == .requests)
    }

    @Test func datasetsLeaveTheBasketWhenTheApplicationIsThere() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        #expect(world.state.basket.items.count == 3)
        world.settle()
        #expect(world.state.basket.items.isEmpty)
        #expect(world.otherEffects.contains(.disk(.keepBasket([]))))
    }

    @Test func theWordHasToBeTyped() {
        let world = WizardWorld.filledIn()
        world.perform(.submitRequest)
        world.type("sub")
        world.press(.enter)
        #expect(world.state.wizard?.session.submission == SubmissionProgress.none)
        world.press(.escape)
        world.settle()
        #expect(!world.calls.contains("submit"))
    }

    @Test func incompleteRequestsAreNotSubmitted() {
        let world = WizardWorld()
        world.openNewRequest()
        world.perform(.showReview)
        world.perform(.submitRequest)
        #expect(world.state.overlay == nil)
        #expect(world.state.toast?.text.contains("missing") == true)
        world.send(.commandChosen(.nextMissing))
        #expect(world.state.wizard?.focus == WizardPortal.title)
    }

    @Test func findingsOfThePortalAreShownAtTheirFields() {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.advanceToSubmitting()
        world.runJournal()
        let found = ValidationWarning(key: "t.form.validation/invalid-email", field: WizardPortal.email)
        world.runService(.refused(PortalError(.invalid([found]), operation: "submitting")))
        world.settle()
        let wizard = world.state.wizard
        #expect(wizard?.focus == WizardPortal.email)
        #expect(wizard?.focusedField.map { wizard?.status(of: $0) } == .invalid([.invalidEmail]))
        world.type("x")
        #expect(world.state.wizard?.session.missingCount == 0)
    }

    @Test func licencesThatThePortalMissesAreAcceptedAgain() {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.advanceToSubmitting()
        world.portal.accept(ApplicationID(17), [])
        world.settle()
        #expect(world.state.wizard?.step == .licences)
        world.perform(.showReview)
        world.confirm()
        world.settle()
        #expect(world.state.wizard?.step == .result)
    }

    @Test func aConflictIsSettledByTheState() {
        let world = WizardWorld.filledIn()
        world.portal.set(.closed, of: ApplicationID(17))
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.type("?")
        world.perform(.saveNow)
        world.settle()
        #expect(world.state.wizard?.session.isLocked == true)
        let before = world.state.wizard?.session.draft.answers
        world.type("more")
        #expect(world.state.wizard?.session.draft.answers == before)
        #expect(world.state.availabilityOfSubmission != .available)
    }

    // MARK: Returned

    @Test func aReturnedRequestIsEditedAndSentAgain() {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.settle()
        world.portal.set(.returned, of: ApplicationID(17))
        world.press(.enter)
        guard let summary = world.portal.summaries.first else { return }
        world.state.requests.applications = [summary]
        world.state.requests.selection = 0
        world.perform(.editRequest)
        world.settle()
        #expect(world.state.wizard?.session.draft.answers.isEmpty == true)
        #expect(world.state.wizard?.session.missingCount == 0)
        world.send(.commandChosen(.showReview))
        world.press(.end, .home, .enter)
        #expect(world.state.wizard?.focus == WizardPortal.title)
        world.type(" again")
        world.perform(.showReview)
        world.confirm()
        world.settle()
        #expect(world.state.wizard?.step == .result)
        #expect(world.portal.entries[ApplicationID(17)]?.events.count == 2)
        #expect(
            world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title]
                == .text("Long-read structural variants again"))
        // It may come back once more: that is a new draft, not the one that was sent.
        world.portal.set(.returned, of: ApplicationID(17))
        world.state.screen = .requests
        world.perform(.editRequest)
        world.settle()
        #expect(world.state.wizard?.session.submission == SubmissionProgress.none)
        #expect(world.state.wizard?.session.application?.state == .returned)
    }

    @Test func aRequestReturnedAtOnceStillCountsAsSubmitted() {
        let world = WizardWorld.filledIn()
        world.confirm()
        world.advanceToSubmitting()
        world.runJournal()
        world.runService(.lostAnswer)
        world.portal.set(.returned, of: ApplicationID(17))
        world.settle()
        #expect(world.state.wizard?.step == .result)
    }
}

extension AppState {
    fileprivate var availabilityOfSubmission: Availability { availability(of: .submitRequest) }
}
