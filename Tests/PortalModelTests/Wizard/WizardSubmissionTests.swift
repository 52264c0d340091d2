import Foundation
import PortalModel
import Testing

@Suite("Sending a request")
struct WizardSubmissionTests {
    private func filledIn() -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        world.type("Long-read structural variants")
        world.press(.tab)
        world.type("To find out")
        world.press(.enter)
        world.type("what they do.")
        world.press(.tab)
        world.press(.down, .character(" "), .tab)
        world.type("ada@example.org")
        world.perform(.nextStep)
        world.settle()
        #expect(world.state.wizard?.step == .licences)
        world.press(.character("A"))
        world.perform(.showReview)
        world.fire(.journalDraft)
        world.settle()
        return world
    }

    private func confirm(_ world: WizardWorld) {
        world.perform(.submitRequest)
        world.type("submit")
        world.press(.enter)
    }

    /// Lets everything happen up to the call that submits, which has not been journalled yet.
    private func advanceToSubmitting(_ world: WizardWorld) {
        for _ in 0..<20 where world.state.wizard?.submission.phase != .submitting {
            world.runJournal()
            guard world.state.wizard?.submission.phase != .submitting else { break }
            world.runService()
        }
        #expect(world.state.wizard?.submission.phase == .submitting)
    }

    @Test func aWholeRequestByKeys() {
        let world = filledIn()
        #expect(world.state.wizard?.missingCount == 0)
        confirm(world)
        world.settle()
        #expect(world.state.wizard?.step == .result)
        #expect(world.calls.filter { $0 != "save" } == ["create", "accept", "submit"])
        let entry = world.portal.entries[ApplicationID(17)]
        #expect(entry?.state == .submitted)
        #expect(entry?.answers[WizardPortal.purpose] == .text("To find out\nwhat they do."))
        #expect(entry?.answers[WizardPortal.abroad] == .text("no"))
        #expect(world.disk.isEmpty)
        #expect(world.state.requests.drafts.isEmpty)
        world.press(.escape)
        #expect(world.state.screen == .requests)
    }

    @Test func datasetsLeaveTheBasketWhenTheApplicationIsThere() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        #expect(world.state.basket.items.count == 3)
        world.settle()
        #expect(world.state.basket.items.isEmpty)
        #expect(world.otherEffects.contains(.keepBasket([])))
    }

    @Test func theWordHasToBeTyped() {
        let world = filledIn()
        world.perform(.submitRequest)
        world.type("sub")
        world.press(.enter)
        #expect(world.state.wizard?.submission == SubmissionProgress.none)
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

    // MARK: Lost answers

    @Test("A lost answer to the creation never makes two applications", arguments: [true, false])
    func lostCreation(wasMade: Bool) {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.runJournal()
        world.runService(wasMade ? .lostAnswer : .lostRequest)
        #expect(world.serviceQueue.count == 1)
        world.settle()
        if wasMade {
            #expect(world.state.wizard?.draft.application == ApplicationID(17))
            #expect(world.state.wizard?.application != nil)
        } else {
            #expect(world.state.wizard?.opening == .notCreated(nil))
            #expect(world.portal.entries.isEmpty)
            world.press(.enter)
            world.settle()
            #expect(world.state.wizard?.draft.application == ApplicationID(17))
        }
        #expect(world.portal.entries.count == 1)
        #expect(world.disk[WizardWorld.draftID]?.application == ApplicationID(17))
        #expect(world.state.basket.items.isEmpty)
    }

    @Test func creationIsCheckedAgainWhenThePortalIsStillAway() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.runJournal()
        world.runService(.lostAnswer)
        world.runService(.lostRequest)
        #expect(world.state.wizard?.opening == .unknown(WizardWorld.lost))
        world.fire(.tryAgain)
        world.settle()
        #expect(world.state.wizard?.draft.application == ApplicationID(17))
        #expect(world.calls == ["create"])
    }

    @Test("Among several candidates only the person chooses", arguments: [0, 1, 2])
    func ambiguousCreation(choice: Int) {
        let world = WizardWorld()
        let identifiers = ["EGAD1", "EGAD2", "EGAD3"]
        _ = world.portal.create(identifiers, at: world.clock)
        world.send(.draftIDMade(WizardWorld.draftID))
        world.runJournal()
        world.runService(.lostAnswer)
        world.settle()
        guard case .ambiguous(let candidates) = world.state.wizard?.opening else {
            Issue.record("It should ask which one.")
            return
        }
        #expect(world.portal.entries.count == 2)
        for _ in 0..<choice { world.press(.down) }
        world.press(.enter)
        world.settle()
        #expect(world.portal.entries.count == (choice == 2 ? 3 : 2))
        let expected = choice == 2 ? ApplicationID(19) : candidates[choice].id
        #expect(world.state.wizard?.draft.application == expected)
    }

    @Test func refusedCreationIsExplainedAndNotRepeated() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.runJournal()
        let refusal = PortalError(.invalid([]), operation: "creating", detail: "Unbundleable catalogue items")
        world.runService(.refused(refusal))
        world.settle()
        #expect(world.state.wizard?.opening == .notCreated(refusal))
        #expect(world.disk[WizardWorld.draftID]?.phase == .editing)
        #expect(world.state.basket.items.count == 3)
    }

    @Test("A lost answer while submitting is settled by what the portal has", arguments: [true, false])
    func lostSubmission(arrived: Bool) {
        let world = filledIn()
        confirm(world)
        advanceToSubmitting(world)
        world.runJournal()
        world.runService(arrived ? .lostAnswer : .lostRequest)
        world.settle()
        if arrived {
            #expect(world.state.wizard?.step == .result)
            #expect(world.disk.isEmpty)
        } else {
            #expect(world.state.wizard?.submission == .stopped(.submitting, nil))
            #expect(world.disk[WizardWorld.draftID]?.phase == .editing)
            confirm(world)
            world.settle()
            #expect(world.state.wizard?.step == .result)
        }
        #expect(world.calls.filter { $0 == "submit" }.count == 1)
    }

    @Test("After a crash at any point it is sent once, and only when asked", arguments: 0..<12, [true, false])
    func crashWhileSending(steps: Int, carriedOut: Bool) {
        let world = filledIn()
        confirm(world)
        var left = steps
        while left > 0, !(world.journalQueue.isEmpty && world.serviceQueue.isEmpty) {
            if world.journalQueue.isEmpty { world.runService() } else { world.runJournal() }
            left -= 1
        }
        world.restart(carryingOutCalls: carriedOut)
        let wasSubmitted = world.portal.entries[ApplicationID(17)]?.state == .submitted
        if world.state.requests.drafts.isEmpty {
            #expect(wasSubmitted)
            return
        }
        world.reopen()
        world.settle()
        if wasSubmitted {
            #expect(world.state.wizard?.step == .result)
        } else {
            #expect(!world.calls.contains("submit"))
            #expect(world.state.wizard?.missingCount == 0)
            world.perform(.showReview)
            confirm(world)
            world.settle()
            #expect(world.state.wizard?.step == .result)
        }
        #expect(world.calls.filter { $0 == "submit" }.count <= 1)
        #expect(world.portal.entries.count == 1)
        #expect(world.disk.isEmpty)
    }

    @Test func failuresWhileSavingStopAndCanBeRepeated() {
        let world = filledIn()
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.type("!")
        world.perform(.showReview)
        world.settle()
        confirm(world)
        world.runJournal()
        world.runService(.lostRequest)
        world.settle()
        guard case .stopped(_, .some) = world.state.wizard?.submission else {
            Issue.record("It should stop: \(String(describing: world.state.wizard?.submission))")
            return
        }
        confirm(world)
        world.settle()
        #expect(world.state.wizard?.step == .result)
    }

    // MARK: Refusals

    @Test func findingsOfThePortalAreShownAtTheirFields() {
        let world = filledIn()
        confirm(world)
        advanceToSubmitting(world)
        world.runJournal()
        let found = ValidationWarning(key: "t.form.validation/invalid-email", field: WizardPortal.email)
        world.runService(.refused(PortalError(.invalid([found]), operation: "submitting")))
        world.settle()
        let wizard = world.state.wizard
        #expect(wizard?.focus == WizardPortal.email)
        #expect(wizard?.focusedField.map { wizard?.status(of: $0) } == .invalid([.invalidEmail]))
        world.type("x")
        #expect(world.state.wizard?.missingCount == 0)
    }

    @Test func licencesThatThePortalMissesAreAcceptedAgain() {
        let world = filledIn()
        confirm(world)
        advanceToSubmitting(world)
        world.portal.accept(ApplicationID(17), [])
        world.settle()
        #expect(world.state.wizard?.step == .licences)
        world.perform(.showReview)
        confirm(world)
        world.settle()
        #expect(world.state.wizard?.step == .result)
    }

    @Test func aConflictIsSettledByTheState() {
        let world = filledIn()
        world.portal.set(.closed, of: ApplicationID(17))
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.perform(.previousStep)
        world.type("?")
        world.perform(.saveNow)
        world.settle()
        #expect(world.state.wizard?.isLocked == true)
        let before = world.state.wizard?.draft.answers
        world.type("more")
        #expect(world.state.wizard?.draft.answers == before)
        #expect(world.state.availabilityOfSubmission != .available)
    }

    // MARK: Returned

    @Test func aReturnedRequestIsEditedAndSentAgain() {
        let world = filledIn()
        confirm(world)
        world.settle()
        world.portal.set(.returned, of: ApplicationID(17))
        world.press(.escape)
        guard let summary = world.portal.summaries.first else { return }
        world.state.requests.applications = [summary]
        world.state.requests.selection = 0
        world.perform(.editRequest)
        world.settle()
        #expect(world.state.wizard?.draft.answers.isEmpty == true)
        #expect(world.state.wizard?.missingCount == 0)
        world.send(.commandChosen(.showReview))
        world.press(.end, .home, .enter)
        #expect(world.state.wizard?.focus == WizardPortal.title)
        world.type(" again")
        world.perform(.showReview)
        confirm(world)
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
        #expect(world.state.wizard?.submission == SubmissionProgress.none)
        #expect(world.state.wizard?.application?.state == .returned)
    }

    @Test func aRequestReturnedAtOnceStillCountsAsSubmitted() {
        let world = filledIn()
        confirm(world)
        advanceToSubmitting(world)
        world.runJournal()
        world.runService(.lostAnswer)
        world.portal.set(.returned, of: ApplicationID(17))
        world.settle()
        #expect(world.state.wizard?.step == .result)
    }
}

extension SubmissionProgress {
    var phase: SubmissionPhase? {
        switch self {
        case .journalling(let phase, _), .underWay(let phase, _, _), .checking(let phase, _), .unknown(let phase, _),
            .stopped(let phase, _):
            phase
        case .none, .done: nil
        }
    }
}

extension AppState {
    fileprivate var availabilityOfSubmission: Availability { availability(of: .submitRequest) }
}
