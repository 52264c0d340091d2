import Foundation
import PortalModel
import Testing

/// What was kept of earlier answers, on the screen.
@Suite("Kept answers")
struct KeptAnswerTests {
    private static let old = Story.beginning - 3600

    /// A first page of `total` datasets, as it was an hour ago: the titles say so.
    private static func oldPage(start: Int = 0, total: Int) -> SearchPage {
        var page = SearchPage.made(start: start, total: total)
        page.results = page.results.map { result in
            guard case .dataset(var summary) = result else { return result }
            summary.title += " as it was"
            return .dataset(summary)
        }
        return page
    }

    // MARK: Searching

    @Test("A kept search is shown at once with its age, and the fresh one takes its place under the cursor")
    func search() throws {
        let story = Story()
        story.start()
        story.recall(.results(page: 0), .page(Self.oldPage(total: 120)), at: Self.old)
        #expect(story.state.browser.results.total == 120)
        #expect(story.state.browser.results.isStale)
        #expect(story.state.browser.results.fetchedAt == Self.old)
        #expect(story.state.browser.results[3]?.dataset?.title == "Dataset 3 as it was")
        #expect(story.pagesUnderWay == [0], "the service is still asked, and for no more than before")

        for _ in 0..<30 { story.press("j") }
        let (selection, top) = (story.state.browser.selection, story.state.browser.top)
        #expect(top > 0)
        story.answerSearch(total: 121)
        #expect(story.state.browser.results[30]?.dataset?.title == "Dataset 30")
        #expect(story.state.browser.selection == selection)
        #expect(story.state.browser.top == top)
        #expect(!story.state.browser.results.isStale)
        #expect(story.state.browser.results.fetchedAt == story.state.now)
    }

    @Test("Far down in the list, rows stay in sight until their page has come anew")
    func furtherPages() {
        let story = Story()
        story.start()
        story.recall(.results(page: 0), .page(Self.oldPage(total: 500)), at: Self.old)
        story.press("G")
        story.recall(.results(page: 9), .page(Self.oldPage(start: 450, total: 500)), at: Self.old)
        let top = story.state.browser.top
        #expect(story.state.browser.results[499]?.dataset?.title == "Dataset 499 as it was")

        story.answerSearch(total: 500)
        #expect(story.state.browser.top == top)
        #expect(story.state.browser.results[499]?.dataset?.title == "Dataset 499 as it was")
        #expect(story.reads[.results(page: 9)]?.readID?.asksAnew == true, "rows of different times make no list")
        story.answerAllPages(total: 500)
        #expect(story.state.browser.results[499]?.dataset?.title == "Dataset 499")
        #expect(story.state.browser.top == top)
    }

    @Test("A fresh one is enough: nothing is awaited any more, and its age is its own")
    func freshSearch() {
        let story = Story.begun(total: 10)
        story.press("/")
        story.type("x")
        story.fire(.searchDebounce)
        let at = story.state.now - 120
        story.recall(.results(page: 0), .page(.made(total: 7)), at: at, isFresh: true)
        #expect(story.state.browser.results.total == 7)
        #expect(story.state.browser.results.fetchedAt == at)
        #expect(!story.state.browser.results.isStale)
        #expect(!story.state.isLoading)
    }

    @Test("When the service cannot be reached the old answer stays, with its age and the failure")
    func failedSearch() {
        let story = Story()
        story.start()
        story.recall(.results(page: 0), .page(Self.oldPage(total: 120)), at: Self.old)
        story.answerSearch(with: .failure(Made.offline))
        #expect(story.state.browser.results[3] != nil)
        #expect(story.state.browser.results.isStale)
        #expect(story.state.browser.results.fetchedAt == Self.old)
        #expect(story.state.browser.results.error == Made.offline)
        story.press("G")
        #expect(story.pagesUnderWay == [2])
        #expect(story.reads[.results(page: 2)]?.readID?.mayRecall == true, "its further pages may be kept, too")
    }

    @Test("r asks the service, whatever is kept")
    func refresh() {
        let story = Story.begun(total: 10)
        story.press("r")
        #expect(story.reads[.results(page: 0)]?.readID?.mayRecall == false)
        story.answerSearch(total: 10)
        story.press("s", "j", .enter)
        #expect(story.reads[.results(page: 0)]?.readID?.mayRecall == true)
    }

    @Test("A kept answer that nobody waits for any more is passed over")
    func late() throws {
        let story = Story.begun(total: 10)
        let before = story.state.browser.results
        for slot in [ReadSlot.results(page: 0), .filters, .dataset, .applications, .application, .entitlements] {
            let kept = KeptAnswer(.page(.made(total: 99)), at: Self.old, isFresh: true)
            story.send(.recalled(ReadID(slot, 1), kept))
        }
        #expect(story.state.browser.results == before)
    }

    @Test("Kept filters are there at once; the listed ones take their place and the cursor stays")
    func filters() {
        let story = Story()
        story.start()
        var access = Made.access
        access.values = [FilterValue(term: Made.term("open"), count: 1)]
        story.recall(.filters, .filters([Made.theme, access]), at: Self.old)
        #expect(story.state.browser.facets.pending != nil)
        story.press("f", .tab)
        #expect(story.state.browser.facets.chosenFilter?.key == access.key)
        story.answerFilters(with: .success(Made.filters))
        #expect(story.state.browser.facets.chosenFilter == Made.access)
        #expect(story.state.browser.facets.filters == Made.filters)
    }

    // MARK: A dataset

    private func opening(_ kept: DatasetDetail, isFresh: Bool = false) -> Story {
        let story = Story.begun(total: 10)
        story.press(.enter)
        story.recall(.dataset, .dataset(kept), at: Self.old, isFresh: isFresh)
        return story
    }

    @Test("A kept dataset is shown at once, and the fresh one without scrolling")
    func dataset() {
        let story = opening(Made.detail(0, contact: "old@example.org"))
        #expect(story.state.browser.detail?.detail == Made.detail(0, contact: "old@example.org"))
        #expect(story.state.browser.detail?.fetchedAt == Self.old)
        #expect(story.state.isLoading)
        story.send(.measured(ScrollExtent(lines: 100, visible: 10)))
        story.press("j", "j", "j")
        story.answerDataset(with: .success(Made.detail(0)))
        #expect(story.state.browser.detail?.detail == Made.detail(0))
        #expect(story.state.browser.detail?.offset == 3)
        #expect(story.state.browser.detail?.fetchedAt == story.state.now)
    }

    @Test("A failure keeps the old one in sight and says so")
    func failedDataset() {
        let story = opening(Made.detail(0))
        story.answerDataset(with: .failure(Made.offline))
        #expect(story.state.browser.detail?.detail == Made.detail(0))
        #expect(story.state.browser.detail?.fetchedAt == Self.old)
        #expect(story.state.browser.detail?.error == Made.offline)
        story.press("r")
        #expect(story.reads[.dataset]?.readID?.mayRecall == false)
        #expect(story.state.browser.detail?.detail == Made.detail(0), "what is there stays while it is asked for")
    }

    @Test("A dataset that was fetched in this run is asked for again when it is no longer fresh")
    func oldOfThisRun() {
        let story = Story.begun(total: 10)
        story.press(.enter)
        story.answerDataset(with: .success(Made.detail(0)))
        story.press(.escape)
        story.pass(seconds: 299)
        story.press(.enter)
        #expect(story.effects.isEmpty)
        story.press(.escape)
        story.pass(seconds: 2)
        story.press(.enter)
        #expect(story.state.browser.detail?.detail == Made.detail(0), "shown at once")
        #expect(story.reads[.dataset]?.readID?.asksAnew == true)
    }

    // MARK: Requests

    @Test("Kept requests are shown, asked for all the same, and replaced under the cursor")
    func requests() {
        let story = Story()
        story.start()
        story.recall(
            .applications, .applications((1...9).map { Made.application($0, .submitted, changed: Double($0)) }),
            at: Self.old, isFresh: true)
        story.recall(.entitlements, .entitlements([Entitlement(datasetIdentifier: "EGAD1")]), at: Self.old)
        #expect(story.state.requests.applications.count == 9)
        #expect(story.state.requests.shownAt == Self.old)
        #expect(story.state.requests.entitlements.count == 1)
        #expect(story.state.requests.pending != nil)

        story.press("3", "j", "j")
        let chosen = story.state.requests.rows[story.state.requests.selection].application?.id
        story.answerApplications(
            with: .success((1...10).map { Made.application($0, .approved, changed: Double($0)) }))
        #expect(story.state.requests.rows[story.state.requests.selection].application?.id == chosen)
        #expect(story.state.requests.shownAt == story.state.now)
        story.fire(.pollRequests)
        #expect(story.reads[.applications]?.readID?.mayRecall == false, "polling asks the service")
    }

    @Test("When the portal is down the kept requests stay, with their age")
    func failedRequests() {
        let story = Story()
        story.start()
        story.recall(.applications, .applications([Made.application(4, .submitted)]), at: Self.old)
        story.answerApplications(with: .failure(Made.offline))
        #expect(story.state.requests.applications.count == 1)
        #expect(story.state.requests.shownAt == Self.old)
        #expect(story.state.requests.error == Made.offline)
        story.press("3", .enter)
        story.recall(.application, .application(Made.fullApplication(4, .submitted)), at: Self.old, isFresh: true)
        #expect(story.state.requests.open?.application?.state == .submitted)
        #expect(story.state.requests.open?.pending != nil, "what was kept is never as good as asking")
        story.answerApplication(with: .failure(Made.offline))
        #expect(story.state.requests.open?.application?.state == .submitted)
        #expect(story.state.requests.open?.keptAt == Self.old)
        story.answerApplications(with: .failure(Made.offline))
        story.press("r")
        story.answerApplication(with: .success(Made.fullApplication(4, .approved)))
        #expect(story.state.requests.open?.keptAt == nil)
        #expect(story.state.requests.open?.application?.state == .approved)
    }

    // MARK: What must not rest on it

    @Test("A kept list discards no draft, and looking at a kept request is not having seen its news")
    func decidesNothing() {
        let story = Story()
        story.start(
            StoredState(drafts: [Made.draft("sent", application: 4, phase: .submitting)], seen: [:]))
        story.recall(.applications, .applications([Made.application(4, .approved)]), at: Self.old, isFresh: true)
        #expect(story.effects.isEmpty)
        #expect(story.state.requests.drafts.count == 1)
        #expect(story.state.requests.fetchedAt == nil, "nothing is known of what the service has")
        story.press("3", .enter)
        story.recall(.application, .application(Made.fullApplication(4, .approved)), at: Self.old, isFresh: true)
        #expect(story.effects.isEmpty)
        #expect(story.state.requests.seen.isEmpty)
        story.answerApplications(with: .success([Made.application(4, .approved)]))
        #expect(story.state.requests.drafts.isEmpty)
    }

    @Test("A creation is journalled with what the service has said, not with what was kept")
    func creation() throws {
        for isAnswered in [false, true] {
            let story = Story()
            story.start(StoredState(basket: [Made.basketItem(1)]))
            story.recall(.applications, .applications([Made.application(4, .draft)]), at: Self.old, isFresh: true)
            if isAnswered { story.answerApplications(with: .success([Made.application(9, .draft)])) }
            story.press("2", "n")
            story.send(.draftIDMade(DraftID("new")))
            if let draft = story.state.wizard?.session.draft { story.send(.requestClaimed(draft, .made)) }
            // Asked just before, the service cannot say what it has.
            guard case .asking(let inquiry, _)? = story.state.wizard?.session.opening else {
                Issue.record("Nothing is asked.")
                return
            }
            let failed = PortalError(.serverFault(status: 500), operation: "looking")
            story.send(.session(DraftID("new"), .reconciled(inquiry, .failure(failed))))
            let known = try #require(story.state.wizard).session.draft.knownBefore
            #expect(known == (isAnswered ? [ApplicationID(9)] : nil))
        }
    }

    @Test("The wizard takes no kept answer, even if one came")
    func wizard() throws {
        let story = Story.begun(applications: [Made.application(4, .draft)])
        story.press("3", .enter)
        let draft = Made.draft("application-4", application: 4)
        story.send(.session(draft.id, .opened(.success(draft))))
        let id = try #require(story.reads[.wizardApplication]?.readID)
        #expect(!id.mayRecall)
        story.send(
            .recalled(id, KeptAnswer(.application(Made.fullApplication(4, .draft)), at: Self.old, isFresh: true)))
        #expect(story.state.wizard?.session.application == nil)
        #expect(story.state.wizard?.session.loading?.id == id)
    }

    @Test("After signing out nothing of the one before is known")
    func signedOut() {
        let story = Story.begun(applications: [Made.application(4, .draft)])
        story.press(.enter)
        story.answerDataset(with: .success(Made.detail(0)))
        story.send(.identity(.signedOut(SignOutReport())))
        #expect(story.state.requests.fetchedAt == nil)
        #expect(story.state.requests.shownAt == nil)
        #expect(story.state.browser.fetched.isEmpty)
    }
}
