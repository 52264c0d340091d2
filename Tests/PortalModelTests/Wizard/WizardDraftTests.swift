import Foundation
import PortalModel
import Testing

@Suite("Drafts are safe")
struct WizardDraftTests {
    private func opened() -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        return world
    }

    // MARK: On this machine

    @Test func theClockStartsAtTheFirstUnsavedKeyOnly() {
        let world = opened()
        world.type("a")
        #expect(world.isRunning(.journalDraft))
        #expect(world.state.wizard?.session.isSavedHere == false)
        world.type("bc")
        world.fire(.journalDraft)
        #expect(world.journalQueue.count == 1)
        world.type("d")
        #expect(world.isRunning(.journalDraft), "A key during the write has a clock of its own.")
        world.fire(.journalDraft)
        #expect(world.journalQueue.count == 1, "Writes go one after the other.")
        world.runJournal()
        #expect(world.state.wizard?.session.isSavedHere == false)
        #expect(world.disk[WizardWorld.draftID]?.answers[WizardPortal.title] == .text("abc"))
        #expect(world.journalQueue.count == 1)
        world.runJournal()
        #expect(world.state.wizard?.session.isSavedHere == true)
        #expect(world.disk[WizardWorld.draftID]?.answers[WizardPortal.title] == .text("abcd"))
        #expect(!world.isRunning(.journalDraft))
        #expect(world.state.flushDrafts().isEmpty)
    }

    @Test func nothingWaitsLongerThan300Milliseconds() {
        let world = opened()
        world.type("a")
        let start = world.clock
        world.fire(.journalDraft)
        #expect(world.clock.timeIntervalSince(start) < 0.3)
    }

    @Test func aFullDiskIsSaidAndTriedAgain() {
        let world = opened()
        world.type("abc")
        world.fire(.journalDraft)
        let full = PortalError(.local, operation: "saving the draft", detail: "No space left on device")
        world.runJournal(failing: full)
        #expect(world.state.wizard?.session.journal.error == full)
        #expect(world.state.wizard?.session.isSavedHere == false)
        #expect(world.state.toast?.kind == .failure)
        #expect(world.state.flushDrafts().map(\.answers) == [world.state.wizard?.session.draft.answers])
        world.type("d")
        world.fire(.retryJournal)
        world.runJournal()
        #expect(world.state.wizard?.session.journal.error == nil)
        #expect(world.state.wizard?.session.isSavedHere == true)
    }

    @Test func nothingIsCreatedWhileTheDiskRefuses() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.runService()
        world.runJournal()
        world.runJournal(failing: PortalError(.local, operation: "saving the draft"))
        #expect(world.serviceQueue.isEmpty)
        world.fire(.retryJournal)
        world.settle()
        #expect(world.calls == ["create"])
    }

    @Test func leavingKeepsWithoutAsking() {
        let world = opened()
        world.type("abc")
        world.press(.escape)
        #expect(world.state.screen == .requests)
        #expect(world.state.overlay == nil)
        world.settle()
        #expect(world.disk[WizardWorld.draftID]?.answers[WizardPortal.title] == .text("abc"))
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title] == .text("abc"))
        #expect(world.state.requests.drafts.map(\.id) == [WizardWorld.draftID])
        world.reopen()
        world.settle()
        #expect(world.state.screen == .wizard)
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == .text("abc"))
    }

    @Test func theCursorComesBackToItsField() {
        let world = opened()
        world.type("abc")
        world.press(.tab)
        let field = world.state.wizard?.focus
        #expect(field != nil)
        world.press(.escape)
        #expect(world.state.wizard != nil, "the answers are still on their way")
        world.reopen()
        #expect(world.state.wizard?.focus == field)
        #expect(world.state.wizard?.editor != nil)
        world.settle()
    }

    @Test func aDeletedDraftDoesNotComeBack() {
        let world = opened()
        world.type("abc")
        world.press(.escape)
        world.runService(.lostRequest)
        world.settle()
        world.send(.request(ApplicationID(17), .deleted(nil)))
        world.settle()
        #expect(world.disk.isEmpty)
        if world.isRunning(.tryAgain) { world.fire(.tryAgain) }
        if world.isRunning(.journalDraft) { world.fire(.journalDraft) }
        world.settle()
        #expect(world.disk.isEmpty)
        #expect(world.state.wizard == nil)
    }

    @Test func aSecondRequestLetsTheFirstFinish() {
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        world.runJournal()
        #expect(world.serviceQueue.count == 1)
        world.state.screen = .basket
        world.state.basket.items.append(Made.basketItem(4))
        world.send(.draftIDMade(DraftID("draft-2")))
        #expect(world.state.parkedWizards.count == 1)
        world.settle()
        #expect(world.state.parkedWizards.isEmpty)
        #expect(world.disk[WizardWorld.draftID]?.application == ApplicationID(17))
        #expect(world.disk[DraftID("draft-2")]?.application == ApplicationID(18))
    }

    // MARK: At the service

    @Test func leavingAChangedFieldSavesItAndTypingWaitsThreeSeconds() {
        let world = opened()
        world.type("abc")
        #expect(world.serviceQueue.isEmpty)
        world.press(.tab)
        #expect(world.serviceQueue.isEmpty, "What is sent is on the disk first.")
        world.runJournal()
        #expect(world.serviceQueue.count == 1)
        world.type("x")
        world.press(.tab)
        #expect(world.serviceQueue.count == 1, "One call at a time.")
        world.runService()
        world.runJournal()
        #expect(world.serviceQueue.count == 1, "The next goes with everything newer.")
        world.settle()
        #expect(world.state.wizard?.session.needsSaving == false)
        world.press(.backTab)
        world.type("y")
        world.fire(.saveAtService)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.purpose] == .text("xy"))
    }

    @Test func withoutNetworkItWaitsAndTriesAgain() {
        let world = opened()
        world.type("abc")
        world.press(.tab)
        world.runService(.lostRequest)
        #expect(world.state.wizard?.session.service.phase == .backingOff)
        world.type("x")
        world.press(.tab)
        #expect(world.serviceQueue.isEmpty, "It does not hammer.")
        world.fire(.tryAgain)
        world.settle()
        #expect(world.state.wizard?.session.service.error == nil)
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.title] == .text("abc"))
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.purpose] == .text("x"))
    }

    @Test func wrongAnswersAreKeptHereAndHeldBack() {
        let world = opened()
        world.perform(.nextStep)
        world.type("ada@")
        world.press(.tab)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.email] == nil)
        #expect(world.state.wizard?.session.heldBack == 1)
        world.press(.backTab)
        world.type("example.org ")
        world.press(.tab)
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.answers[WizardPortal.email] == .text("ada@example.org"))
    }

    @Test func conditionalFieldsFollowTheService() {
        let world = opened()
        world.press(.tab, .tab)
        #expect(world.state.wizard?.focus == WizardPortal.abroad)
        world.press(.character(" "))
        world.settle()
        world.press(.tab)
        #expect(world.state.wizard?.focus == WizardPortal.countries)
        world.type("Norway")
        world.press(.backTab, .down, .character(" "))
        world.press(.tab)
        world.settle()
        #expect(world.state.wizard?.focus == WizardPortal.email || world.state.wizard?.focusedField?.isVisible == true)
        #expect(world.state.wizard?.session.savableAnswers[WizardPortal.countries] == nil)
        #expect(
            world.state.wizard?.session.draft.answers[WizardPortal.countries] == .text("Norway"),
            "Hidden, not forgotten.")
    }

    @Test func longListsAreNarrowedByTyping() {
        let world = opened()
        world.perform(.nextStep)
        world.press(.tab, .tab)
        world.type("12")
        world.press(.character(" "))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.methods] == .text("m12"))
        world.press(.escape)
        #expect(world.state.screen == .wizard)
        world.press(.character(" "))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.methods] == .text("m1 m12"))
        world.press(.escape)
        #expect(world.state.screen == .requests)
    }

    @Test func theEditorsTextComesBackWithoutItsLastLineEnd() {
        let world = opened()
        world.press(.tab)
        world.type("first")
        world.perform(.editInEditor)
        #expect(world.otherEffects.contains(.host(.edit(WizardPortal.purpose, "first"))))
        world.send(.editorClosed(WizardPortal.purpose, .success("first\nsecond\n")))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.purpose] == .text("first\nsecond"))
        let failure = PortalError(.local, operation: "the editor")
        world.send(.editorClosed(WizardPortal.purpose, .failure(failure)))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.purpose] == .text("first\nsecond"))
    }

    // MARK: Anything at any time

    @Test("Whatever happens, what was shown as saved is there after a crash", arguments: 0..<60)
    func randomLives(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let world = WizardWorld()
        world.send(.draftIDMade(WizardWorld.draftID))
        for _ in 0..<250 {
            world.step(&random)
            if Int.random(in: 0..<60, using: &random) == 0 {
                let saved = world.shownAsSaved
                world.restart(carryingOutCalls: Bool.random(using: &random))
                guard let saved else { continue }
                guard let kept = world.disk[saved.id] else {
                    let application = saved.application.flatMap { world.portal.entries[$0] }
                    #expect(application?.state == .submitted, "A draft is gone that was not submitted.")
                    return
                }
                #expect(kept.revision >= saved.revision)
                for (id, value) in saved.answers where kept.revision == saved.revision {
                    #expect(kept.answers[id] == value)
                }
                world.reopen()
            }
        }
        #expect(world.calls.filter { $0 == "create" }.count == world.portal.entries.count)
    }
}

extension WizardWorld {
    /// One thing that may happen next: a key, a write, a call, a timer.
    fileprivate func step(_ random: inout SeededGenerator) {
        let letters: [Character] = ["a", "é", "漢", "@", "1", "-", " ", "\u{301}"]
        let commands: [Command] = [
            .nextField, .previousField, .nextStep, .previousStep, .nextMissing, .showReview, .toggleChoice, .saveNow,
            .acceptLicence, .acceptAllLicences, .moveUp, .moveDown, .open, .jumpToField, .leaveWizard, .retry,
        ]
        switch Int.random(in: 0..<12, using: &random) {
        case 0...4: press(.character(letters.randomElement(using: &random) ?? "a"))
        case 5:
            press([Key.backspace, .control("w"), .control("_"), .left, .enter].randomElement(using: &random) ?? .left)
        case 6, 7: perform(commands.randomElement(using: &random) ?? .nextField)
        case 8: runJournal(failing: chance(8, &random) ? PortalError(.local, operation: "saving the draft") : nil)
        case 9:
            let fates: [Fate] = [.answered, .answered, .answered, .lostAnswer, .lostRequest]
            runService(fates.randomElement(using: &random) ?? .answered)
        case 10: runRead(failing: chance(4, &random) ? Self.lost : nil)
        default: if let timer = timers.keys.sorted(by: { "\($0)" < "\($1)" }).first { fire(timer) }
        }
        if state.screen != .wizard, state.overlay == nil, !state.requests.drafts.isEmpty { reopen() }
    }

    private func chance(_ one: Int, _ random: inout SeededGenerator) -> Bool {
        Int.random(in: 0..<one, using: &random) == 0
    }
}
