import Foundation
import PortalModel
import Testing

@Suite("Keys typed for one place do not run in another")
struct StrayKeyTests {
    private func browsing() -> Story {
        let story = Story()
        story.start()
        story.answerSearch(total: 3)
        return story
    }

    @Test func aKeyThatMeansNothingSaysSoOnce() {
        let story = browsing()
        story.press("Z")
        #expect(story.state.toast?.text == "Z does nothing here. ? shows what does.")
        story.press(.function(12))
        #expect(story.state.toast?.text == "F12 does nothing here. ? shows what does.")
    }

    @Test func lettersOfAWordAfterItDoNothing() {
        let story = browsing()
        story.type("web of science")
        #expect(story.state.overlay == nil)
        #expect(story.state.basket.items.isEmpty)
        #expect(story.state.browser.query.sort == SearchQuery().sort)
        #expect(story.state.toast?.text.contains("was not taken as keys") == true)
        story.pass(seconds: 0.5)
        story.press("s")
        #expect(story.state.overlay == .sort(selection: 0))
    }

    @Test func aKeyThatIsHeldDownStillMovesTheCursor() {
        let story = browsing()
        story.press("Z", "j", "j")
        #expect(story.state.browser.selection == 2)
    }

    @Test func whatFollowsARefusedKeyIsDroppedToo() {
        let story = browsing()
        story.press("2")
        story.press("n")
        #expect(story.state.toast?.kind == .warning)
        story.type("eu")
        #expect(story.state.toast?.text.contains("was not taken as keys") == true)
    }

    @Test func searchingBeginsWhereverDatasetsAre() {
        let story = browsing()
        story.press(.enter)
        #expect(story.state.browser.focus == .detail)
        // On a page its parts are looked through first; Enter goes on to the catalogue with the same words.
        story.press("/")
        story.type("sepsis")
        #expect(story.state.overlay == .datasetFind(find: TextBuffer("sepsis"), offset: 0))
        story.press(.enter)
        #expect(story.state.overlay == nil)
        #expect(story.state.browser.focus == .list)
        #expect(story.state.browser.query.text == "sepsis")
        story.press("2", "/")
        #expect(story.state.screen == .browser)
        #expect(story.state.browser.focus == .search)
    }

    @Test func theSecondTimeOneLeadsToTheList() {
        let story = browsing()
        story.press(.enter, "3", "1")
        #expect(story.state.browser.focus == .detail)
        story.press("1")
        #expect(story.state.browser.focus == .list)
    }

    @Test func whereADescriptionIsWrittenIsAskedFirst() {
        let story = browsing()
        story.press(.enter, "e", .enter)
        guard case .answersFile(let prompt) = story.state.overlay else {
            Issue.record("No path was asked for.")
            return
        }
        #expect(prompt.path.text.hasPrefix("./"))
        #expect(!story.effects.contains { if case .file(.exportDataset) = $0 { true } else { false } })
        story.press("/")
        story.type("tmp/x.ttl")
        story.press(.enter)
        #expect(
            story.effects.contains { if case .file(.exportDataset(_, _, "./")) = $0 { true } else { false } } == false)
    }

    @Test func aDatasetIsAskedForStraightFromTheListAfterAQuestion() {
        let story = browsing()
        story.press("n")
        guard case .confirm(let question) = story.state.overlay, case .requestDataset(let item) = question.subject
        else {
            Issue.record("Nothing was asked.")
            return
        }
        // What came with the key that brought the question up does not answer it.
        story.press(.enter)
        #expect(!story.effects.contains(.makeDraftID))
        story.pass(seconds: 1)
        story.press(.enter)
        #expect(story.effects.contains(.makeDraftID))
        story.send(.draftIDMade(DraftID("d1")))
        #expect(story.state.screen == .wizard)
        #expect(story.state.wizard?.session.draft.datasets.map(\.id) == [item.id])
    }
}

@Suite("Messages and the way back")
struct PlaceTests {
    @Test func aMessageGoesWithTheNextKey() {
        let story = Story()
        story.start()
        story.answerSearch(total: 3)
        story.press("x")
        #expect(story.state.toast?.text == "No facet is active.")
        story.press(.down)
        #expect(story.state.toast == nil)
    }

    @Test func aMessageGoesWithThePlace() {
        let story = Story()
        story.start()
        story.answerSearch(total: 3)
        story.press("b")
        #expect(story.state.toast?.kind == .success)
        story.press("2")
        #expect(story.state.toast == nil)
    }

    @Test func whatWasOpenedFromTheBasketLeadsBackToIt() {
        let story = Story()
        story.start()
        story.answerSearch(total: 3)
        story.press("b", "2", .enter)
        #expect(story.state.screen == .browser)
        #expect(story.state.browser.focus == .detail)
        story.press(.escape)
        #expect(story.state.screen == .basket)
    }

    @Test func whatIsPutBackGoesToItsPlaceAndIsNamed() {
        let story = Story()
        story.start()
        story.answerSearch(total: 3)
        story.press("b", .down, "b", .down, "b", "2")
        let before = story.state.basket.items
        #expect(before.count == 3)
        story.press(.home, .down, "d", "u")
        #expect(story.state.basket.items == before)
        #expect(story.state.basket.selection == 1)
        #expect(story.state.toast?.says(.success, "Put back: \(before[1].title)") == true)
    }
}
