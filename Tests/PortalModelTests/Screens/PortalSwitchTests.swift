import Foundation
import Testing

@testable import PortalModel

@Suite("Changing over to another portal")
struct PortalSwitchTests {
    private static let other = PortalDraft(name: "other", discovery: "https://other.example")
    private static let info = ProfileInfo(name: "other", title: "Other portal")
    private static let fault = PortalError(.local, operation: "opening the portal", detail: "It is broken.")

    private func changingOver(trying: Bool = false) -> Story {
        let story = Story()
        story.start(StoredState(basket: [Made.basketItem(1)], drafts: [Made.draft("one")]))
        story.press("@")
        let list = [
            KnownPortal(nil, name: "demo", title: "Demo portal"),
            KnownPortal(Self.other, name: "other", title: "Other"),
        ]
        story.send(.portals(.listed(.success(list))))
        story.press(.down)
        if trying { story.press("t") }
        story.press(.enter)
        return story
    }

    @Test("Calls under way are answered first, then the other portal is opened")
    func order() {
        let story = changingOver()
        #expect(story.effects.contains(.portals(.finishCalls)))
        #expect(!story.effects.contains(.portals(.openPortal(.named("other")))))
        story.press("n")
        #expect(story.state.overlay == .portals, "meanwhile nothing is begun")
        story.send(.portals(.callsFinished))
        #expect(story.effects == [.portals(.openPortal(.named("other")))])
    }

    @Test("Whoever does not wait for it stays, and nothing is changed under their hands")
    func stays() {
        let story = changingOver()
        story.press(.escape)
        #expect(story.state.portals.goingTo == nil)
        #expect(story.state.toast?.text == "It stays with this portal.")
        story.send(.portals(.callsFinished))
        #expect(story.effects.isEmpty)
        #expect(story.state.profile?.name != "other")
    }

    @Test("A form that something was laid over is there again with what was typed into it")
    func formStays() {
        let story = Story()
        story.start()
        story.press("@", "n")
        story.type("lab")
        story.press(.function(1), .escape)
        story.send(.commandChosen(.showPortals))
        #expect(story.state.portals.form?.draft.name == "lab")
    }

    @Test("Nothing of the portal before is in the state, and what it answers late is not taken")
    func nothingStays() throws {
        let story = changingOver()
        let late = try #require(story.reads[.results(page: 0)]?.readID)
        story.send(.portals(.callsFinished))
        story.send(.portalOpened(.success(Self.info)))
        #expect(story.timers.isEmpty)
        var fresh = AppState(now: story.state.now, terminal: story.state.terminal, profile: Self.info)
        fresh.lastRead = story.state.lastRead
        fresh.lastKeyAt = story.state.lastKeyAt
        fresh.message = story.state.message
        #expect(story.state == fresh)
        story.send(.started(StoredState()))
        story.send(.searchAnswered(late, .success(.made(total: 40))))
        #expect(story.state.browser.results.total == 0)
        #expect(story.effects.isEmpty)
    }

    @Test("A trial that is answered after the change-over is not taken for what the next form asks")
    func lateTrial() {
        let story = changingOver(trying: true)
        #expect(story.effects.contains(.portals(.finishCalls)))
        story.send(.portals(.callsFinished))
        story.send(.portalOpened(.success(Self.info)))
        story.send(.started(StoredState()))
        story.press("@", "n")
        story.type("new")
        story.press(.tab, .tab)
        story.type("https://new.example")
        story.press(.control("s"))
        let words = PortalTrial.Finding(service: "discovery", isWell: true, .words("answers"))
        story.send(.portals(.tried(1, PortalTrial(Self.other, findings: [words]))))
        #expect(story.state.portals.form?.found == nil)
        #expect(story.state.portals.form?.trial == .running(2))
    }

    @Test("A portal that cannot be opened costs nothing: the one that is open stays, with the reason")
    func failed() {
        let story = changingOver()
        story.send(.portals(.callsFinished))
        story.send(.portalOpened(.failure(Self.fault)))
        #expect(story.state.profile == .test)
        #expect(story.state.basket.items == [Made.basketItem(1)])
        #expect(story.state.portals.problem?.contains("It is broken.") == true)
        #expect(story.state.portals.goingTo == nil)
    }

    @Test("The portal that is open is opened anew only after it was changed")
    func same() {
        let profile = ProfileInfo(name: "other", title: "Other")
        let story = Story(profile: profile)
        story.start()
        story.press("@")
        let list = [KnownPortal(Self.other, name: "other", title: "Other")]
        story.send(.portals(.listed(.success(list))))
        story.press(.enter)
        #expect(story.effects.contains { $0 == .portals(.finishCalls) } == false)
        story.press("@")
        story.send(.portals(.listed(.success(list))))
        story.press("e", .function(10))
        story.send(.portals(.kept(Self.other, nil)))
        story.press(.enter)
        #expect(story.effects.contains(.portals(.finishCalls)))
    }

    @Test("At the first start the portal is opened as soon as it is kept")
    func firstStart() {
        let story = Story(profile: nil)
        story.start()
        story.press(.down, .enter)
        #expect(story.state.portals.form != nil)
        story.type("other")
        story.press(.tab, .tab)
        story.type("https://other.example")
        story.press(.function(10))
        #expect(story.effects == [.portals(.keepPortal(Self.other))])
        story.send(.portals(.kept(Self.other, nil)))
        #expect(story.effects == [.portals(.openPortal(.named("other")))])
        story.send(.portalOpened(.success(Self.info)))
        #expect(story.state.screen == .browser)
        #expect(story.state.overlay == nil)
    }

    @Test("Words that are not on the disk yet are written before, again if an answer changed them meanwhile")
    func unsavedWords() throws {
        var story = FormStory([FormStory.field("title", .text)])
        story.type("A title")
        story.edit { $0.overlay = .portals }
        story.send(.portals(.listed(.success([KnownPortal(Self.other, name: "other", title: "Other")]))))
        story.perform(.choose)
        let saved = story.state.flushDrafts()
        #expect(saved.count == 1)
        #expect(story.effects.contains(.portals(.finishCalls)))
        story.send(.portals(.callsFinished))
        #expect(!story.effects.contains(.portals(.openPortal(.named("other")))), "the disk has not confirmed them")
        let draft = try #require(saved.first)
        story.send(.session(draft.id, .journalled(revision: draft.revision, nil)))
        story.send(.portals(.callsFinished))
        #expect(story.effects.contains(.portals(.openPortal(.named("other")))))
    }

    @Test("What the disk refuses is not left behind: the program stays where it is and says why")
    func refused() throws {
        var story = FormStory([FormStory.field("title", .text)])
        story.type("A title")
        story.edit { $0.overlay = .portals }
        story.send(.portals(.listed(.success([KnownPortal(Self.other, name: "other", title: "Other")]))))
        story.perform(.choose)
        let draft = try #require(story.state.flushDrafts().first)
        story.send(.session(draft.id, .journalled(revision: draft.revision, Self.fault)))
        story.send(.portals(.callsFinished))
        #expect(!story.effects.contains(.portals(.openPortal(.named("other")))))
        #expect(story.state.portals.problem?.contains("could not be written to the disk") == true)
    }
}
