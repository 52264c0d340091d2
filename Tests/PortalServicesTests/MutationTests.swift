import JSONStream
import PortalModel
import Testing

@testable import PortalServices

/// Fields removed, nulled, retyped and added anywhere: nothing traps, and no answer is lost as a whole.
@Suite("Answers with damage")
struct MutationTests {
    private static let rounds = 1500

    @Test("A damaged record never hides the others")
    func searchRecords() throws {
        let page = try JSONValue(literal: Samples.search)
        let record = try #require(page["results"].list.first)
        var random = SeededRandom(seed: 1)
        for round in 0..<Self.rounds {
            var damaged = record
            for _ in 0...(round % 4) { damaged = damaged.mutated(using: &random) }
            let good = JSONValue.object(["id": .string("good")])
            let results = JSONValue.array([good, damaged, good])
            let read = try #require(
                SearchPage(wire: .object(["count": .integer(3), "results": results]), start: 0))
            #expect(read.results.count == 3)
            #expect(read.results.filter { $0.dataset?.id.rawValue == "good" }.count == 2)
        }
    }

    @Test("Damage beside the results leaves them as they are")
    func searchFrame() throws {
        let page = try JSONValue(literal: Samples.search)
        let intact = try #require(SearchPage(wire: page, start: 0)).results
        var random = SeededRandom(seed: 2)
        for _ in 0..<Self.rounds {
            guard case .object(var frame) = page else { return }
            for key in ["count", "facets", "beaconError"] {
                frame[key] = (frame[key] ?? .null).mutated(using: &random)
            }
            #expect(SearchPage(wire: .object(frame), start: 0)?.results == intact)
        }
    }

    @Test("A damaged dataset still opens")
    func dataset() throws {
        let dataset = try JSONValue(literal: Samples.dataset)
        var random = SeededRandom(seed: 3)
        for round in 0..<Self.rounds {
            var damaged = dataset
            for _ in 0...(round % 8) { damaged = damaged.mutated(using: &random) }
            let detail = try #require(DatasetDetail(wire: damaged, requested: DatasetID("a1")))
            #expect(!detail.summary.title.isEmpty)
            #expect(detail.sections.allSatisfy { !$0.entries.isEmpty && $0.entries.allSatisfy { !$0.values.isEmpty } })
        }
    }

    @Test("A damaged application still opens, and its list still shows the others")
    func applications() throws {
        let application = try JSONValue(literal: Samples.application)
        let listed = try JSONValue(literal: Samples.applications)
        var random = SeededRandom(seed: 4)
        for round in 0..<Self.rounds {
            var damaged = application
            for _ in 0...(round % 8) { damaged = damaged.mutated(using: &random) }
            let read = try #require(Application(wire: damaged, requested: ApplicationID(17)))
            #expect(!read.title.isEmpty)
            for form in read.forms { #expect(form.fields.allSatisfy { $0.id.form == form.id }) }
            let rows = listed.mutated(using: &random).list.compactMap(ApplicationSummary.init(wire:))
            #expect(!rows.isEmpty)
        }
    }

    @Test("Damaged filters, values, entitlements and refusals are read as far as they go")
    func others() throws {
        let filters = try JSONValue(literal: Samples.search)["facets"]
        let entitlements = try JSONValue(literal: Samples.entitlements)
        let refusal = try JSONValue(
            literal:
                #"{"title":"t","status":400,"detail":"d","validationWarnings":[{"key":"k","formId":1,"fieldId":"f"}]}"#)
        var random = SeededRandom(seed: 5)
        for _ in 0..<Self.rounds {
            #expect(filters.mutated(using: &random).list.compactMap(Filter.init(wire:)).count >= 2)
            _ = filters.mutated(using: &random).list.compactMap(FilterValue.init(wire:))
            _ = entitlements.mutated(using: &random)["entitlements"].list.compactMap(Entitlement.init(wire:))
            _ = refusal.mutated(using: &random)["validationWarnings"].list.compactMap(ValidationWarning.init(wire:))
        }
    }
}
