import Foundation
import PortalModel
import Testing

@Suite("The search line")
struct SearchLineTests {
    private func facets(_ story: Story) -> [String] {
        story.state.browser.query.facets.map { "\($0.filter.key)\($0.comparison.rawValue)\($0.value.value)" }
    }

    private func field(_ story: Story) -> String { story.state.browser.searchField.text }

    private func story(_ text: String = "") -> Story {
        let story = Story.begun()
        story.press("/")
        story.type(text)
        return story
    }

    @Test("A condition becomes a pill when a blank follows it; the words around it are searched for")
    func conditionsBecomePills() {
        let story = story("lung access:restricted")
        #expect(facets(story).isEmpty)
        #expect(story.state.browser.query.text == "lung", "a condition is no word")
        story.type(" ")
        #expect(facets(story) == ["access_rights=urn:restricted"])
        #expect(field(story) == "lung ")
        #expect(story.state.browser.focus == .search)
        #expect(story.pagesUnderWay == [0])
        story.type(#"cancer theme:"Rare diseases" individuals>=100 "#)
        #expect(field(story) == "lung cancer ")
        #expect(
            facets(story) == ["access_rights=urn:restricted", "theme=urn:Rare diseases", "individuals>=100"])
        story.press(.enter)
        #expect(story.state.browser.focus == .list)
        #expect(story.state.browser.query.text == "lung cancer")
    }

    @Test("Enter takes all of the line, whatever stands at its end")
    func enterTakesAll() {
        let story = story("theme:(Oncology or Cardiology) sort:-title modified:2024 lung")
        story.press(.enter)
        #expect(
            facets(story) == [
                "theme=urn:Oncology", "theme=urn:Cardiology", "modified>=2024-01-01", "modified<=2024-12-31",
            ])
        #expect(story.state.browser.query.sort == .titleDescending)
        #expect(story.state.browser.query.text == "lung")
        #expect(story.state.browser.focus == .list)
        // What became a pill by itself is taken back by itself.
        story.press("z")
        #expect(facets(story) == ["theme=urn:Oncology", "theme=urn:Cardiology"])
    }

    @Test("Alternatives among all words are any of the words")
    func alternatives() {
        let story = story("(lung or breast)")
        story.press(.enter)
        #expect(story.state.browser.query.text == "lung breast")
        #expect(story.state.browser.query.matching == .any)
    }

    @Test("What is wrong is told at its column, and the line stays until it is right")
    func errorsStayInTheLine() {
        let story = story("lung acess:restricted")
        story.press(.enter)
        #expect(story.state.browser.focus == .search)
        #expect(field(story) == "lung acess:restricted")
        #expect(story.state.browser.entry.problem?.column == 6)
        guard case .unknownName(_, _, let meant, _) = story.state.browser.entry.problem?.reason else {
            Issue.record("no problem with a name")
            return
        }
        #expect(meant == ["access"])
        #expect(story.state.browser.query.text == "lung")
        story.press(.left)
        #expect(story.state.browser.entry.problem == nil)
        story.type("x")
        story.press(.enter)
        #expect(story.state.browser.entry.problem != nil)
        // Escape clears as ever.
        story.press(.escape)
        #expect(story.state.browser.focus == .list)
        #expect(field(story).isEmpty)
    }

    @Test("What is not finished is no error while it is typed")
    func unfinishedIsNoError() {
        let story = story("lung (breast or ")
        #expect(story.state.browser.entry.problem == nil)
        #expect(story.state.browser.query.text == "lung")
        story.press(.enter)
        #expect(story.state.browser.entry.problem?.reason == .termExpected(sign: "or"))
    }

    @Test("What the portal cannot be asked is told before anything is sent")
    func whatCannotBeAsked() {
        let story = story("lung -breast")
        story.fire(.searchDebounce)
        let before = story.readsStarted.count
        story.press(.enter)
        #expect(story.state.browser.entry.problem?.reason == .noNot)
        #expect(story.readsStarted.count == before)
    }

    @Test("Plain words are typed as ever, whatever is in them")
    func wordsAreWords() {
        for text in ["with or without", "IL-6 (", "wow!", "a - b"] where QueryLine.isPlain(text) {
            let story = story(text)
            #expect(story.state.browser.query.text == text)
            #expect(story.state.browser.entry.completion == nil)
            story.press(.down)
            #expect(story.state.browser.focus == .list)
        }
    }

    // MARK: - Completing

    @Test("The numbers beside values are those of the words that are searched for")
    func countsFollowTheSearch() {
        let story = story("lung access:")
        var filters = story.state.browser.facets.filters
        #expect(story.state.browser.entry.completion?.items.first?.count == 10)
        for index in filters.indices where filters[index].key.key == "access_rights" {
            for value in filters[index].values.indices { filters[index].values[value].count = 3 }
        }
        story.fire(.searchDebounce)
        story.answerSearch(total: 5, filters: filters)
        #expect(story.state.browser.entry.completion?.items.first?.count == 3)
    }

    private func labels(_ story: Story) -> [String] { story.state.browser.entry.completion?.items.map(\.label) ?? [] }

    @Test("Tab completes names, and values with their counts")
    func completes() {
        let story = story("acc")
        #expect(labels(story).isEmpty)
        story.press(.tab)
        #expect(field(story) == "access:")
        #expect(labels(story) == ["open", "restricted", "non-public"])
        #expect(story.state.browser.entry.completion?.items.first?.count == 10)
        story.press(.tab)
        #expect(field(story) == "access:open")
        story.press(.tab, .tab)
        #expect(field(story) == "access:non-public")
        story.press(.backTab)
        #expect(field(story) == "access:restricted")
        story.press(.enter)
        #expect(facets(story) == ["access_rights=urn:restricted"])
        #expect(story.state.browser.focus == .search)
        #expect(field(story).isEmpty)
    }

    @Test("What is typed narrows the list; Escape gives back what was typed")
    func narrows() {
        let story = story("lung theme:onco")
        #expect(labels(story) == ["Oncology", "Neuro-oncology"])
        story.press(.down, .down)
        #expect(field(story) == "lung theme:Neuro-oncology")
        story.press(.escape)
        #expect(field(story) == "lung theme:onco")
        #expect(story.state.browser.focus == .search)
        #expect(labels(story).isEmpty)
    }

    @Test("Values in brackets go on without a blank; those of several words are quoted")
    func completesInBrackets() {
        let story = story("theme:(Cardiology or rare")
        #expect(labels(story) == ["Rare diseases"])
        story.press(.tab)
        #expect(field(story) == #"theme:(Cardiology or "Rare diseases""#)
        story.type(") ")
        #expect(facets(story) == ["theme=urn:Cardiology", "theme=urn:Rare diseases"])
    }

    @Test func aClickTakesWhatIsOffered() {
        let story = story("theme:onco")
        story.send(.clicked(.candidate(1), .press))
        #expect(facets(story) == ["theme=urn:Neuro-oncology"])
    }

    @Test("A click beside the line takes what was typed, or stays with what is wrong")
    func clicksBeside() {
        let story = story("access:open")
        story.send(.clicked(.row(1), .press))
        #expect(facets(story) == ["access_rights=urn:open"])
        #expect(story.state.browser.focus == .list)
        story.press("/")
        story.type("acess:open")
        story.send(.clicked(.row(1), .press))
        #expect(story.state.browser.focus == .search)
        #expect(story.state.browser.entry.problem != nil)
    }

    @Test("Orders are completed; where nothing is known, that is said")
    func completesOrders() {
        let story = story("sort:mod")
        #expect(labels(story) == ["modified", "-modified"])
        story.type("xyz")
        story.press(.tab)
        #expect(story.state.toast?.text.contains("Nothing is known") == true)
    }

    // MARK: - What the line waits for

    @Test("A value that is not among those at hand is looked up first")
    func waitsForValues() throws {
        let story = story("publisher:EBI ")
        let id = try #require(story.take(.filterValues, sourceLocation: #_sourceLocation))
        #expect(facets(story).isEmpty)
        #expect(field(story) == "publisher:EBI ")
        story.send(
            .answered(
                id,
                .success(
                    .filterValues(
                        Made.publisher.key, [FilterValue(term: LabelledValue(value: "urn:ebi", label: "EBI"))]))))
        #expect(facets(story) == ["publisher=urn:ebi"])
        #expect(field(story).isEmpty)
    }

    @Test("Where the values do not come, the line stays, and Enter asks again")
    func valuesThatDoNotCome() throws {
        let story = story("publisher:EBI")
        story.press(.enter)
        let id = try #require(story.take(.filterValues, sourceLocation: #_sourceLocation))
        story.send(.answered(id, .failure(PortalError(.offline, operation: "loading a filter's values"))))
        #expect(field(story) == "publisher:EBI")
        #expect(story.state.browser.focus == .search)
        #expect(story.state.toast != nil)
        story.press(.enter)
        #expect(story.take(.filterValues, sourceLocation: #_sourceLocation) != nil)
    }

    // MARK: - Earlier searches

    @Test("Arrows go through the earlier searches, which take the place of the whole search")
    func recalls() {
        let story = story("lung access:open ")
        story.press(.enter)
        #expect(story.effects.contains(.disk(.keepSearch("lung access:open"))))
        story.press("X", "/")
        story.type("breast")
        story.press(.enter, "/", .up)
        #expect(field(story) == "breast")
        story.press(.up)
        #expect(field(story) == "lung access:open")
        story.press(.up)
        #expect(story.state.toast?.text.contains("no earlier") == true)
        story.press(.down)
        #expect(field(story) == "breast")
        story.press(.up, .enter)
        #expect(facets(story) == ["access_rights=urn:open"])
        #expect(story.state.browser.query.text == "lung")
        #expect(story.state.searches.recent == ["lung access:open", "breast"])
        // Back to what was typed.
        story.press("/")
        story.type("new")
        story.press(.up, .down)
        #expect(field(story) == "new")
    }

    @Test("Earlier searches are a list too, and come from the last run")
    func listed() {
        let story = Story.begun()
        story.press(.control("r"))
        #expect(story.state.toast?.text.contains("Nothing was searched for yet") == true)
        var stored = StoredState()
        stored.searches = KeptSearches(recent: ["theme:Oncology", "x"])
        story.start(stored)
        story.answerFilters(with: .success(Made.filters))
        story.press(.control("r"))
        #expect(story.state.items(of: Menu(.searches)).map(\.title) == [.verbatim("theme:Oncology"), .verbatim("x")])
        story.press(.enter)
        #expect(facets(story) == ["theme=urn:Oncology"])
        #expect(story.state.browser.focus == .list)
    }

    @Test("Y copies the search as a line")
    func copies() {
        let story = story("(lung or breast) access:open sort:title")
        story.press(.enter, "Y")
        #expect(story.effects == [.host(.copy("(lung or breast) access:open sort:title"))])
        let empty = Story.begun()
        empty.press("Y")
        #expect(empty.state.toast?.text.contains("all datasets") == true)
    }
}
