import Foundation
import PortalModel
import Testing

@Suite("Requests that one call creates and submits")
struct WizardAtOnceTests {
    @Test func itIsSentOnceAndOnlyWhenSubmitted() async {
        let world = AtOnceWorld()
        await world.fillIn()
        #expect(world.portal.all.isEmpty)
        #expect(world.state.wizard?.session.missingCount == 0)
        world.confirm()
        await world.settle()
        #expect(world.portal.all.map(\.identifiers) == [["EGAD1"]])
        #expect(world.portal.all.first?.answers[AtOncePortal.purpose] == .text("To find out"))
        #expect(world.state.wizard?.step == .result)
        #expect(world.disk.isEmpty)
        #expect(world.state.basket.items.map(\.identifier) == ["EGAD2"], "The other dataset stays.")
    }

    @Test func aLostAnswerIsFoundAgain() async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        await world.settle(commits: true, answers: false)
        #expect(world.portal.all.count == 1)
        #expect(world.state.wizard?.session.submission == .done)
    }

    @Test func aLostRequestIsNotSentAgainUnasked() async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        await world.settle(commits: false, answers: false)
        #expect(world.portal.all.isEmpty)
        #expect(world.state.wizard?.step == .review)
        world.confirm()
        await world.settle()
        #expect(world.portal.all.count == 1)
        #expect(world.state.wizard?.session.submission == .done)
    }

    @Test(arguments: [true, false])
    func afterAKillThePortalIsAskedFirst(committed: Bool) async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        if committed {
            await world.settle(commits: true, answers: false, asks: false)
        } else {
            while !world.sendIsPending, !world.pending.isEmpty { await world.settleOne() }
        }
        world.restart()
        world.state.screen = .requests
        world.press(.editRequest)
        await world.settle()
        #expect(world.portal.all.count == (committed ? 1 : 0))
        #expect((world.state.wizard?.session.submission == .done) == committed)
        guard !committed else { return }
        #expect(world.state.wizard?.session.application != nil, "The form is there to go on with.")
        world.press(.showReview)
        world.confirm()
        await world.settle()
        #expect(world.portal.all.count == 1)
        #expect(world.portal.all.first?.answers[AtOncePortal.purpose] == .text("To find out"))
    }

    @Test func whenThePortalCannotBeAskedNothingIsSent() async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        await world.settle(commits: true, answers: false, asks: false)
        world.press(.submitRequest)
        await world.settle()
        #expect(world.portal.all.count == 1)
        #expect(world.state.wizard?.session.submission == .done)
    }

    @Test func aSecondRequestForTheSameIsPossibleAndNotTakenForTheFirst() async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        await world.settle()
        let first = world.portal.application(0).summary
        world.state.wizard = nil
        world.state.requests.applications = [first]
        world.state.basket.items = [Made.basketItem(1)]
        await world.fillIn()
        world.confirm()
        // The first one has the same answers and is minutes old: it must not be adopted.
        await world.settle(commits: false, answers: false)
        #expect(world.state.wizard?.session.submission != .done)
        world.confirm()
        await world.settle(commits: true, answers: false)
        #expect(world.portal.all.count == 2)
        #expect(world.state.wizard?.session.draft.application == ApplicationID("req-1"))
    }

    @Test func aRequestThatArrivesLateIsFoundBeforeItIsSentAgain() async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        await world.settle(commits: false, answers: false)
        world.arriveLate()
        world.confirm()
        await world.settle()
        #expect(world.portal.all.count == 1)
        #expect(world.state.wizard?.session.submission == .done)
    }

    @Test func aRequestThatArrivesLateWithOtherAnswersIsForThePersonToTell() async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        await world.settle(commits: false, answers: false)
        world.arriveLate()
        world.press(.previousStep)
        world.type("!")
        world.press(.showReview)
        world.confirm()
        await world.settle()
        guard case .ambiguous(let candidates) = world.state.wizard?.session.opening else {
            Issue.record("It was not asked.")
            return
        }
        #expect(world.portal.all.count == 1)
        #expect(candidates.count == 1)
        // None of these: the changed one is sent, and the one before is not taken for it any more.
        world.press(.moveDown)
        world.press(.open)
        await world.settle()
        world.press(.showReview)
        world.confirm()
        await world.settle()
        #expect(world.portal.all.count == 2)
        #expect(world.state.wizard?.session.draft.application == ApplicationID("req-1"))
    }

    @Test func whatCannotBeToldThePersonIsAsked() async {
        let world = AtOnceWorld(portal: AtOncePortal(rewrites: true))
        await world.fillIn()
        world.confirm()
        await world.settle(commits: true, answers: false)
        guard case .ambiguous(let candidates) = world.state.wizard?.session.opening else {
            Issue.record("It was not asked.")
            return
        }
        #expect(candidates.map(\.id) == [ApplicationID("req-0")])
        world.press(.open)
        await world.settle()
        #expect(world.state.wizard?.session.submission == .done)
        #expect(world.portal.all.count == 1)
    }

    @Test func refusedAnswersAreShownWhereTheyBelong() async {
        let world = AtOnceWorld()
        await world.fillIn()
        world.confirm()
        while !world.sendIsPending, !world.pending.isEmpty { await world.settleOne() }
        guard let draft = world.state.wizard?.session.draft.id else { return }
        let warning = ValidationWarning(key: "t.form.validation/invalid-value", field: AtOncePortal.purpose)
        world.send(.session(draft, .sent(.failure(PortalError(.invalid([warning]), operation: "sending")))))
        #expect(world.state.wizard?.focus == AtOncePortal.purpose)
        #expect(world.state.wizard?.session.submission.isUnderWay == false)
    }
}
