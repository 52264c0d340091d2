import PortalModel
import Testing

@Suite("Entries of a facet")
struct FacetEntryTests {
    private static let mutation = Filter(
        key: FilterKey(source: "ckan", key: "mutation"), kind: .entries, label: "Mutation",
        values: [
            FilterValue(term: LabelledValue(value: "geneId", label: "Gene")),
            FilterValue(term: LabelledValue(value: "aminoacidChange", label: "Amino acid change")),
        ])

    private static func opened() -> Story {
        let story = Story.begun(filters: [mutation])
        story.press("f")
        return story
    }

    @Test("Each entry is chosen by itself, and named in the condition, the pill and the line")
    func choosesEntries() {
        let story = Self.opened()
        #expect(story.state.browser.facets.listedValues.map(\.term.label) == ["Gene", "Amino acid change"])
        story.press(.down, .enter)
        #expect(story.state.browser.facets.condition?.entry?.label == "Amino acid change")
        story.type("V600E")
        story.press(.enter, .up, .enter)
        #expect(story.state.browser.facets.condition?.entry?.label == "Gene")
        story.type("BRAF")
        story.press(.enter)
        let facets = story.state.browser.query.facets
        #expect(facets.map(\.filterLabel) == ["Amino acid change", "Gene"])
        let line = story.state.browser.query.line(QueryNames([Self.mutation]))
        #expect(line.text == "mutation.aminoacidChange:V600E mutation.geneId:BRAF")
    }

    @Test("What an entry has is there to be changed, and an emptied one is taken away alone")
    func changesEntries() {
        let story = Self.opened()
        story.press(.enter)
        story.type("BRAF")
        story.press(.enter, .down, " ")
        story.type("V600E")
        story.press(.enter, .up, .enter)
        #expect(story.state.browser.facets.condition?.value.text == "BRAF")
        story.press(.control("u"))
        story.type("KRAS")
        story.press(.enter)
        #expect(Set(story.state.browser.query.facets.map(\.value.value)) == ["V600E", "KRAS"])
        story.press(.enter, .control("u"), .enter)
        #expect(story.state.browser.query.facets.map(\.value.value) == ["V600E"])
        #expect(story.pagesUnderWay == [0])
    }

    @Test("An entry is found by its name, and nothing is opened where none is found")
    func findsEntries() {
        let story = Self.opened()
        story.type("acid")
        story.press(.enter)
        #expect(story.state.browser.facets.condition?.entry?.value == "aminoacidChange")
        story.press(.escape)
        story.type("zzz")
        story.press(.enter)
        #expect(story.state.browser.facets.condition == nil)
    }
}
