import Foundation
import PortalModel
import Testing

@Suite("Search as you type")
struct SearchTests {
    @Test("Each key starts the wait anew; the search runs when the typing rests")
    func waitsForTheTypingToRest() {
        let story = Story.begun()
        story.press("r")
        story.pass(seconds: 0.4)
        story.answerSearch(total: 3)
        story.press("/")
        #expect(story.state.browser.focus == .search)
        for character in "asthma" {
            story.type(String(character))
            #expect(story.effects == [.host(.startTimer(.searchDebounce, milliseconds: 150))])
        }
        #expect(story.pagesUnderWay.isEmpty)

        story.fire(.searchDebounce)
        let number = story.state.lastRead
        #expect(
            story.effects == [
                .read(ReadID(.results(page: 0), number), .search(SearchQuery(text: "asthma"), start: 0, rows: 50)),
                .host(.startTimer(.ticker, milliseconds: 1000)),
                .host(.stopTimer(.searchDebounce)),
            ])
    }

    @Test("Where answers come at once, each letter is asked for at once")
    func asksAtOnceWhereAnswersAreFast() {
        let story = Story.begun()
        story.press("r")
        story.pass(seconds: 0.02)
        story.answerSearch(total: 3)
        story.press("/")
        story.type("a")
        #expect(story.effects == [.host(.startTimer(.searchDebounce, milliseconds: 0))])
    }

    @Test("Command keys are letters while the search is typed")
    func lettersAreTyped() {
        let story = Story.begun()
        story.press("/")
        story.type("qb?:1")
        #expect(story.state.browser.searchField.text == "qb?:1")
        #expect(!story.state.isQuitting)
    }

    @Test("The answer to an older search is dropped, in whatever order they come")
    func dropsOldAnswers() throws {
        let story = Story.begun()
        story.press("/")
        story.type("a")
        story.fire(.searchDebounce)
        let old = try #require(story.reads[.results(page: 0)]?.readID)
        story.type("b")
        story.fire(.searchDebounce)
        story.send(.searchAnswered(old, .success(.made(total: 99))))
        #expect(story.effects.isEmpty)
        #expect(story.state.browser.results.total == 3)

        story.answerSearch(total: 7)
        #expect(story.state.browser.results.total == 7)
        story.send(.searchAnswered(old, .success(.made(total: 99))))
        #expect(story.state.browser.results.total == 7)
        #expect(story.state.browser.results.query?.text == "ab")
    }

    @Test("A new search cancels the further pages of the one before")
    func cancelsFurtherPages() {
        let story = Story.begun(total: 3010)
        story.press("G")
        #expect(story.pagesUnderWay == [59, 60])
        story.press("/")
        story.type("x")
        story.fire(.searchDebounce)
        #expect(story.effects.prefix(2) == [.cancelRead(.results(page: 59)), .cancelRead(.results(page: 60))])
        #expect(story.pagesUnderWay == [0])
    }

    @Test("A new result set begins at its first row and is kept for the next start")
    func beginsAtTheTop() {
        let story = Story.begun(total: 3000)
        story.press(.pageDown, .pageDown)
        story.answerAllPages(total: 3000)
        story.press("/")
        story.type("x")
        story.fire(.searchDebounce)
        story.pass(seconds: 0.25)
        story.answerSearch(total: 10)
        #expect(story.state.browser.selection == 0)
        #expect(story.state.browser.top == 0)
        #expect(story.state.browser.results.duration == 0.25)
    }

    @Test("A failed search keeps the results in sight, marked stale, and is logged")
    func failureKeepsResults() {
        let story = Story.begun(total: 10)
        story.press("r")
        story.answerSearch(with: .failure(Made.offline))
        #expect(story.state.browser.results.total == 10)
        #expect(story.state.browser.results[9] != nil)
        #expect(story.state.browser.results.isStale)
        #expect(story.state.browser.results.error == Made.offline)
        #expect(story.state.failures.map(\.error) == [Made.offline])

        story.press("r")
        story.answerSearch(total: 11)
        #expect(story.state.browser.results.error == nil)
        #expect(!story.state.browser.results.isStale)
        #expect(story.state.browser.results.fetchedAt == story.state.now)
    }

    @Test("Esc stops a search under way; what was there before stays")
    func escapeStops() throws {
        let story = Story.begun(total: 10)
        story.press("r")
        let read = try #require(story.reads[.results(page: 0)]?.readID)
        story.press(.escape)
        #expect(story.effects.prefix(2) == [.cancelRead(.results(page: 0)), .host(.stopTimer(.searchDebounce))])
        #expect(story.state.toast?.text == "Stopped. What was there before is still shown.")
        #expect(!story.state.isLoading)
        story.send(.searchAnswered(read, .success(.made(total: 99))))
        #expect(story.state.browser.results.total == 10)
    }

    @Test("Esc in the list then clears the search, then drops the marks")
    func escapeGoesUp() {
        let story = Story.begun(total: 10)
        story.press("/")
        story.type("x")
        story.fire(.searchDebounce)
        story.answerSearch(total: 10)
        story.press(.enter, " ")
        #expect(story.state.browser.marks.contains(DatasetID("d0")))
        story.press(.escape)
        #expect(story.state.browser.query.text.isEmpty)
        #expect(story.state.browser.searchField.isEmpty)
        story.answerSearch(total: 10)
        #expect(story.state.browser.marks.contains(DatasetID("d0")))
        story.press(.escape)
        #expect(story.state.browser.marks.isEmpty)
    }

    @Test("Esc while typing clears the search and goes to the list")
    func escapeWhileTyping() {
        let story = Story.begun()
        story.press("/")
        story.type("x")
        story.press(.escape)
        #expect(story.state.browser.focus == .list)
        #expect(story.state.browser.query.text.isEmpty)
        #expect(story.pagesUnderWay == [0])
    }

    @Test("A paste of several lines becomes one line")
    func pasteIsOneLine() {
        let story = Story.begun()
        story.press("/")
        story.paste("breast\ncancer\r\n\nexomes")
        #expect(story.state.browser.searchField.text == "breast cancer exomes")
        #expect(story.timers[.searchDebounce] != nil)
    }

    @Test("The last facet is taken off with x and all with X, each with a reason when there is none")
    func pills() {
        let story = Story.begun()
        story.press("x")
        #expect(story.state.toast?.says(.warning, "No facet is active.") == true)
        story.press("f", " ", .down, " ", .escape)
        #expect(story.state.browser.query.facets.map(\.value.label) == ["open", "restricted"])
        story.press("x")
        #expect(story.state.browser.query.facets.map(\.value.label) == ["open"])
        #expect(story.pagesUnderWay == [0])
        story.press("X")
        #expect(story.state.browser.query.facets.isEmpty)
    }

    @Test("all/any and Beacon are part of the search and run it again")
    func matchingAndBeacon() {
        let story = Story.begun()
        story.press("a", "B")
        #expect(story.state.browser.query == SearchQuery(matching: .any, includeBeacon: true))
        story.press("a", "B")
        #expect(story.state.browser.query == SearchQuery())
        #expect(story.readsStarted.count { $0.readID?.slot == .results(page: 0) } == 5)
    }

    @Test("An answer without Beacon counts says so and keeps its results")
    func beaconError() {
        let story = Story.begun()
        story.press("B")
        var page = SearchPage.made(total: 4)
        page.beaconError = "The network did not answer."
        story.answerSearch(with: .success(page))
        #expect(story.state.browser.results.total == 4)
        #expect(story.state.browser.results.beaconError == "The network did not answer.")
    }
}
