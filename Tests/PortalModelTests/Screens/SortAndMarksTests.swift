import PortalModel
import Testing

@Suite("Sort order")
struct SortTests {
    @Test("The menu begins at the order in force; Enter runs the search in the chosen one")
    func choosesAnOrder() {
        let story = Story.begun()
        story.press("s")
        #expect(story.state.overlay == .sort(selection: 0))
        story.press("j", .enter)
        #expect(story.state.overlay == nil)
        #expect(story.state.browser.query.sort == .newest)
        #expect(story.pagesUnderWay == [0])
        story.press("s")
        #expect(story.state.overlay == .sort(selection: 1))
    }

    @Test("Choosing the same order, or leaving, searches nothing")
    func nothingToDo() {
        let story = Story.begun()
        story.press("s", .enter)
        #expect(story.effects.isEmpty)
        story.press("s", "G", "j", "q")
        #expect(story.state.overlay == nil)
        #expect(story.state.browser.query.sort == .relevance)
    }

    @Test("Columns of the table for which services have no order are offered, and it is said that the mirror has it")
    func ordersByColumn() {
        let story = Story.begun()
        story.press("t", "s")
        let columns = story.state.offeredOrders.dropFirst(SearchSort.allCases.count)
        #expect(columns.first == .column(.access))
        #expect(!columns.contains(.column(.year)))
        story.press(.end, .enter)
        #expect(story.state.toast?.text.contains("no order by “Publisher”") == true)
        #expect(story.state.browser.query.facets.isEmpty)
    }

    @Test("The menu's cursor stays within it")
    func staysWithin() {
        let story = Story.begun()
        story.press("s", "k", .end, .down)
        #expect(story.state.overlay == .sort(selection: SearchSort.allCases.count - 1))
        story.press(.home)
        #expect(story.state.overlay == .sort(selection: 0))
    }
}

@Suite("Marks")
struct MarkTests {
    private func ids(_ story: Story) -> [String] { story.state.browser.marks.datasets.map(\.id.rawValue) }

    @Test("Space marks and goes on, again takes the mark back")
    func marks() {
        let story = Story.begun(total: 10)
        story.press(" ", " ", "k", " ")
        #expect(ids(story) == ["d0"])
        #expect(story.state.browser.selection == 2)
    }

    @Test("V marks from the last mark to the cursor, in both directions")
    func range() {
        let story = Story.begun(total: 20)
        story.press("V")
        #expect(story.state.toast?.says(.warning, "Mark the first one with Space.") == true)
        story.press("j", "j", " ", "j", "V")
        #expect(ids(story) == ["d2", "d3", "d4"])
        story.press("g", "V")
        #expect(Set(ids(story)) == ["d0", "d1", "d2", "d3", "d4"])
    }

    @Test("A range over pages that are not fetched says how many are left out")
    func rangeOverMissingPages() {
        let story = Story.begun(total: 3000)
        story.press(" ", "G")
        story.answerAllPages(total: 3000)
        story.press("V")
        #expect(story.state.browser.marks.count == 100)
        #expect(
            story.state.toast?.text == "2900 of them are not fetched yet and stay unmarked. Scroll past them first.")
    }

    @Test("Marks outlive the results that they were set in; the range's beginning does not")
    func marksOutliveResults() {
        let story = Story.begun(total: 10)
        story.press(" ", " ", "/")
        story.type("x")
        story.fire(.searchDebounce)
        story.answerSearch(with: .success(.of([Made.dataset(77)])))
        story.press(.enter, "V")
        #expect(story.state.toast?.says(.warning, "Mark the first one with Space.") == true)
        story.press(" ", "b")
        #expect(story.state.basket.items.map(\.id.rawValue) == ["d0", "d1", "d77"])
        #expect(story.state.toast?.text == "3 datasets put into the basket.")
        #expect(story.state.browser.marks.isEmpty)
    }

    @Test("A record that cannot be read is not marked")
    func unreadable() {
        let story = Story.begun()
        story.press("r")
        story.answerSearch(
            with: .success(
                SearchPage(
                    start: 0, total: 2,
                    results: [.unreadable(id: nil, reason: .words("No id.")), .dataset(Made.dataset(1))])))
        story.press(" ")
        #expect(story.state.browser.marks.isEmpty)
        story.press("j", " ", "k", "V")
        #expect(ids(story) == ["d1"])
    }
}
