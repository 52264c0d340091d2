import PortalDomain
import Testing

@testable import PortalServices

@Suite("What is asked for a search")
struct AskedSearchTests {
    private func facet(_ key: String, _ value: String, _ comparison: FacetOperator = .equal) -> FacetSelection {
        FacetSelection(
            filter: FilterKey(source: "ckan", key: key), kind: .dropdown,
            value: LabelledValue(value: value, label: value), comparison: comparison, filterLabel: key)
    }

    private func told(_ query: SearchQuery, _ dialect: DiscoveryDialect) -> [String] {
        AskedSearch(query, start: 0, rows: 20, of: dialect)?.parameters.map { "\($0.name)=\($0.value)" } ?? []
    }

    @Test func eachDialectTellsWhatIsSent() {
        let query = SearchQuery(text: "breast cancer", facets: [facet("theme", "Oncology")], sort: .titleAscending)
        #expect(
            told(query, .gdi) == [
                "query=breast AND cancer", "facet=ckan/theme = Oncology", "operator=OR", "sort=title_string asc",
                "includeBeacon=false", "start=0", "rows=20",
            ])
        #expect(told(query, .ckan).contains(#"fq=+theme:"Oncology""#))
        #expect(told(query, .guide) == ["q=breast cancer"])
        #expect(AskedSearch(query, start: 0, rows: 20, of: .guide)?.here == [.facets, .order, .pages])
        #expect(AskedSearch(query, start: 0, rows: 20, of: .rems)?.here == [.words, .facets, .order, .pages])
        #expect(AskedSearch(query, start: 0, rows: 20, of: .gdi)?.here == [])
        #expect(AskedSearch(SearchQuery(text: "?"), start: 0, rows: 20, of: .gdi) == nil)
        #expect(AskedSearch(SearchQuery(text: "?"), start: 0, rows: 20, of: .ckan) == nil)
    }

    @Test func whatIsSearchedHereTakesPhrasesAndEachValueThatIsLeftOut() {
        let key = FilterKey(source: "ckan", key: "theme")
        func dataset(_ id: String, _ text: String, _ theme: String) -> DatasetSummary {
            DatasetSummary(
                id: DatasetID(id), title: text, themes: [LabelledValue(value: theme, label: theme)])
        }
        let catalogue = LocalCatalogue(
            datasets: [
                dataset("1", "lung cancer", "A"), dataset("2", "cancer of the lung", "B"), dataset("3", "lung", "C"),
            ], groupings: [LocalCatalogue.Grouping(key: key, label: "Theme") { $0.themes }])
        func ids(_ text: String, _ facets: [FacetSelection] = []) -> [String] {
            catalogue.page(SearchQuery(text: text, facets: facets), start: 0, rows: 10).results.compactMap {
                $0.dataset?.id.rawValue
            }
        }
        #expect(ids("lung cancer") == ["1", "2"])
        #expect(ids(#""lung cancer""#) == ["1"])
        #expect(ids(#""lung can"#) == ["1", "2"])
        #expect(ids("", [facet("theme", "A", .not), facet("theme", "B", .not)]) == ["3"])
        #expect(ids("", [facet("theme", "A"), facet("theme", "B"), facet("theme", "B", .not)]) == ["1"])
    }
}
