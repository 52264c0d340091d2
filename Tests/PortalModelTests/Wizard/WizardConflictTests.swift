import PortalModel
import Testing

@Suite("Answers that were changed in two places")
struct WizardConflictTests {
    private static let application = ApplicationID(17)

    /// A request whose title both sides know as "Known", opened again after the program has ended.
    private func reopened(
        typing words: String? = nil, _ change: (inout WizardPortal) -> Void
    ) -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest()
        world.type("Known")
        world.press(.tab)
        world.type("Why")
        world.perform(.saveNow)
        world.settle()
        if let words {
            world.press(.backTab)
            world.type(words)
            world.fire(.journalDraft)
            world.runJournal()
        } else {
            world.press(.escape)
            world.settle()
        }
        world.restart()
        change(&world.portal)
        world.reopen()
        world.settle()
        return world
    }

    private func both() -> WizardWorld {
        reopened(typing: ", here") { $0.answer(WizardPortal.title, of: Self.application, "Known, there") }
    }

    private func kept(_ field: FieldID, at world: WizardWorld) -> FieldValue? {
        world.portal.entries[Self.application]?.answers[field]
    }

    @Test func whatOnlyThePortalHasChangedIsTakenOverAndSaid() {
        let world = reopened { $0.answer(WizardPortal.title, of: Self.application, "Better") }
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == nil)
        #expect(world.state.wizard?.session.conflicts.isEmpty == true)
        #expect(world.state.toast?.text.contains("“Title”") == true)
    }

    @Test func whatOnlyWasChangedHereIsSentAndTheRestIsLeftAlone() {
        let world = reopened(typing: ", here") { $0.answer(WizardPortal.purpose, of: Self.application, "Better") }
        world.press(.tab)
        world.settle()
        #expect(kept(WizardPortal.title, at: world) == .text("Known, here"))
        #expect(kept(WizardPortal.purpose, at: world) == .text("Better"))
        #expect(world.state.wizard?.session.conflicts.isEmpty == true)
    }

    @Test func whatBothHaveChangedIsShownAndNeitherIsWrittenOver() throws {
        let world = both()
        let conflict = try #require(world.state.wizard?.session.conflicts[WizardPortal.title])
        #expect(
            conflict
                == AnswerConflict(
                    .portal, mine: .text("Known, here"), theirs: .text("Known, there"), before: .text("Known")))
        #expect(world.state.wizard?.mode == .comparing, "A draft that is opened shows it at once.")
        world.perform(.goBack)
        world.perform(.saveNow)
        world.settle()
        #expect(kept(WizardPortal.title, at: world) == .text("Known, there"))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == .text("Known, here"))
    }

    @Test func mineIsSentOnceItIsChosen() {
        let world = both()
        world.press("m")
        #expect(world.state.wizard?.comparison == nil)
        world.settle()
        #expect(kept(WizardPortal.title, at: world) == .text("Known, here"))
        #expect(world.state.wizard?.session.needsSaving == false)
    }

    @Test func theirsTakesThePlaceOfMine() {
        let world = both()
        world.press("t")
        world.settle()
        #expect(kept(WizardPortal.title, at: world) == .text("Known, there"))
        #expect(world.state.wizard?.session.draft.answers[WizardPortal.title] == nil)
        world.restart()
        world.reopen()
        world.settle()
        #expect(world.state.wizard?.session.conflicts.isEmpty == true, "It was chosen.")
    }

    @Test func allAreChosenAtOnce() {
        let world = both()
        world.perform(.goBack)
        world.portal.answer(WizardPortal.purpose, of: Self.application, "Other")
        world.passAMinute()
        world.press(.tab)
        world.type("!")
        world.press(.backTab)
        world.perform(.saveNow)
        world.settle()
        #expect(world.state.wizard?.session.conflicts.count == 2)
        world.press(.function(12), "T")
        world.settle()
        #expect(kept(WizardPortal.purpose, at: world) == .text("Other"))
        #expect(kept(WizardPortal.title, at: world) == .text("Known, there"))
        #expect(world.state.wizard?.session.conflicts.isEmpty == true)
    }

    @Test func aSaveLooksFirstWhereThePortalWasNotSeenForAWhile() {
        let world = WizardWorld()
        world.openNewRequest()
        world.type("Known")
        world.press(.tab)
        world.settle()
        for _ in 0..<4 { world.passAMinute() }
        world.portal.answer(WizardPortal.title, of: Self.application, "From the web page")
        world.press(.backTab)
        world.type(", here")
        world.press(.tab)
        world.settle()
        #expect(kept(WizardPortal.title, at: world) == .text("From the web page"))
        #expect(world.state.wizard?.session.conflicts.keys.contains(WizardPortal.title) == true)
        #expect(world.state.wizard?.mode != .comparing, "Nobody who types is interrupted.")
        world.perform(.showReview)
        guard case .unavailable = world.state.availability(of: .submitRequest) else {
            Issue.record("It could be submitted without a choice.")
            return
        }
    }

    @Test func anOlderCallThatArrivesLateIsNoConflict() {
        let world = WizardWorld()
        world.openNewRequest()
        world.type("First")
        world.press(.tab)
        world.runService(.lostRequest)
        world.press(.backTab)
        world.type(", second")
        world.press(.tab)
        world.perform(.saveNow)
        world.settle()
        #expect(kept(WizardPortal.title, at: world) == .text("First, second"))
        // What was given up on is carried out after all.
        world.portal.answer(WizardPortal.title, of: Self.application, "First")
        world.press(.escape)
        world.settle()
        world.restart()
        world.reopen()
        world.settle()
        #expect(world.state.wizard?.session.conflicts.isEmpty == true)
        world.press(.tab)
        world.settle()
        #expect(kept(WizardPortal.title, at: world) == .text("First, second"))
    }
}
