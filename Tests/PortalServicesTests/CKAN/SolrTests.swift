import PortalModel
import Testing

@testable import PortalServices

@Suite("Queries for Solr")
struct SolrTests {
    @Test("Every special character of a value loses its meaning", arguments: Array("+-&|!(){}[]^\"~*?:\\/ "))
    func special(character: Character) {
        #expect(SolrText.escaped("a\(character)b") == "a\\\(character)b")
    }

    @Test(
        "What is typed becomes words and phrases",
        arguments: [
            ("lung cancer", ["lung", "cancer"]), ("\"lung cancer\" AND", ["\"lung cancer\"", "and"]),
            ("title:asthma", [#"title\:asthma"#]), ("\"open", ["open"]), ("{!func}x", [#"\{\!func\}x"#]),
            ("long-read C++", [#"long\-read"#, #"C\+\+"#]), ("* ? -- ()", []), (#""a\b" c"#, [#""a\\b""#, "c"]),
            ("Größe 遺伝子", ["Größe", "遺伝子"]), ("", []), ("\"\" \" \"", []),
        ])
    func typed(text: String, terms: [String]) {
        #expect(SolrText.terms(text) == terms)
    }

    @Test("Words are looked for in titles first, and everywhere")
    func words() {
        #expect(SolrQuery(SearchQuery()).q == "*:*")
        #expect(
            SolrQuery(SearchQuery(text: "lung cancer")).q == "title:(lung AND cancer)^4 OR text:(lung AND cancer)")
        #expect(
            SolrQuery(SearchQuery(text: "lung cancer", matching: .any)).q
                == "title:(lung OR cancer)^4 OR text:(lung OR cancer)")
    }

    private func facet(
        _ key: String, _ value: String, _ comparison: FacetOperator = .equal, _ kind: FilterKind = .dropdown
    ) -> FacetSelection {
        FacetSelection(
            filter: FilterKey(source: "ckan", key: key), kind: kind, value: LabelledValue(value: value, label: value),
            comparison: comparison, filterLabel: key)
    }

    @Test(
        "Conditions with every operator",
        arguments: [
            (FacetOperator.equal, #"+n:"5""#), (.not, #"+(*:* -n:"5")"#), (.less, #"+n:[* TO "5"}"#),
            (.greater, #"+n:{"5" TO *]"#), (.lessOrEqual, #"+n:[* TO "5"]"#), (.greaterOrEqual, #"+n:["5" TO *]"#),
        ])
    func operators(comparison: FacetOperator, condition: String) {
        #expect(SolrQuery(SearchQuery(facets: [facet("n", "5", comparison, .number)])).fq == condition)
    }

    @Test("Values of one field are alternatives, and fields are all wanted")
    func combination() {
        let facets = [facet("tags", "a \"b\""), facet("res_format", "CSV"), facet("tags", "c\\d")]
        #expect(
            SolrQuery(SearchQuery(facets: facets)).fq == #"+(tags:"a \"b\"" OR tags:"c\\d") +res_format:"CSV""#)
        #expect(
            SolrQuery(SearchQuery(facets: facets, matching: .any)).fq
                == #"+(tags:"a \"b\"" OR tags:"c\\d") +res_format:"CSV""#, "it is said of words")
    }

    @Test("Days, months and years are meant as wholes, words of a text as words")
    func kinds() {
        func fq(_ facet: FacetSelection) -> String? { SolrQuery(SearchQuery(facets: [facet])).fq }
        #expect(
            fq(facet("m", "2024-01-31", .lessOrEqual, .dateTime)) == #"+m:[* TO "2024-01-31T23:59:59.999Z"]"#)
        #expect(fq(facet("m", "2024-01-31", .less, .dateTime)) == #"+m:[* TO "2024-01-31T00:00:00Z"}"#)
        #expect(
            fq(facet("m", "2024-01-31", .equal, .dateTime))
                == #"+m:["2024-01-31T00:00:00Z" TO "2024-01-31T23:59:59.999Z"]"#)
        #expect(
            fq(facet("m", "2024", .greater, .dateTime)) == #"+m:{"2024-01-01T00:00:00Z+1YEAR-1MILLISECOND" TO *]"#)
        #expect(fq(facet("notes", "lung: \"dry cough\"", .equal, .freeText)) == #"+notes:(lung\: AND "dry cough")"#)
        #expect(fq(facet("x:y)", "v")) == #"+x\:y\):"v""#)
        #expect(fq(facet("x", "  ")) == nil)
    }
}
