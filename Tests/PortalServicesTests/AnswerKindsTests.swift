import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalModel
import Testing

@testable import PortalServices

/// Every kind of answer of every dialect, with a thousand damages each: nothing traps, and a bad entry costs no more
/// than itself. What is only read as a whole (datasets, applications, pages) has its own tests beside its dialect, with
/// answers of real servers.
@Suite("Every kind of answer, damaged")
struct AnswerKindsTests {
    private static let damages = 1000

    /// A list that is read entry by entry.
    struct ListKind: Sendable, CustomTestStringConvertible {
        var name: String
        /// An entry with as many fields as it can have.
        var entry: String
        /// Those of the entries that were read as they were sent.
        var intact: @Sendable ([JSONValue], _ good: JSONValue) -> Int

        var testDescription: String { name }

        init<Entry: Equatable & SendableMetatype>(
            _ name: String, _ entry: String, _ read: @escaping @Sendable (JSONValue) -> Entry?
        ) {
            self.name = name
            self.entry = entry
            intact = { entries, good in
                let expected = read(good)
                return expected == nil ? 0 : entries.compactMap(read).count { $0 == expected }
            }
        }
    }

    static let lists: [ListKind] = [
        ListKind(
            "gdi results", #"{"id": "a", "title": "A", "publishers": [{"name": "P"}], "themes": [{"value": "v"}]}"#
        ) {
            SearchResult(wire: $0)
        },
        ListKind(
            "gdi filters",
            #"{"source": "ckan", "type": "DROPDOWN", "key": "theme", "label": "T", "values": [{"value": "v"}]}"#
        ) { Filter(wire: $0) },
        ListKind("gdi filter values", #"{"value": "HEAL", "label": "Health", "count": 12}"#) { FilterValue(wire: $0) },
        ListKind(
            "gdi allele frequencies",
            #"""
            {"beacon": "b", "datasetId": "d", "population": "FR_M", "alleleNumber": 20, "alleleCount": 3,
             "alleleFrequency": 0.15, "referenceName": "3", "start": 4, "referenceBases": "T", "alternateBases": "C"}
            """#
        ) { AlleleFrequency(wire: $0) },
        ListKind(
            "gdi applications",
            #"{"id": 17, "title": "T", "currentState": "application.state/draft", "datasets": [{"externalId": "E"}]}"#
        ) { ApplicationSummary(wire: $0) },
        ListKind("gdi entitlements", #"{"datasetId": "E", "start": "2026-11-20T10:00:00Z", "end": null}"#) {
            Entitlement(wire: $0)
        },
        ListKind("gdi warnings", #"{"key": "k", "formId": 3, "fieldId": "f"}"#) { ValidationWarning(wire: $0) },
        ListKind("guide datasets", #"{"id": "a", "title": "A", "description": "D", "publisher": "P", "tags": ["t"]}"#) {
            SearchResult(guide: $0)
        },
        ListKind("guide organisations", #"{"id": "o", "name": "O", "description": "D", "count": 4}"#) {
            Organization(guide: $0)
        },
        ListKind("guide requests", GuideTests.request) { ApplicationSummary(guide: $0) },
        ListKind(
            "ckan packages",
            #"{"id": "a", "title": {"en": "A"}, "tags": [{"name": "t"}], "resources": [{"url": "u"}], "extras": []}"#
        ) { SearchResult(ckan: $0, languages: ["en"]) },
        ListKind("ckan organisations", #"{"name": "o", "title": {"en": "O"}, "package_count": 3}"#) {
            Organization(ckan: $0, languages: ["en"])
        },
        ListKind("rems applications", REMSTests.application) { REMSReader(naming: .resource, user: nil).summary($0) },
        ListKind(
            "rems catalogue items",
            #"{"id": 3, "resid": "urn:1", "enabled": true, "localizations": {"en": {"title": "Voices"}}}"#
        ) { CatalogueItem(wire: $0)?.summary(in: ["en"]) },
        ListKind("rems entitlements", #"{"resource": "urn:1", "application-id": 8, "start": "2026-11-20T10:00:00Z"}"#) {
            Entitlement(rems: $0)
        },
        ListKind("rems errors", #"{"type": "Missing", "form-id": 3, "field-id": "f"}"#) { ValidationWarning(rems: $0) },
    ]

    @Test("A damaged entry hides no other", arguments: lists)
    func entries(kind: ListKind) throws {
        let good = try JSONValue(literal: kind.entry)
        var random = SeededRandom(seed: UInt64(kind.name.utf8.reduce(0) { $0 + Int($1) }))
        var lost = 0
        for round in 0..<Self.damages {
            var damaged = good
            for _ in 0...(round % 4) { damaged = damaged.mutated(using: &random) }
            if kind.intact([good, damaged, good], good) < 2 { lost += 1 }
        }
        #expect(lost == 0)
    }

    /// An answer that is read as a whole and can say nothing at all.
    struct OtherKind: Sendable, CustomTestStringConvertible {
        var name: String
        var answer: String
        var read: @Sendable (JSONValue) -> Void

        var testDescription: String { name }

        init(_ name: String, _ answer: String, _ read: @escaping @Sendable (JSONValue) -> Void) {
            self.name = name
            self.answer = answer
            self.read = read
        }
    }

    static let others: [OtherKind] = [
        OtherKind(
            "refusals", #"{"title": "t", "status": 400, "detail": "d", "validationWarnings": [{"key": "k"}]}"#
        ) { answer in
            for status in [400, 401, 403, 404, 409, 429, 500, 503] {
                let error = PortalError(
                    ServiceAnswer(status: status, headers: [:], body: encoded(answer)), to: .get("x"), requestID: "r")
                #expect(error.requestID == "r")
            }
        },
        OtherKind("health", #"{"status": "UP", "version": "1", "info": {"version": "1"}, "checks": []}"#) { answer in
            _ = ServiceStatus(healthAnswer: ServiceAnswer(status: 200, headers: [:], body: encoded(answer)))
        },
        OtherKind("guide facets", #"{"facets": {"theme": {"label": "T", "values": {"a": 3}}, "b": ["c"]}}"#) { answer in
            _ = GuideFacets.filters(in: answer)
        },
        OtherKind("guide dataset", #"{"dataset": {"id": "a", "title": "A", "organization": {"name": "O"}}}"#) {
            answer in
            _ = DatasetDetail(guide: answer, requested: DatasetID("a"))
        },
        OtherKind("guide refusals", #"{"message": "m", "errors": [{"field": "requestData.purpose"}], "details": []}"#) {
            answer in
            let error = PortalError(.invalid([]), operation: "x")
            _ = GuideRefusal.refine(error, ServiceAnswer(status: 400, headers: [:], body: encoded(answer)))
        },
        OtherKind(
            "ckan counts",
            #"{"search_facets": {"tags": {"title": "Tags", "items": [{"name": "x", "display_name": "X", "count": 1}]}}}"#
        ) { answer in
            _ = CKANFilters.filters(in: answer, asked: ["tags"], languages: ["en"])
            _ = CKANFilters.values(in: answer, of: "tags", languages: ["en"])
        },
        OtherKind("ckan explanations", #"{"title": {"text": "T", "link": {"value": ["u"]}}, "tags": "words"}"#) {
            answer in
            let package = JSONValue.object(["id": .string("a"), "title": .string("A")])
            let detail = DatasetDetail(
                ckan: package, requested: DatasetID("a"), languages: [], page: "p", help: answer)
            #expect(detail?.summary.title == "A")
        },
        OtherKind("ckan envelope", #"{"success": false, "error": {"__type": "Validation Error", "rows": ["no"]}}"#) {
            answer in
            _ = try? CKANAnswer.result(answer, of: .get("x"))
        },
        OtherKind("rems commands", #"{"success": false, "errors": [{"type": "forbidden", "form-id": 1}]}"#) { answer in
            try? REMSRefusal.check(answer, of: .get("x"))
        },
    ]

    private static func encoded(_ value: JSONValue) -> Data { (try? JSONEncoder().encode(value)) ?? Data() }

    @Test("The rest is read as far as it goes", arguments: others)
    func rest(kind: OtherKind) throws {
        let answer = try JSONValue(literal: kind.answer)
        var random = SeededRandom(seed: UInt64(kind.name.utf8.reduce(0) { $0 + Int($1) }))
        for round in 0..<Self.damages {
            var damaged = answer
            for _ in 0...(round % 4) { damaged = damaged.mutated(using: &random) }
            kind.read(damaged)
        }
    }

    @Test("No dialect's kinds are left out")
    func counted() {
        let names = Self.lists.map(\.name) + Self.others.map(\.name)
        #expect(Set(names).count == names.count)
        for (dialect, count) in [("gdi", 7), ("guide", 6), ("ckan", 5), ("rems", 5)] {
            #expect(names.count { $0.hasPrefix(dialect) } == count)
        }
    }
}
