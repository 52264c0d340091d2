import PortalModel
import Testing

@Suite("Finding in all facets")
struct FacetFindingTests {
    private func found(_ story: Story) -> [String] {
        let facets = story.state.browser.facets
        return (facets.findings ?? []).flatMap { listing in
            let label = facets.filters[listing.filter].label
            return listing.values.isEmpty ? [label] : listing.values.map { "\(label): \($0.term.label)" }
        }
    }

    @Test("What is typed is found in whichever facet has it, and the cursor goes there")
    func findsInOthers() {
        let story = Story.begun()
        story.press("f")
        story.type("onco")
        #expect(found(story) == ["Theme: Oncology", "Theme: Neuro-oncology"])
        #expect(story.state.browser.facets.chosenFilter?.key == Made.theme.key)
        story.press(.enter)
        #expect(story.state.browser.query.facets.map(\.value.label) == ["Oncology"])
    }

    @Test("Arrows and Tab go on from one facet's values to the next one's")
    func goesAcross() {
        let story = Story.begun()
        story.press("f")
        story.type("r")
        let expected = ["Access: restricted", "Theme: Cardiology", "Theme: Neuro-oncology", "Theme: Rare diseases"]
        #expect(found(story) == expected)
        story.press(.down, .enter)
        #expect(story.state.browser.query.facets.map(\.value.label) == ["Cardiology"])
        story.press(.backTab, .enter, .tab, .down, .down, .enter)
        #expect(story.state.browser.query.facets.map(\.value.label) == ["Cardiology", "restricted", "Rare diseases"])
        story.press(.escape)
        #expect(story.state.browser.facets.find.isEmpty)
        #expect(story.state.browser.facets.chosenFilter?.key == Made.theme.key)
        #expect(story.state.browser.facets.value == 3)
    }

    @Test("A facet that lists nothing is found by its name; where nothing is found nothing is done")
    func findsConditions() {
        let story = Story.begun()
        story.press("f")
        story.type("individ")
        #expect(found(story) == ["Individuals"])
        story.press(.enter)
        story.type("100")
        story.press(.enter)
        #expect(story.state.browser.query.facets.map(\.filterLabel) == ["Individuals"])
        story.press(.control("u"))
        story.type("zzz")
        #expect(found(story).isEmpty)
        story.press(.enter)
        #expect(story.state.browser.facets.condition == nil)
        #expect(story.state.browser.query.facets.count == 1)
    }

    @Test("What finds nothing leads nowhere: the cursor is back where the first letter was typed")
    func goesBack() {
        let story = Story.begun()
        story.press("f")
        let before = story.state.browser.facets.chosenFilter?.key
        story.type("onco")
        #expect(story.state.browser.facets.chosenFilter?.key != before)
        story.type("zz")
        story.press(.escape)
        #expect(story.state.browser.facets.chosenFilter?.key == before)
        #expect(story.state.browser.facets.value == 0)
    }

    @Test("The name of a facet is found with its values, where no value is called so")
    func findsByFacet() {
        let story = Story.begun()
        story.press("f")
        story.type("theme card")
        #expect(found(story) == ["Theme: Cardiology"])
        story.press(.escape)
        story.type("access")
        #expect(found(story) == ["Access: open", "Access: restricted", "Access: non-public"])
    }

    @Test("Values that did not come with the results are asked for, one facet after the other")
    func asksForMore() {
        var other = Made.publisher
        other.key.key = "institute"
        let story = Story.begun(filters: [Made.access, Made.publisher, other])
        story.press("f")
        story.type("embl")
        #expect(found(story).isEmpty)
        story.answerFilterValues(
            Made.publisher.key, with: .success([FilterValue(term: Made.term("EMBL-EBI"), count: 4)]))
        #expect(story.state.browser.facets.chosenFilter?.key == Made.publisher.key)
        story.answerFilterValues(other.key, with: .success([FilterValue(term: Made.term("EMBL Rome"), count: 1)]))
        #expect(found(story) == ["Publisher: EMBL-EBI", "Publisher: EMBL Rome"])
        #expect(story.state.browser.facets.valuesPending == nil)
    }
}
