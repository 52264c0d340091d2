import PortalModel
import Testing

@Suite("A series and its datasets")
struct SeriesTests {
    private static let offline = PortalError(.offline, operation: "search")

    private func detail(_ number: Int, partOf: [DatasetReference] = []) -> DatasetDetail {
        DatasetDetail(summary: Made.dataset(number, isSeries: number == 0), partOf: partOf)
    }

    /// The series is on the screen and its datasets are asked for.
    private func opened() -> Story {
        let story = Story.begun(total: 0)
        story.press("/")
        story.type("x")
        story.fire(.searchDebounce)
        story.answerSearch(with: .success(.of([Made.dataset(0, isSeries: true), Made.dataset(1)])))
        story.press(.enter, .enter)
        story.answerDataset(with: .success(detail(0)))
        return story
    }

    private func answerMembers(
        _ story: Story, _ result: Result<SearchPage, PortalError>, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let id = story.take(.series, sourceLocation: sourceLocation) else { return }
        story.send(.searchAnswered(id, result), sourceLocation: sourceLocation)
    }

    private func question(_ story: Story) -> (SearchQuery, start: Int, rows: Int)? {
        guard case .read(_, .search(let query, let start, let rows)) = story.reads[.series] else { return nil }
        return (query, start, rows)
    }

    private func page(_ numbers: Range<Int>, total: Int) -> SearchPage {
        SearchPage(start: 0, total: total, results: numbers.map { .dataset(Made.dataset($0)) })
    }

    @Test("It asks for the datasets that name it by its title, and they open and lead back")
    func membersAndBack() throws {
        let story = opened()
        let asked = try #require(question(story))
        #expect(asked.0.facets == [.series("Dataset 0")])
        #expect(asked.start == 0)
        answerMembers(story, .success(page(1..<4, total: 3)))
        #expect(story.reads[.series] == nil)
        #expect(story.state.browser.detail?.members?.datasets.count == 3)
        story.press(.tab)
        #expect(story.state.browser.detail?.tab == .members)
        story.press("j", .enter)
        #expect(story.state.browser.detail?.id == DatasetID("d2"))
        story.answerDataset(
            with: .success(detail(2, partOf: [DatasetReference(id: DatasetID("d0"), title: "Dataset 0")])))
        #expect(story.reads[.series] == nil, "a dataset has no datasets")
        story.press(.escape)
        #expect(story.state.browser.detail?.id == DatasetID("d0"))
        #expect(story.state.browser.detail?.tab == .members)
        #expect(story.state.browser.detail?.members?.selection == 1)
        #expect(story.reads[.series] == nil, "what was fetched is there")
        story.press(.escape)
        #expect(story.state.browser.focus == .list)
    }

    @Test("A dataset leads to its series, and back to itself")
    func memberToSeries() {
        let story = Story.begun()
        story.press("j", .enter)
        story.answerDataset(
            with: .success(detail(1, partOf: [DatasetReference(id: DatasetID("d0"), title: "Dataset 0")])))
        story.press(.enter)
        #expect(story.state.browser.detail?.id == DatasetID("d0"))
        story.answerDataset(with: .success(detail(0)))
        #expect(question(story)?.0.facets == [.series("Dataset 0")])
        answerMembers(story, .success(page(1..<3, total: 2)))
        story.press(.escape)
        #expect(story.state.browser.detail?.id == DatasetID("d1"))
    }

    @Test("Of several series one is chosen; of none nothing opens")
    func several() {
        let story = Story.begun()
        story.press("j", .enter)
        let two = [0, 2].map { DatasetReference(id: DatasetID("d\($0)"), title: "Series \($0)") }
        story.answerDataset(with: .success(detail(1, partOf: two)))
        story.press(.enter)
        #expect(story.state.overlay != nil)
        story.press("j", .enter)
        #expect(story.state.browser.detail?.id == DatasetID("d2"))
        story.answerDataset(with: .success(detail(2)))
        story.press(.enter)
        #expect(story.state.browser.detail?.id == DatasetID("d2"))
        #expect(story.state.browser.trail.count == 1)
    }

    @Test("A series without datasets is no failure, and nothing of it goes into the basket")
    func empty() {
        let story = opened()
        answerMembers(story, .success(page(1..<1, total: 0)))
        let members = story.state.browser.detail?.members
        #expect(members?.total == 0)
        #expect(members?.error == nil)
        story.press(.tab, "j", .enter)
        #expect(story.state.browser.detail?.id == DatasetID("d0"), "nothing is chosen, nothing opens")
        story.press("b")
        #expect(story.state.basket.items.isEmpty)
        #expect(story.state.toast?.text.contains("lists no datasets") == true)
    }

    @Test("A failure is shown with the series, is in the log, and r asks again")
    func failure() {
        let story = opened()
        answerMembers(story, .failure(Self.offline))
        #expect(story.state.browser.detail?.members?.error == Self.offline)
        #expect(story.state.browser.detail?.detail != nil, "the series itself is there")
        #expect(story.state.failures.count == 1)
        story.press("r")
        story.answerDataset(with: .success(detail(0)))
        #expect(question(story)?.start == 0)
        answerMembers(story, .success(page(1..<3, total: 2)))
        #expect(story.state.browser.detail?.members?.error == nil)
        #expect(story.state.browser.detail?.members?.datasets.count == 2)
    }

    @Test("Many datasets come page by page, each once, until all are there")
    func paging() {
        let story = opened()
        answerMembers(story, .success(page(1..<201, total: 450)))
        #expect(question(story)?.start == 200)
        // One of them moved to the next page meanwhile.
        answerMembers(story, .success(page(200..<400, total: 450)))
        #expect(question(story)?.start == 400)
        answerMembers(story, .success(page(400..<450, total: 450)))
        #expect(story.reads[.series] == nil)
        let ids = story.state.browser.detail?.members?.datasets.map(\.id) ?? []
        #expect(Set(ids).count == ids.count)
        #expect(ids.count == 449)
    }

    @Test("A page that fails keeps those before it")
    func laterFailure() {
        let story = opened()
        answerMembers(story, .success(page(1..<201, total: 450)))
        answerMembers(story, .failure(Self.offline))
        #expect(story.state.browser.detail?.members?.datasets.count == 200)
        #expect(story.state.browser.detail?.members?.error == Self.offline)
        #expect(story.reads[.series] == nil)
    }

    @Test("A service that never comes to an end, or gives nothing, is left")
    func endless() {
        let story = opened()
        var pages = 0
        while story.reads[.series] != nil, pages < 100 {
            pages += 1
            answerMembers(story, .success(page(pages..<(pages + 1), total: 100_000)))
        }
        #expect(pages == 25)
        let other = opened()
        answerMembers(other, .success(page(1..<1, total: 100)))
        #expect(other.reads[.series] == nil)
    }

    @Test("What comes after one has gone elsewhere is dropped")
    func late() throws {
        let story = opened()
        let late = try #require(story.reads[.series]?.readID)
        story.press(.escape)
        story.send(.searchAnswered(late, .success(page(1..<3, total: 2))))
        #expect(story.state.browser.detail?.members?.datasets.isEmpty != false)
        #expect(story.state.browser.results.total == 2, "it is no answer to the list's search")
    }
}
