import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("Search answers and filters")
struct SearchAnswerTests {
    @Test("A page in the contract's shape")
    func page() throws {
        let page = try #require(SearchPage(wire: JSONValue(literal: Samples.search), start: 20))
        #expect(page.start == 20)
        #expect(page.total == 412)
        #expect(page.beaconError == nil)
        let first = try #require(page.results.first?.dataset)
        #expect(first.id == DatasetID("a1"))
        #expect(first.identifier == "EGAD1")
        #expect(first.publishers == ["Karolinska Institutet"])
        #expect(first.themes == [LabelledValue(value: "http://example.org/theme/HEAL", label: "Health")])
        #expect(first.accessLevel == .restricted)
        #expect(first.accessRights?.label == "Restricted")
        #expect(first.individuals == 1204)
        #expect(first.records == 77)
        #expect(first.distributionCount == 3)
        #expect(first.modified?.formatted(.iso8601) == "2025-11-03T10:11:12Z")
        #expect(first.coverageEnd?.formatted(.iso8601) == "2025-06-30T00:00:00Z")
        let second = try #require(page.results.last?.dataset)
        #expect(second.isSeries)
        #expect(second.isExternallyGoverned)
        #expect(second.accessLevel == .external)
    }

    @Test("Filters with groups, help, ranges and entries")
    func filters() throws {
        let filters = try #require(SearchPage(wire: JSONValue(literal: Samples.search), start: 0)).filters
        #expect(filters.map(\.kind) == [.dropdown, .number, .entries])
        #expect(filters[0].values == [FilterValue(term: LabelledValue(value: "HEAL", label: "Health"), count: 12)])
        #expect(filters[0].help == "The field of research.\nMore: https://e.org")
        #expect(filters[0].operators == [.equal])
        #expect(filters[1].minimum == "1")
        #expect(filters[1].maximum == "5000")
        #expect(filters[1].operators == [.equal, .greater, .less, .greaterOrEqual, .lessOrEqual])
        #expect(filters[2].values.map(\.term.label) == ["Chromosome"])
        #expect(filters[2].key == FilterKey(source: "beacon", key: "variant"))
    }

    @Test(
        "One bad record is shown as unreadable among the good ones",
        arguments: [
            ("null", nil), ("7", nil), (#""text""#, nil), ("[]", nil), ("{}", nil),
            (#"{"title": "No id"}"#, "No id"), (#"{"id": null, "identifier": "EGAD9"}"#, "EGAD9"),
        ] as [(String, String?)])
    func badRecord(record: String, id: String?) throws {
        let text = #"{"count": 3, "results": [{"id": "a"}, \#(record), {"id": 7, "title": ["T"]}]}"#
        let page = try #require(SearchPage(wire: JSONValue(literal: text), start: 0))
        #expect(page.results.map { $0.dataset?.id.rawValue } == ["a", nil, "7"])
        guard case .unreadable(let told, let reason) = page.results[1] else {
            Issue.record("not told as unreadable")
            return
        }
        #expect(told == id)
        #expect(!reason.sentence.isEmpty)
    }

    @Test("Fields of other types than promised are understood or left out")
    func odd() throws {
        let text = #"""
            {"count": "2", "beaconError": "Beacon network timed out", "results": [
              {"id": 12, "title": null, "identifier": "X", "description": 5, "publishers": "Solo", "themes": "Health",
               "keywords": "one", "modifiedAt": "last week", "createdAt": 1700000000, "accessRights": "OPEN",
               "numberOfUniqueIndividuals": "1204", "recordsCount": -1, "isSeries": "true", "conformsTo": 4}]}
            """#
        let page = try #require(SearchPage(wire: JSONValue(literal: text), start: 0))
        let dataset = try #require(page.results.first?.dataset)
        #expect(page.total == 2)
        #expect(page.beaconError == "Beacon network timed out")
        #expect(dataset.title == "X")
        #expect(dataset.description == "5")
        #expect(dataset.publishers == ["Solo"])
        #expect(dataset.themes == [LabelledValue(value: "Health", label: "Health")])
        #expect(dataset.keywords == ["one"])
        #expect(dataset.modified == nil)
        #expect(dataset.accessLevel == .open)
        #expect(dataset.individuals == 1204)
        #expect(dataset.records == nil)
        #expect(dataset.isSeries)
    }

    @Test(
        "Access rights in the vocabularies that catalogues use",
        arguments: [
            ("http://publications.europa.eu/resource/authority/access-right/PUBLIC", "Public", AccessLevel.open),
            ("http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC", "Non-public", .nonPublic),
            ("http://publications.europa.eu/resource/authority/access-right/RESTRICTED", "beschränkt", .restricted),
            ("https://example.org/rights/4711", "Open access", .open), ("controlled", "controlled", .restricted),
            ("Please contact the publisher.", "Please contact the publisher.", .unknown),
        ])
    func accessLevel(value: String, label: String, level: AccessLevel) {
        #expect(AccessLevel([LabelledValue(value: value, label: label)]) == level)
    }

    @Test(
        "What is no search answer is not taken for an empty one",
        arguments: ["[]", "{}", "null", #"{"count": 40}"#, #"{"title": "Oops", "status": 500}"#])
    func notAPage(text: String) throws {
        #expect(try SearchPage(wire: JSONValue(literal: text), start: 0) == nil)
    }

    @Test("No results at all are a page")
    func empty() throws {
        #expect(try SearchPage(wire: JSONValue(literal: #"{"count": 0, "results": null}"#), start: 0)?.total == 0)
        #expect(try SearchPage(wire: JSONValue(literal: #"{"count": 9, "results": []}"#), start: 50)?.total == 9)
    }

    @Test("Facets are sent by value, with source, type and operator")
    func facets() throws {
        let facet = FacetSelection(
            filter: FilterKey(source: "ckan", key: "individuals"), kind: .number,
            value: LabelledValue(value: "100", label: "one hundred"), comparison: .greaterOrEqual,
            filterLabel: "Individuals")
        let query = SearchQuery(facets: [facet], sort: .titleDescending, matching: .any, includeBeacon: true)
        let body = try JSONValue(parsing: JSONEncoder().encode(#require(SearchRequest(query, start: -5, rows: 5000))))
        #expect(
            try body
                == JSONValue(
                    literal: #"""
                        {"query": "", "sort": "title_string desc", "operator": "OR", "includeBeacon": true, "start": 0,
                         "rows": 1000, "facets": [{"source": "ckan", "type": "NUMBER", "key": "individuals",
                         "value": "100", "operator": ">="}]}
                        """#))
    }

    @Test(
        "A day as the end of a range counts as a whole",
        arguments: [
            (FacetOperator.greaterOrEqual, "2024-01-31T00:00:00Z"), (.less, "2024-01-31T00:00:00Z"),
            (.greater, "2024-01-31T23:59:59Z"), (.lessOrEqual, "2024-01-31T23:59:59Z"), (.equal, "2024-01-31"),
        ])
    func days(comparison: FacetOperator, sent: String) {
        let facet = FacetSelection(
            filter: FilterKey(source: "ckan", key: "modified"), kind: .dateTime,
            value: LabelledValue(value: "2024-01-31", label: "2024-01-31"), comparison: comparison,
            filterLabel: "Modified")
        #expect(SearchRequest(SearchQuery(facets: [facet]), start: 0, rows: 1)?.facets.map(\.value) == [sent])
    }
}
