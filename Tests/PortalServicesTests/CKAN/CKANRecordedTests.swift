import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("Answers of real CKANs", .recordedAnswers)
struct CKANRecordedTests {
    private func answers() throws -> [RecordedAnswer] {
        try [Recorded.ukCatalogue, Recorded.frictionless, Recorded.discovery].flatMap(Recorded.answers)
    }

    private func packages() throws -> [JSONValue] {
        try answers().flatMap { answer -> [JSONValue] in
            let result = answer.body["result"].isNull ? answer.body : answer.body["result"]
            return result["results"].records ?? [result]
        }.filter { !$0["id"].isNull && (!$0["resources"].isNull || !$0["metadata_created"].isNull) }
    }

    @Test("No dataset of any page is lost, and each opens with its title")
    func packagesOpen() throws {
        let packages = try packages()
        #expect(packages.count > 800)
        for package in packages {
            let result = SearchResult(ckan: package, languages: ["en"])
            let detail = try #require(
                DatasetDetail(ckan: package, requested: DatasetID("?"), languages: ["en"], page: "p"))
            #expect(result.dataset?.id.rawValue == package["id"].text)
            #expect(!detail.summary.title.isEmpty)
            #expect(detail.distributions.count == package["resources"].list.count)
        }
    }

    @Test("Pages have all their rows, their total and their counts")
    func pages() throws {
        let pages = try answers().filter { $0.body["result"]["results"].records != nil }
        #expect(pages.count >= 10)
        for answer in pages {
            let page = try #require(
                SearchPage(ckan: answer.body["result"], start: 0, languages: [], asked: CKANFilters.extended))
            #expect(page.results.count == answer.body["result"]["results"].list.count)
            #expect(page.total >= page.results.count)
        }
        let counted = try #require(pages.first { $0.name.contains("package_search_filters") })
        let filters = CKANFilters.filters(in: counted.body["result"], asked: CKANFilters.extended, languages: ["en"])
        #expect(filters.map(\.label) == ["Publishers", "Keywords", "File Formats", "Access Rights", "Themes"])
        #expect(filters[3].values.first?.term.label == "Restricted")
    }

    @Test("Every refusal is told in words, none as a conflict")
    func refusals() throws {
        let refusals = try answers().filter { $0.status >= 400 && !$0.body["success"].isNull }
        #expect(refusals.count >= 5)
        for refusal in refusals {
            let plain = PortalError(.conflict, operation: "x")
            let error = CKANAnswer.refine(nil)(plain, refusal.answer)
            #expect(error.kind != .conflict)
            #expect(error.detail?.isEmpty == false)
        }
    }

    @Test("Damage to real answers costs no more than what was damaged")
    func damage() throws {
        let packages = try packages()
        let pages = try answers().map(\.body["result"]).filter {
            $0["results"].records != nil && $0["count"].count ?? 0 < 100
        }
        var random = SeededRandom(seed: 11)
        for round in 0..<1500 {
            var damaged = try #require(packages.randomElement(using: &random))
            for _ in 0...(round % 6) { damaged = damaged.mutated(using: &random) }
            let good = JSONValue.object(["id": .string("good")])
            let frame = JSONValue.object(["count": .integer(3), "results": .array([good, damaged, good])])
            let page = try #require(SearchPage(ckan: frame, start: 0, languages: ["en"], asked: []))
            #expect(page.results.count == 3)
            #expect(page.results.count { $0.dataset?.id.rawValue == "good" } == 2)
            _ = DatasetDetail(ckan: damaged, requested: DatasetID("x"), languages: ["en"], page: "p")
            let whole = try #require(pages.randomElement(using: &random)).mutated(using: &random)
            _ = SearchPage(ckan: whole, start: 0, languages: ["en"], asked: CKANFilters.extended)
        }
    }

    @Test("Damaged lists of organisations, states and refusals are read as far as they go")
    func damagedOthers() throws {
        let list = try JSONValue(
            literal: #"[{"name": "a", "title": {"en": "A"}, "package_count": 3}, "b", {"name": "c"}]"#)
        let refusals = try answers().filter { $0.status >= 400 }
        var random = SeededRandom(seed: 12)
        for _ in 0..<1500 {
            #expect(list.mutated(using: &random).list.compactMap { Organization(ckan: $0, languages: []) }.count >= 2)
            var refusal = try #require(refusals.randomElement(using: &random))
            refusal.body = refusal.body.mutated(using: &random)
            let error = CKANAnswer.refine(nil)(PortalError(.invalid([]), operation: "x"), refusal.answer)
            #expect(error.operation == "x")
        }
    }
}
