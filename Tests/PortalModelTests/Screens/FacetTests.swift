import PortalModel
import Testing

@Suite("Facets")
struct FacetTests {
    private func labels(_ story: Story) -> [String] { story.state.browser.facets.listedValues.map(\.term.label) }

    @Test("Space ticks and unticks; several ticks within a moment are one search")
    func toggles() {
        let story = Story.begun()
        story.press("f")
        #expect(story.state.browser.focus == .facets)
        story.press(" ")
        #expect(story.effects == [.host(.startTimer(.searchDebounce, milliseconds: 150))])
        story.press(.down, .down, " ", .up, " ", " ")
        #expect(story.state.browser.query.facets.map(\.value.value) == ["urn:open", "urn:non-public"])
        #expect(story.pagesUnderWay.isEmpty)
        story.fire(.searchDebounce)
        #expect(story.pagesUnderWay == [0])
        #expect(story.state.browser.query.facets.first?.filterLabel == "Access")
    }

    @Test("Typing narrows the values; Esc shows all again, then goes back")
    func finds() {
        let story = Story.begun()
        story.press("f", .tab)
        story.type("onco")
        #expect(labels(story) == ["Oncology", "Neuro-oncology"])
        story.press(.down, .enter)
        #expect(story.state.browser.query.facets.map(\.value.label) == ["Neuro-oncology"])
        story.press(.escape)
        #expect(labels(story).count == 4)
        #expect(story.state.browser.focus == .facets)
        story.press(.escape)
        #expect(story.state.browser.focus == .list)
        #expect(!story.state.browser.facets.isOpen)
    }

    @Test("What data may be used for is found by its code, shorthand and meaning, however the catalogue writes it")
    func findsDataUses() {
        let use = FilterKey(source: "ckan", key: "duo_codes")
        func value(_ value: String, _ label: String) -> FilterValue {
            FilterValue(term: LabelledValue(value: value, label: label), count: 1)
        }
        var filter = Filter(key: use, kind: .dropdown, label: "Use")
        filter.values = [
            value("http://purl.obolibrary.org/obo/DUO_0000042", "DUO_0000042"),
            value("DUO:0000006 health", "DUO:0000006 health"), value("MONDO:0005105", "melanoma"),
        ]
        #expect(filter.isOfDataUse)
        #expect(filter.terms(named: "gru").map(\.label) == ["DUO_0000042"])
        #expect(filter.terms(named: "DUO:0000006").map(\.label) == ["DUO:0000006 health"])
        #expect(filter.terms(named: "POA").isEmpty)
        #expect(DataUseCode(of: filter.values[2].term) == nil)
        var panel = FacetPanel()
        panel.filters = [filter]
        panel.find = TextBuffer("general res")
        #expect(panel.listedValues.map(\.term.label) == ["DUO_0000042"])
        panel.find = TextBuffer("melan")
        #expect(panel.listedValues.map(\.term.label) == ["melanoma"])
        let other = Filter(key: FilterKey(source: "ckan", key: "theme"), kind: .dropdown, label: "Theme")
        #expect(!other.isOfDataUse)
    }

    @Test("What is typed to find a value may hold blanks; Enter ticks then, and goes back where nothing is typed")
    func findsByWords() {
        let story = Story.begun()
        story.press("f", .tab)
        story.type("neuro onc")
        #expect(story.state.browser.facets.find.text == "neuro onc")
        #expect(labels(story) == ["Neuro-oncology"])
        story.press(.enter)
        #expect(story.state.browser.focus == .facets)
        #expect(story.state.browser.query.facets.map(\.value.label) == ["Neuro-oncology"])
        story.press(.escape, .enter)
        #expect(story.state.browser.focus == .list)
        #expect(story.state.browser.facets.find.isEmpty)
        #expect(story.timers[.searchDebounce] != nil)
    }

    @Test("Filters of one group stand beside each other, however the sources' filters come mixed")
    func groups() {
        func filter(_ key: String, _ group: String?, source: String = "ckan") -> Filter {
            Filter(key: FilterKey(source: source, key: key), group: group, kind: .dropdown, label: key)
        }
        let story = Story.begun(filters: [
            filter("a", "DATASET"), filter("b", "BEACON", source: "beacon"), filter("c", nil), filter("d", "DATASET"),
            filter("e", "NO_GROUP"), filter("f", "BEACON", source: "beacon"), filter("g", "dataset"),
        ])
        let shown = story.state.browser.facets.filters
        #expect(shown.map(\.key.key) == ["c", "e", "a", "d", "b", "f", "g"])
        #expect(shown.map(\.groupTitle) == [nil, nil, "Dataset", "Dataset", "Beacon", "Beacon", "dataset"])
        // Counts of results that the service gives in another order change nothing of it.
        story.press("/")
        story.type("x")
        story.fire(.searchDebounce)
        story.answerSearch(filters: [
            filter("b", "BEACON", source: "beacon"), filter("a", "DATASET"), filter("z", "BEACON"),
        ])
        #expect(story.state.browser.facets.filters.map(\.key.key) == ["c", "e", "a", "d", "b", "f", "z", "g"])
    }

    @Test("Tab goes round the facets and fetches the values of one that came without")
    func fetchesMissingValues() {
        let story = Story.begun()
        story.press("f", .tab, .tab)
        let number = story.state.lastRead
        #expect(story.effects == [.read(ReadID(.filterValues, number), .filterValues(Made.publisher.key))])
        story.answerFilterValues(
            Made.publisher.key, with: .success([FilterValue(term: Made.term("EMBL-EBI"), count: 4)]))
        #expect(labels(story) == ["EMBL-EBI"])
        story.press(.backTab, .backTab, .backTab)
        #expect(story.state.browser.facets.chosenFilter == Made.modified)
        story.press(.tab)
        #expect(story.state.browser.facets.chosenFilter?.key == Made.access.key)
    }

    @Test("Values that are fetched do not keep the list of filters from coming")
    func valuesAndFiltersTogether() {
        let story = Story()
        story.start()
        var page = SearchPage.made(total: 3)
        page.filters = [Made.publisher]
        story.answerSearch(with: .success(page))
        story.press("f")
        #expect(story.reads.keys.contains(.filterValues))
        story.answerFilters(with: .success(Made.filters))
        #expect(story.state.browser.facets.filters.count == 5)
        #expect(story.state.browser.facets.chosenFilter?.key == Made.publisher.key)
    }

    @Test("A number is compared with the operators that the catalogue gives")
    func numberCondition() {
        let story = Story.begun()
        story.press("f", .left, .left, " ")
        #expect(story.state.keyContexts == [.facetCondition, .everywhere])
        story.press(.tab)
        story.type("100")
        story.press(.enter)
        let facet = story.state.browser.query.facets.last
        #expect(facet?.comparison == .lessOrEqual)
        #expect(facet?.value.value == "100")
        #expect(story.state.browser.facets.condition == nil)
        #expect(story.pagesUnderWay == [0])
    }

    @Test("What is no number or no date is refused with an example, and stays to be mended")
    func badConditions() {
        let story = Story.begun()
        story.press("f", .left, .left, .enter)
        story.type("many")
        story.press(.enter)
        #expect(story.state.toast?.text == "“many” is not a number. Type one such as 100.")
        #expect(story.state.browser.facets.condition?.value.text == "many")
        story.press(.escape, .right, .enter)
        story.type("2024-02-30")
        story.press(.enter)
        #expect(story.state.toast?.text == "“2024-02-30” is not a date. Type one such as 2024-01-31.")
        story.press(.control("u"))
        story.type("2024-02-29")
        story.press(.enter)
        #expect(story.state.browser.query.facets.map(\.value.value) == ["2024-02-29"])
    }

    @Test("An empty condition is none")
    func emptyCondition() {
        let story = Story.begun()
        story.press("f", .left, .enter, .enter)
        #expect(story.state.browser.facets.condition == nil)
        #expect(story.state.browser.query.facets.isEmpty)
        #expect(story.effects.isEmpty)
    }

    @Test("^X takes all facets off")
    func clears() {
        let story = Story.begun()
        story.press("f", .control("x"))
        #expect(story.state.toast?.says(.warning, "No facet is active.") == true)
        story.press(" ", .control("x"))
        #expect(story.state.browser.query.facets.isEmpty)
        #expect(story.pagesUnderWay == [0])
    }

    @Test("New counts keep the cursor in its filter, and what the counts leave out")
    func countsAreTakenOver() {
        let story = Story.begun()
        story.press("f", .tab, .down)
        var counted = Made.theme
        counted.values = [FilterValue(term: Made.term("Oncology"), count: 412)]
        var ranged = Made.individuals
        ranged.operators = []
        ranged.maximum = "5000"
        story.press(" ")
        story.fire(.searchDebounce)
        story.answerSearch(total: 9, filters: [ranged, counted])
        let facets = story.state.browser.facets
        #expect(facets.chosenFilter?.key == Made.theme.key)
        // Its own tick narrows the answer; its other values can still be ticked.
        #expect(facets.chosenFilter?.values.map(\.count) == [412, nil, nil, nil])
        #expect(facets.value == 1)
        #expect(facets.filters[3].operators == [.greaterOrEqual, .lessOrEqual])
        #expect(facets.filters[3].maximum == "5000")
    }

    @Test("A ticked facet keeps its other values, with their counts until something else changes")
    func otherValuesStay() {
        let story = Story.begun()
        func access(_ counts: [String: Int]) -> Filter {
            var filter = Made.access
            filter.values = counts.sorted { $0.key > $1.key }.map {
                FilterValue(term: Made.term($0.key), count: $0.value)
            }
            return filter
        }
        func counts() -> [Int?]? { story.state.browser.facets.filters.first?.values.map(\.count) }
        story.press("r")
        story.answerSearch(total: 277, filters: [access(["restricted": 158, "open": 112, "non-public": 7])])
        story.press("f", " ")
        story.fire(.searchDebounce)
        story.answerSearch(total: 158, filters: [access(["restricted": 158])])
        #expect(counts() == [158, 112, 7])
        story.press(.down, " ")
        story.fire(.searchDebounce)
        story.answerSearch(total: 270, filters: [access(["restricted": 158, "open": 112])])
        #expect(counts() == [158, 112, 7])

        story.press(.escape, "/")
        story.type("asthma")
        story.fire(.searchDebounce)
        story.answerSearch(total: 9, filters: [access(["restricted": 8, "open": 1])])
        #expect(counts() == [8, 1, nil])
        story.press(.enter, "X")
        story.answerSearch(total: 10, filters: [access(["restricted": 8, "open": 1, "non-public": 1])])
        #expect(counts() == [8, 1, 1])
    }

    @Test("Filters that could not be fetched are asked for again with the results")
    func filtersFail() {
        let story = Story()
        story.start()
        story.answerFilters(with: .failure(Made.offline))
        #expect(story.state.browser.facets.error == Made.offline)
        #expect(story.state.failures.count == 1)
        story.answerSearch()
        story.press("r")
        #expect(story.reads[.filters] != nil)
        story.answerFilters(with: .success(Made.filters))
        #expect(story.state.browser.facets.error == nil)
    }

    @Test("Before any filter is known the panel opens and waits")
    func opensEmpty() {
        let story = Story.begun(filters: [])
        story.press("f")
        #expect(story.reads[.filters] != nil)
        story.press(" ", .tab, .down, .enter)
        #expect(story.state.browser.query.facets.isEmpty)
    }
}
