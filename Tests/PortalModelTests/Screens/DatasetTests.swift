import PortalModel
import Testing

@Suite("A dataset")
struct DatasetTests {
    private func opened(columns: Int = 80) -> Story {
        let story = Story.begun(columns: columns, total: 10)
        story.press(.enter)
        story.answerDataset(with: .success(Made.detail(0)))
        return story
    }

    @Test("What the list knows is shown at once, the rest as it comes")
    func opens() {
        let story = Story.begun(total: 10)
        story.press("j", .enter)
        #expect(story.state.browser.detail?.summary?.title == "Dataset 1")
        #expect(story.state.isLoading)
        #expect(
            story.effects == [
                .read(ReadID(.dataset, story.state.lastRead), .dataset(DatasetID("d1"))),
                .host(.startTimer(.ticker, milliseconds: 1000)),
            ])
        story.answerDataset(with: .success(Made.detail(1)))
        #expect(story.state.browser.detail?.detail == Made.detail(1))
        #expect(!story.state.isLoading)
    }

    @Test("Going back to a dataset of this run fetches nothing")
    func isInstantAgain() {
        let story = opened()
        story.press(.escape, "j", .enter)
        story.answerDataset(with: .success(Made.detail(1)))
        story.press("q", "k", .enter)
        #expect(story.effects.isEmpty)
        #expect(story.state.browser.detail?.detail == Made.detail(0))
    }

    @Test("Fifty datasets are remembered")
    func remembersSome() {
        let story = Story.begun(total: 60)
        for number in 0..<55 {
            story.press(.enter)
            story.answerDataset(with: .success(Made.detail(number)))
            story.press(.escape, "j")
            story.answerAllPages(total: 60)
        }
        #expect(story.state.browser.fetched.count == 50)
        #expect(story.state.browser.fetched.last?.detail.summary.id == DatasetID("d54"))
    }

    @Test("Esc stops the fetch; opening it again fetches again")
    func stopAndReopen() throws {
        let story = Story.begun()
        story.press(.enter)
        let late = try #require(story.reads[.dataset]?.readID)
        story.press(.escape)
        #expect(story.effects == [.cancelRead(.dataset)])
        story.send(.datasetAnswered(late, .success(Made.detail(0))))
        #expect(story.state.browser.detail?.detail == nil)
        story.press(.enter)
        #expect(story.reads[.dataset] != nil)
    }

    @Test("A failure is kept for the log and can be tried again")
    func failure() {
        let story = Story.begun()
        story.press(.enter)
        story.answerDataset(with: .failure(Made.offline))
        #expect(story.state.browser.detail?.error == Made.offline)
        #expect(story.state.failures.count == 1)
        story.press("r")
        story.answerDataset(with: .success(Made.detail(0)))
        #expect(story.state.browser.detail?.error == nil)
    }

    @Test("r fetches a known dataset anew")
    func refresh() {
        let story = opened()
        story.press("r")
        #expect(story.reads[.dataset] != nil)
        #expect(story.state.browser.detail?.summary == Made.dataset(0))
    }

    @Test("Tabs go round and begin at their top")
    func tabs() {
        let story = opened()
        story.send(.measured(ScrollExtent(lines: 100, visible: 10)))
        story.press("j", "j", .tab)
        #expect(story.state.browser.detail?.tab == .files)
        #expect(story.state.browser.detail?.offset == 0)
        story.press(.backTab, "[")
        #expect(story.state.browser.detail?.tab == .links)
        story.press("]")
        #expect(story.state.browser.detail?.tab == .overview)
    }

    @Test("Scrolling ends where the text ends")
    func scrolling() {
        let story = opened()
        story.send(.measured(ScrollExtent(lines: 40, visible: 17)))
        story.press("k")
        #expect(story.state.browser.detail?.offset == 0)
        story.press("G")
        #expect(story.state.browser.detail?.offset == 23)
        story.press("j", .pageDown)
        #expect(story.state.browser.detail?.offset == 23)
        story.press(.pageUp, "k")
        #expect(story.state.browser.detail?.offset == 23 - (story.state.pageRows - 1) - 1)
        story.press("g")
        #expect(story.state.browser.detail?.offset == 0)
        // A wider screen wraps the text into fewer lines.
        story.press("G")
        story.send(.measured(ScrollExtent(lines: 20, visible: 17)))
        story.press("k")
        #expect(story.state.browser.detail?.offset == 2)
    }

    @Test("On a wide screen the detail follows the cursor once it rests")
    func preview() {
        let story = Story.begun(columns: 120, total: 10)
        #expect(story.timers[.previewRest] == 150)
        story.press("j", "j")
        #expect(story.effects == [.host(.startTimer(.previewRest, milliseconds: 150))])
        #expect(story.reads[.dataset] == nil)
        story.fire(.previewRest)
        #expect(story.effects.first == .read(ReadID(.dataset, story.state.lastRead), .dataset(DatasetID("d2"))))
        #expect(story.state.browser.focus == .list)
        story.answerDataset(with: .success(Made.detail(2)))
        story.press(.enter)
        #expect(story.effects.isEmpty)
        #expect(story.state.browser.focus == .detail)
    }

    @Test("While the list scrolls beside it the preview makes way, and comes back when the cursor rests")
    func previewMakesWay() {
        let story = Story.begun(columns: 120, total: 200)
        story.fire(.previewRest)
        story.press("j")
        #expect(!story.state.browser.isPreviewAway, "nothing has scrolled")
        for _ in 0..<story.state.browserLayout.visibleResults { story.press("j") }
        #expect(story.state.browser.isPreviewAway)
        story.fire(.previewRest)
        #expect(!story.state.browser.isPreviewAway)
        story.press("k")
        #expect(!story.state.browser.isPreviewAway)
        story.press(.pageDown)
        #expect(!story.state.browser.isPreviewAway, "a page is drawn anew in any case")
    }

    @Test("On a narrow screen nothing is fetched unasked")
    func noPreview() {
        let story = Story.begun(columns: 119, total: 10)
        story.press("j")
        #expect(story.timers[.previewRest] == nil)
    }

    @Test("The preview of a row that was left in the meantime is dropped")
    func stalePreview() throws {
        let story = Story.begun(columns: 120, total: 10)
        story.fire(.previewRest)
        let old = try #require(story.reads[.dataset]?.readID)
        story.press("j")
        story.fire(.previewRest)
        story.send(.datasetAnswered(old, .success(Made.detail(0))))
        #expect(story.state.browser.detail?.id == DatasetID("d1"))
        #expect(story.state.browser.detail?.detail == nil)
    }

    @Test("Leaving the search field lets the preview follow")
    func previewAfterSearch() {
        let story = Story.begun(columns: 120)
        story.press("/")
        story.type("x")
        story.fire(.searchDebounce)
        story.answerSearch(with: .success(.of([Made.dataset(9)])))
        story.press(.enter)
        #expect(
            story.effects == [
                .disk(.keepSearch("x")), .host(.startTimer(.previewRest, milliseconds: 150)),
            ])
    }

    @Test("Finding lies over the page, which is where it was when one comes back")
    func finds() {
        let story = opened()
        story.press("]", "/")
        story.type("desk")
        guard case .datasetFind(let find, 0) = story.state.overlay else {
            Issue.record("\(String(describing: story.state.overlay))")
            return
        }
        #expect(find.text == "desk")
        story.press(.escape)
        #expect(story.state.overlay == nil)
        #expect(story.state.browser.focus == .detail)
        #expect(story.state.browser.detail?.tab == .files)
        #expect(story.state.browser.query.text.isEmpty, "nothing was searched for in the catalogue")
    }

    @Test("Identifier, address and contact are copied, or it is said why not")
    func copies() {
        let story = Story.begun(total: 10)
        story.press("y")
        #expect(story.effects == [.host(.copy("EGAD0"))])
        story.press("u")
        #expect(story.state.toast?.text == "Open the dataset first: ↵.")
        story.press(.enter)
        story.answerDataset(with: .success(Made.detail(0, contact: nil)))
        story.press("u")
        #expect(story.effects == [.host(.copy("https://example.org/d0"))])
        story.press("c")
        #expect(story.state.toast?.text == "This dataset gives no address.")
        story.send(.copied(bytes: 22))
        #expect(story.state.toast?.says(.success, "Copied (22 bytes), if your terminal allows it.") == true)
    }

    @Test("A text that the clipboard cannot take is shown in full")
    func clipboardUnavailable() {
        let story = opened()
        story.press("u")
        story.send(.clipboardUnavailable("https://example.org/d0"))
        guard case .text(_, let body, 0) = story.state.overlay else {
            Issue.record("No text is shown.")
            return
        }
        #expect(body == .verbatim("https://example.org/d0"))
        story.press("y")
        #expect(story.effects == [.host(.copy("https://example.org/d0"))])
        story.press("q")
        #expect(story.state.overlay == nil)
        #expect(story.state.browser.focus == .detail)
    }
}
