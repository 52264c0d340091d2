import Foundation
import PortalModel
import Testing

@Suite("Start")
struct StartTests {
    @Test("The first frame shows what the last run left, and everything newer is asked for")
    func showsWhatTheLastRunLeft() {
        let query = SearchQuery(text: "asthma", sort: .newest)
        let stored = StoredState(
            basket: [Made.basketItem(1)],
            lastResults: StoredResults(query: query, page: .made(total: 120), at: Story.beginning - 3600),
            seen: [ApplicationID(4): .approved])
        let story = Story()
        story.start(stored)

        #expect(story.state.basket.items == [Made.basketItem(1)])
        #expect(story.state.browser.searchField.text == "asthma")
        #expect(story.state.browser.results.total == 120)
        #expect(story.state.browser.results.isStale)
        #expect(story.state.browser.results[49]?.dataset?.title == "Dataset 49")
        #expect(story.state.requests.seen == [ApplicationID(4): .approved])
        #expect(
            story.effects.compactMap(\.readID?.slot) == [.results(page: 0), .filters, .applications, .entitlements])
        #expect(story.effects.contains(.read(ReadID(.results(page: 0), 1), .search(query, start: 0, rows: 50))))
    }

    @Test("The cursor stays where it is when the same search comes in anew")
    func keepsTheCursorOnRefresh() {
        let story = Story()
        story.start(
            StoredState(lastResults: StoredResults(query: SearchQuery(), page: .made(total: 40), at: Story.beginning)))
        story.press("j", "j", "j")
        story.answerSearch(total: 40)
        #expect(story.state.browser.selection == 3)
        #expect(!story.state.browser.results.isStale)
    }

    @Test("What was taken in hand and left before anything was made is no draft")
    func leftClaim() {
        let story = Story()
        story.start(StoredState(drafts: [Made.draft("one")]))
        #expect(story.state.requests.drafts.isEmpty && story.state.toast == nil)
    }

    @Test("A draft that was kept is spoken of, with the way to it")
    func offersTheDraft() {
        let story = Story()
        var draft = Made.draft("one")
        draft.revision = 1
        story.start(StoredState(drafts: [draft]))
        #expect(story.state.toast?.text == "A draft of 1 dataset was kept: 3 opens the requests.")
        #expect(story.timers[.clearToast] != nil)
    }

    @Test("Drafts that are sent, or open in another program, are not offered")
    func doesNotOfferOthersDrafts() {
        let story = Story()
        story.start(
            StoredState(
                drafts: [Made.draft("one"), Made.draft("two", phase: .submitted)],
                heldElsewhere: [DraftID("one"): "host node7, process 4711"]))
        #expect(story.state.toast == nil)
    }

    @Test("Lines of a catalogue that were skipped are counted, and the log has the first of them with the reasons")
    func skippedLines() {
        let story = Story()
        story.start()
        let reasons = ["line 3: it is not valid JSON", "line 7: it has no \"id\""]
        story.send(.catalogueLinesSkipped(SkippedLines(file: "mine.jsonl", count: 5, first: reasons)))
        #expect(
            story.state.toast?.says(
                .warning,
                "5 lines of mine.jsonl were skipped, the rest is shown. The first: line 3: it is not valid JSON. "
                    + "L shows them all.") == true)
        #expect(
            story.state.failures.reversed().map(\.error.detail) == [
                "line 3: it is not valid JSON; it was skipped.", "line 7: it has no \"id\"; it was skipped.",
                "3 more could not be read and were skipped.",
            ])
    }

    @Test("How far the demo reads its catalogue is known while it does")
    func readsItsCatalogue() {
        let story = Story()
        story.start()
        let reading = CatalogueReading(file: "mine.jsonl", datasets: 1200, part: 0.25)
        story.send(.catalogueRead(reading))
        #expect(story.state.reading == reading)
        story.send(.catalogueRead(nil))
        #expect(story.state.reading == nil)
    }

    @Test("With no portal configured nothing is asked for and the first-start screen is shown")
    func firstStart() {
        let story = Story(profile: nil)
        story.start()
        #expect(story.effects.isEmpty)
        #expect(story.state.screen == .setup)
    }
}
