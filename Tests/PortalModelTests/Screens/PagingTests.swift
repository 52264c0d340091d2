import Testing

@testable import PortalModel

@Suite("A list of thousands")
struct PagingTests {
    @Test("PageDown fetches the page ahead before it comes into sight, and nothing twice")
    func pagesAhead() {
        let story = Story.begun(total: 3000)
        // Nine datasets are in sight at 80×24: with 18 more the first page of 50 is enough.
        #expect(story.pagesUnderWay.isEmpty)
        story.press(.pageDown, .pageDown, .pageDown)
        #expect(story.state.browser.selection == 24)
        #expect(story.pagesUnderWay.isEmpty)
        story.press(.pageDown, .pageDown)
        #expect(story.pagesUnderWay == [1])
        story.press("k", "j", .pageDown)
        #expect(story.pagesUnderWay == [1])
        #expect(story.effects.isEmpty)
        story.answerSearch(page: 1, total: 3000)
        #expect(story.state.browser.results[99]?.dataset?.id == DatasetID("d99"))
    }

    @Test("The search of a further page asks for the same query at its offset")
    func asksAtTheOffset() {
        let story = Story.begun(total: 3000)
        story.press(.end)
        let number = story.state.lastRead
        #expect(
            story.effects == [
                .read(
                    ReadID(.results(page: 59), number, asksAnew: true),
                    .search(SearchQuery(), start: 2950, rows: 50))
            ], "rows of different times do not make one list")
        #expect(story.state.browser.selection == 2999)
        #expect(story.state.browser.selectedDataset == nil)
        story.answerSearch(page: 59, total: 3000)
        #expect(story.state.browser.selectedDataset?.id == DatasetID("d2999"))
        #expect(story.state.browser.top == 2991)
    }

    @Test("A page that was passed before it came is waited for, and shown where it belongs")
    func waitsForPagesLeftBehind() {
        let story = Story.begun(total: 3000)
        story.press("G", "g")
        #expect(story.pagesUnderWay == [59])
        story.answerSearch(page: 59, total: 3000)
        #expect(story.state.browser.results.pages[59]?.count == 50)
    }

    @Test("A held key asks for few pages on its way, and for those where the hand stops")
    func asksWhereTheHandStops() {
        let story = Story.begun(total: 100_000)
        for _ in 0..<60 { story.press(.pageDown) }
        let passed = story.pagesUnderWay
        #expect(passed == [1, 2, 3], "those that it passed first")
        #expect(story.timers[.pagesRest] == 150)
        story.fire(.pagesRest)
        let place = story.state.browser.top / ResultList.pageSize
        #expect(story.pagesUnderWay.contains(place))
        #expect(Array(story.effects.prefix(3)) == passed.map { Effect.cancelRead(.results(page: $0)) })
    }

    @Test("Passed pages that come at last make room for the one in sight")
    func goesOnWithAnAnswer() {
        let story = Story.begun(total: 100_000)
        for _ in 0..<60 { story.press(.pageDown) }
        for page in story.pagesUnderWay.prefix(2) { story.answerSearch(page: page, total: 100_000) }
        #expect(story.pagesUnderWay.contains(story.state.browser.top / ResultList.pageSize))
    }

    @Test("Pages far from the view are let go, and come again")
    func farPagesGo() {
        let story = Story.begun(total: 100_000)
        for _ in 0..<1200 {
            story.press(.pageDown)
            story.answerAllPages(total: 100_000)
        }
        let results = story.state.browser.results
        #expect(results.pages.count <= 2 * ResultList.keptAround + 5)
        #expect(results.pages[0] != nil, "the answer to the search")
        #expect(results[story.state.browser.selection] != nil)
        story.press("g", .pageDown, .pageDown, .pageDown, .pageDown, .pageDown)
        #expect(story.pagesUnderWay == [1])
    }

    @Test("Home, End and the arrows stay within the list")
    func staysWithin() {
        let story = Story.begun(total: 3000)
        story.press("k", .pageUp, .home)
        #expect(story.state.browser.selection == 0)
        story.press(.end, "j", .pageDown)
        #expect(story.state.browser.selection == 2999)
    }

    @Test("A page that fails leaves the list as fresh as it was, and is asked for again at the next key")
    func failedPage() {
        let story = Story.begun(total: 3000)
        story.press("G")
        story.answerSearch(page: 59, with: .failure(Made.offline))
        #expect(!story.state.browser.results.isStale)
        #expect(story.state.browser.results.error == Made.offline)
        story.press("k")
        #expect(story.pagesUnderWay == [59])
        story.answerSearch(page: 59, total: 3000)
        #expect(story.state.browser.results.error == nil)
    }

    @Test("A list that got shorter takes the cursor along")
    func listGotShorter() {
        let story = Story.begun(total: 3000)
        story.press("G")
        story.answerAllPages(total: 3000)
        story.press("r")
        story.answerSearch(total: 20)
        #expect(story.state.browser.selection == 19)
    }

    @Test("A service that claims an absurd total does no harm", arguments: [Int.max, -5])
    func absurdTotal(total: Int) {
        let story = Story.begun()
        story.press("r")
        var page = SearchPage.made(total: 50)
        page.total = total
        story.answerSearch(with: .success(page))
        story.press("G", .pageDown, "k", .pageUp, "g")
        #expect(story.state.browser.selection == 0)
    }

    @Test("Opening what is not fetched yet, or not readable, says so")
    func opensOnlyWhatIsThere() {
        let story = Story.begun(total: 3000)
        story.press("G", .enter)
        #expect(story.state.browser.focus == .list)
        #expect(story.state.toast?.text == "This one is not fetched yet.")

        let other = Story.begun()
        other.press("r")
        other.answerSearch(
            with: .success(SearchPage(start: 0, total: 1, results: [.unreadable(id: "x", reason: .words("No title."))]))
        )
        other.press(.enter)
        #expect(other.state.toast?.text == "The portal's record cannot be read: No title.")
    }

    @Test("On a tall screen more is fetched at once")
    func tallScreen() {
        let story = Story.begun(columns: 300, rows: 100, total: 3000)
        // 47 datasets in sight: two screens ahead reach into the third page.
        story.press("j")
        #expect(story.state.browser.results.pages.keys.sorted() == [0, 1])
        story.press(.pageDown)
        #expect(story.pagesUnderWay == [2])
    }
}
