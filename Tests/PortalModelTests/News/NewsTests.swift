import Foundation
import PortalModel
import Testing

@Suite("What is new since last time")
struct NewsTests {
    private let now = Story.beginning

    private func application(_ id: Int64, _ state: ApplicationState) -> ApplicationSummary {
        ApplicationSummary(id: ApplicationID(id), title: "Request \(id)", state: state)
    }

    private func lines(
        searches: [SavedSearch] = [], applications: [ApplicationSummary] = [],
        seen: [ApplicationID: ApplicationState] = [:], entitlements: [Entitlement] = [], drafts: [Draft] = []
    ) -> [NewsLine] {
        [NewsLine](
            searches: searches, applications: applications, seen: seen, entitlements: entitlements, drafts: drafts,
            now: now, languages: ["en"])
    }

    @Test("Searches with news are told, others are not")
    func searches() {
        var search = SavedSearch(id: "1", name: "a", line: "lung", at: now, total: 3)
        #expect(lines(searches: [search]).isEmpty)
        search.news = NewsCount(gone: 3)
        #expect(lines(searches: [search]).isEmpty, "what is gone is no news")
        search.news = NewsCount(changed: 1)
        #expect(lines(searches: [search]) == [.search(search)])
    }

    @Test("Requests are told whose state is another one; where nothing was ever seen, one that waits for an answer")
    func requests() {
        let all = [application(1, .approved), application(2, .returned), application(3, .draft)]
        #expect(lines(applications: all) == [.request(all[1], before: nil)])
        let seen: [ApplicationID: ApplicationState] = [ApplicationID(1): .submitted, ApplicationID(2): .returned]
        #expect(lines(applications: all, seen: seen) == [.request(all[0], before: .submitted)])
    }

    @Test("Drafts are told until they are submitted; what was left before anything was made of it is none")
    func drafts() {
        var draft = Made.draft("one")
        #expect(lines(drafts: [draft]).isEmpty)
        draft.revision = 1
        #expect(lines(drafts: [draft]) == [.draft(draft)])
        draft.phase = .submitted
        #expect(lines(drafts: [draft]).isEmpty)
    }

    @Test("N shows it, Enter goes there, and the start says so where a search has news")
    func shown() {
        let story = Story()
        story.start()
        #expect(!story.effects.contains(.searches(.list)), "who has saved none pays for none")
        var stored = StoredState()
        stored.hasSavedSearches = true
        let second = Story()
        second.start(stored)
        #expect(second.effects.contains(.searches(.list)))
        var search = SavedSearch(id: "1", name: "a", line: "lung", at: now, total: 3)
        search.news = NewsCount(new: 2)
        search.checkedAt = now.addingTimeInterval(-7200)
        second.send(.searches(.listed(.success([ListedSearch(search)]))))
        #expect(second.effects == [.searches(.check(search))], "it was asked long ago")
        #expect(second.state.toast == nil)
        search.news = NewsCount(new: 3, changed: 1)
        second.send(.searches(.listed(.success([ListedSearch(search)]))))
        second.send(.searches(.done(.check(search), nil)))
        #expect(
            second.state.toast?.message
                == .search(.newsOfSearches(count: 1, news: NewsCount(new: 3, changed: 1))))
        second.press("N")
        #expect(second.state.overlay == .news(selection: 0))
        second.press(.enter)
        #expect(second.state.overlay == .savedSearches)
        #expect(second.state.saved.selected?.search.id == "1")
    }

    @Test("Shown it asks for what was not asked for lately, and tells nothing of what it does not know")
    func asksWhenShown() {
        let story = Story()
        let now = story.state.now
        var search = SavedSearch(id: "1", name: "a", line: "lung", at: now, total: 3)
        search.checkedAt = now.addingTimeInterval(-60)
        story.press("N")
        #expect(story.effects.contains(.searches(.list)))
        story.send(.searches(.listed(.success([ListedSearch(search)]))))
        #expect(story.effects.isEmpty, "a minute ago is soon enough")
        story.press("r")
        #expect(story.effects == [.searches(.check(search))])
        let error = PortalError(.offline, operation: "search")
        story.send(.searches(.done(.check(search), error)))
        #expect(story.state.saved.failures["1"] == error && story.state.saved.checking.isEmpty)
        story.press(.escape)
        #expect(story.state.overlay == nil)
        search.checkedAt = now.addingTimeInterval(-301)
        story.press("N")
        story.send(.searches(.listed(.success([ListedSearch(search)]))))
        #expect(story.effects.isEmpty, "what failed is not asked for again unasked")
    }
}
