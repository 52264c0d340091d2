import Foundation
import PortalModel
import Testing

@Suite("Saved searches on the screen")
struct SavedSearchesTests {
    private func search(
        _ id: String, _ name: String, line: String = "lung", secondsAgo: Double = 0, _ news: NewsCount = NewsCount()
    ) -> ListedSearch {
        let time = Story.beginning.addingTimeInterval(-secondsAgo)
        var search = SavedSearch(id: id, name: name, line: line, at: time, total: 3)
        search.news = news
        return ListedSearch(search)
    }

    private func listed(_ searches: ListedSearch...) -> AppAction { .searches(.listed(.success(searches))) }

    private func begun() -> Story {
        let story = Story()
        story.start()
        return story
    }

    private func failure(_ reason: SavedSearchReason? = nil) -> PortalError {
        PortalError(.offline, operation: "search", because: reason.map(Reason.savedSearch))
    }

    @Test("w asks for a name, saves the search that is shown, and says so when the portal has answered")
    func saved() {
        let story = begun()
        story.press("w")
        #expect(story.state.overlay == nil, "all datasets are no search")
        story.press("/")
        story.type("lung")
        story.press(.enter, "w")
        #expect(story.state.overlay == .savedSearches)
        #expect(story.state.saved.naming?.name.text == "lung")
        story.type(" 2")
        story.press(.enter)
        #expect(story.effects == [.searches(.save(name: "lung 2", line: "lung"))])
        story.press(.enter)
        #expect(story.effects.isEmpty, "it is being saved")
        story.send(listed(search("1", "lung 2")))
        story.send(.searches(.done(.save(name: "lung 2", line: "lung"), nil)))
        #expect(story.state.overlay == nil)
        #expect(story.state.toast?.message == .search(.searchSaved(name: "lung 2")))
    }

    @Test("A search that cannot be saved keeps its name on the screen, with the reason")
    func notSaved() {
        let story = begun()
        story.press("/")
        story.type("lung")
        story.press(.enter, "w", .enter)
        story.send(.searches(.done(.save(name: "lung", line: "lung"), failure(.cut(most: 1000)))))
        #expect(story.state.saved.naming?.problem?.reason == .savedSearch(.cut(most: 1000)))
        #expect(story.state.saved.naming?.name.text == "lung")
        story.press(.escape)
        #expect(story.state.overlay == nil)
        #expect(story.state.saved.naming == nil)
    }

    @Test("A name that another one has is refused before anything is asked")
    func nameTaken() {
        let story = begun()
        story.press("W")
        story.send(listed(search("1", "a"), search("2", "b")))
        story.press("e", .backspace)
        story.type("b")
        story.press(.enter)
        #expect(story.effects.isEmpty)
        #expect(story.state.saved.naming?.problem?.reason == .savedSearch(.nameTaken(name: "b")))
        story.press(.backspace)
        story.type("c")
        #expect(story.state.saved.naming?.problem == nil)
        story.press(.enter)
        guard case .searches(.rename(let renamed, "c")) = story.effects.first else {
            Issue.record("\(story.effects)")
            return
        }
        #expect(renamed.id == "1")
    }

    @Test("What was asked long ago is asked for, one after the other; what nobody answers is asked for once")
    func checked() {
        let story = begun()
        story.press("W")
        #expect(story.effects == [.searches(.list)])
        let all = [search("1", "a", secondsAgo: 900), search("2", "b"), search("3", "c", secondsAgo: 900)]
        story.send(.searches(.listed(.success(all))))
        #expect(story.effects == [.searches(.check(all[0].search))])
        #expect(story.state.saved.checking == ["1", "3"])
        story.send(.searches(.done(.list, nil)))
        #expect(story.effects.isEmpty)
        story.send(.searches(.listed(.success(all))))
        #expect(story.effects.isEmpty, "one is asked for already")
        story.send(.searches(.done(.check(all[0].search), failure(.notWhole(given: 1, total: 2)))))
        #expect(story.effects.contains(.searches(.check(all[2].search))), "it was this search's failure")
        story.send(.searches(.done(.check(all[2].search), failure())))
        #expect(story.state.saved.checking.isEmpty)
        #expect(Set(story.state.saved.failures.keys) == ["1", "3"])
        story.send(.searches(.listed(.success(all))))
        #expect(story.effects.isEmpty, "what failed is not asked for again by itself")
        story.press("r")
        #expect(story.effects.contains(.searches(.check(all[0].search))))
        #expect(story.state.saved.checking == ["1", "2", "3"])
        // Whoever leaves has nothing more asked; what is under way is written down.
        story.press(.escape)
        story.send(.searches(.done(.check(all[0].search), nil)))
        #expect(story.effects.isEmpty)
    }

    @Test("Enter searches for it in the list, all datasets where its line is empty")
    func run() {
        let story = begun()
        story.press("W")
        story.send(listed(search("1", "a", line: "lung cancer"), search("2", "b", line: "")))
        story.press(.enter)
        #expect(story.state.overlay == nil)
        #expect(story.state.browser.query.text == "lung cancer")
        #expect(story.reads[.results(page: 0)] != nil)
        story.press("W")
        story.send(listed(search("1", "a", line: "lung cancer"), search("2", "b", line: "")))
        story.press(.down, .enter)
        #expect(story.state.browser.query == SearchQuery())
    }

    @Test("News are marked as seen, where there are some")
    func seen() {
        let story = begun()
        story.press("W")
        let news = NewsCount(new: 7, changed: 2)
        let all = [search("1", "a", news), search("2", "b")]
        story.send(.searches(.listed(.success(all))))
        story.press("m")
        #expect(story.effects.contains(.searches(.markSeen(all[0].search))))
        story.send(.searches(.done(.markSeen(all[0].search), nil)))
        #expect(story.state.toast?.message == .search(.markedSeen(name: "a", news: news)))
        story.press(.down, "m")
        #expect(story.state.toast?.message == .search(.nothingNew))
    }

    @Test("A search that was deleted comes back with z, and the cursor stays where it was")
    func deleted() {
        let story = begun()
        story.press("W")
        let all = [search("1", "a"), search("2", "b"), search("3", "c")]
        story.send(.searches(.listed(.success(all))))
        story.press("z")
        #expect(story.state.toast?.message == .search(.nothingDeleted))
        story.press(.down, "d")
        #expect(story.effects.contains(.searches(.remove(all[1].search))))
        story.send(.searches(.listed(.success([all[0], all[2]]))))
        story.send(.searches(.done(.remove(all[1].search), nil)))
        #expect(story.state.saved.selected?.search.id == "3")
        story.press("z")
        #expect(story.effects.contains(.searches(.restore(all[1].search))))
        story.send(.searches(.listed(.success(all))))
        story.send(.searches(.done(.restore(all[1].search), nil)))
        #expect(story.state.saved.selected?.search.id == "2")
        // Where the disk refuses, it says so, and nothing is gone.
        story.press("d")
        story.send(.searches(.done(.remove(all[1].search), failure(.refused(path: "/x", words: "full")))))
        #expect(story.state.saved.problem != nil)
    }
}
