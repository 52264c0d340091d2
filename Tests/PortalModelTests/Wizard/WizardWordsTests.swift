import Foundation
import PortalModel
import Testing

@Suite("No word and no request is lost or doubled")
struct WizardWordsTests {
    private func opened() -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        return world
    }

    /// Chooses the option at `offset` of the field on which the sight of another depends.
    private func answerAbroad(_ world: WizardWorld, yes: Bool) {
        for _ in 0..<8 where world.state.wizard?.focus != WizardPortal.abroad { world.press(.tab) }
        world.press(yes ? .up : .down, .character(" "))
        world.settle()
    }

    // MARK: What is sent

    @Test func anAnswerThatWasHiddenIsSentWhenItShowsAgain() {
        let world = opened()
        answerAbroad(world, yes: true)
        world.press(.tab)
        world.type("Norway")
        world.press(.backTab)
        answerAbroad(world, yes: false)
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.countries] == nil)
        answerAbroad(world, yes: true)
        #expect(world.state.wizard?.session.application?.field(WizardPortal.countries)?.isVisible == true)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.countries] == .text("Norway"))
        #expect(world.state.wizard?.session.needsSaving == false)
    }

    @Test func anAnswerThatBecameRightByAChangeOfTheFormIsSent() {
        let world = opened()
        world.type(String(repeating: "x", count: 41))
        world.press(.tab)
        world.type("why")
        world.press(.tab)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title] == nil)
        world.portal.titleLength = 100
        world.press(.escape)
        world.reopen()
        world.settle()
        world.press(.tab)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title]?.text.count == 41)
    }

    @Test func aPortalThatKeepsAnotherTextThanWasSentIsNotSentItForEver() {
        let world = opened()
        world.portal.trims = true
        world.type("title ")
        world.press(.tab)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title] == .text("title"))
        #expect(world.calls.filter { $0 == "save" }.count == 2, "Once more, and no more.")
    }

    @Test func whatThePortalDidNotKeepIsNotSubmitted() {
        let world = WizardWorld.filledIn()
        world.portal.answer(WizardPortal.purpose, of: ApplicationID(17), "Older words")
        world.portal.keepsNothing = true
        for _ in 0..<3 { world.perform(.previousStep) }
        world.press(.tab)
        world.type("!")
        world.perform(.showReview)
        world.settle()
        // Changed on both sides: that is chosen first.
        #expect(world.state.wizard?.session.conflicts.isEmpty == false)
        world.perform(.compareAnswers)
        world.press("m")
        world.settle()
        world.perform(.showReview)
        world.confirm()
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.state == .draft)
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.purpose] == .text("To find out\nwhat they do.!"))
        #expect(world.state.wizard?.session.warnings.values.contains([.keptOtherwise]) == true)
        #expect(world.state.wizard?.session.isLocked == false)
    }

    @Test func whatWasChangedAtTheWebPageAfterTheReviewIsReadBeforeItIsSubmitted() {
        let world = WizardWorld.filledIn()
        world.portal.answer(WizardPortal.purpose, of: ApplicationID(17), "Better words")
        world.confirm()
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.state == .draft)
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.purpose] == nil)
        world.confirm()
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.state == .submitted)
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.purpose] == .text("Better words"))
    }

    @Test func anAnswerFromTheWebPageIsNotWrittenOverByAnOlderOneFromHere() {
        let world = opened()
        world.type("From here")
        world.press(.tab)
        world.settle()
        world.press(.escape)
        world.settle()
        world.restart()
        world.portal.answer(WizardPortal.title, of: ApplicationID(17), "From the web page")
        world.reopen()
        world.settle()
        world.perform(.saveNow)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title] == .text("From the web page"))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == nil)
    }

    @Test func anAnswerThatWasNotSentYetStaysAndIsSentWhenItIsChosen() {
        let world = opened()
        world.type("From here")
        world.press(.tab)
        world.settle()
        world.press(.backTab)
        world.type(", and newer")
        world.fire(.journalDraft)
        world.runJournal()
        world.restart()
        world.portal.answer(WizardPortal.title, of: ApplicationID(17), "From the web page")
        world.reopen()
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title] == .text("From the web page"))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == .text("From here, and newer"))
        world.perform(.keepMine)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title] == .text("From here, and newer"))
    }

    // MARK: Asked twice

    @Test func pressingTwiceMakesOneRequest() {
        let world = WizardWorld()
        world.send(.draftIDMade(DraftID("draft-1")))
        world.send(.draftIDMade(DraftID("draft-2")))
        world.settle()
        #expect(world.calls == ["create"])
        #expect(world.state.requests.drafts.map(\.id) == [DraftID("draft-1")])
        #expect(world.state.screen == .wizard)
    }

    @Test func aRequestThatIsBeingMadeCannotBeDeletedMeanwhile() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.runJournal()
        world.press(.escape)
        #expect(world.state.screen == .requests)
        guard case .unavailable = world.state.availability(of: .deleteRequest) else {
            Issue.record("The portal would be left with an application of no draft.")
            return
        }
        world.settle()
        #expect(world.state.availability(of: .deleteRequest) == .available)
    }

    // MARK: The editor

    @Test func aTextFromTheEditorForAFieldThatHasGoneIsKeptAndShown() {
        let world = opened()
        answerAbroad(world, yes: true)
        world.press(.tab)
        world.perform(.editInEditor)
        #expect(world.otherEffects.contains(.host(.edit(WizardPortal.countries, ""))))
        world.portal.asksForCountries = false
        world.perform(.saveNow)
        world.type("x")
        world.fire(.saveAtService)
        world.settle()
        #expect(world.state.wizard?.session.application?.field(WizardPortal.countries) == nil)
        world.send(.editorClosed(WizardPortal.countries, .success("Norway and Chile\n")))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.countries] == .text("Norway and Chile"))
        #expect(world.state.overlay?.textBody == "Norway and Chile")
        world.fire(.journalDraft)
        world.settle()
        #expect(world.disk[WizardWorld.draftID]?.answers[WizardPortal.countries] == .text("Norway and Chile"))
    }

    @Test func wordsForAFieldThatHasGoneAreShownAtTheReview() {
        let world = opened()
        answerAbroad(world, yes: true)
        world.press(.tab)
        world.type("Norway")
        world.portal.asksForCountries = false
        world.perform(.showReview)
        world.settle()
        #expect(world.state.wizard?.session.application?.field(WizardPortal.countries) == nil)
        #expect(world.state.wizard?.reviewItems.last == .unasked(WizardPortal.countries))
        world.press(.end, .enter)
        #expect(world.state.overlay?.textBody == "Norway")
    }

    @Test func aTextFromTheEditorForARequestThatIsLockedIsShown() {
        let world = opened()
        world.press(.tab)
        world.perform(.editInEditor)
        world.portal.set(.closed, of: ApplicationID(17))
        world.type("x")
        world.fire(.saveAtService)
        world.settle()
        #expect(world.state.wizard?.session.isLocked == true)
        world.send(.editorClosed(WizardPortal.purpose, .success("an hour's work")))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.purpose] != .text("an hour's work"))
        #expect(world.state.overlay?.textBody == "an hour's work")
    }
}

extension Overlay {
    var textBody: String? {
        guard case .text(_, let body, _) = self else { return nil }
        if case .verbatim(let text) = body { return text }
        return body.words
    }
}
