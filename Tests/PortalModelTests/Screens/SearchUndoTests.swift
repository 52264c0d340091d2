import Testing

@testable import PortalModel

@Suite("Taking back changes of the search")
struct SearchUndoTests {
    private func ticked(_ story: Story) -> [String] { story.state.browser.query.facets.map(\.value.value) }

    @Test("z takes back facet after facet, in words, and searches again each time")
    func facets() {
        let story = Story.begun()
        story.press("f", " ", .down, .down, " ", .escape)
        story.fire(.searchDebounce)
        let both = ticked(story)
        #expect(both == ["urn:open", "urn:non-public"])
        story.press("X")
        #expect(ticked(story).isEmpty)
        story.press("z")
        #expect(ticked(story) == both)
        #expect(story.state.toast?.text.hasPrefix("Put back: Access ") == true)
        #expect(story.pagesUnderWay == [0])
        story.press("z")
        #expect(ticked(story) == ["urn:open"])
        #expect(story.state.toast?.text.hasPrefix("Taken off: Access ") == true)
        story.press("z")
        #expect(ticked(story).isEmpty)
        story.press("z")
        #expect(story.state.toast?.text == "There is nothing to take back; words that were typed stay.")
    }

    @Test("In the facets, where letters find, ^_ takes back")
    func insideTheFacets() {
        let story = Story.begun()
        story.press("f", " ")
        #expect(ticked(story) == ["urn:open"])
        story.press(.control("_"))
        #expect(ticked(story).isEmpty)
        #expect(story.state.browser.focus == .facets)
    }

    @Test("A search that Esc cleared comes back; the facets and the order chosen since stay")
    func clearedSearch() {
        let story = Story.begun()
        story.press("f", " ", .escape, "/")
        story.type("cancer")
        story.press(.escape)
        #expect(story.state.browser.query.text.isEmpty)
        story.press("s", "j", .enter)
        #expect(story.state.browser.query.sort == .newest)
        story.press("z")
        #expect(ticked(story) == ["urn:open"])
        #expect(story.state.browser.query.sort == .newest)
        #expect(story.state.browser.query.text == "cancer")
        #expect(story.state.browser.searchField.text == "cancer")
        #expect(story.state.toast?.text == "Searched again: “cancer”.")
    }

    @Test("Words that were typed since are not written over")
    func typedSince() {
        let story = Story.begun()
        story.press("/")
        story.type("cancer")
        story.press(.escape, "/")
        story.type("heart")
        story.press(.enter, "z")
        #expect(story.state.browser.query.text == "heart")
        #expect(story.state.toast?.text == "The words of the search were changed since, and stay.")
    }

    @Test("What was ticked with the mouse is taken back by itself")
    func byMouse() {
        let story = Story.begun()
        story.press("f", " ")
        story.send(.clicked(.facetValue(1, of: story.state.browser.facets.filter), .press))
        let both = ticked(story)
        #expect(both.count == 2)
        story.press(.control("_"))
        #expect(ticked(story) == ["urn:open"])
    }

    @Test("The order and what was typed later are no part of what is taken back")
    func leavesTheRest() {
        let story = Story.begun()
        story.press("f", " ", .escape, "/")
        story.type("sepsis")
        story.press(.enter, "s", "j", .enter, "z")
        #expect(ticked(story).isEmpty)
        #expect(story.state.browser.query.sort == .newest)
        #expect(story.state.browser.query.text == "sepsis")
    }

    @Test("Only so many are remembered")
    func isBounded() {
        let story = Story.begun()
        for _ in 0..<(SearchChange.most + 10) { story.press("a") }
        #expect(story.state.browser.changes.count == SearchChange.most)
    }
}
