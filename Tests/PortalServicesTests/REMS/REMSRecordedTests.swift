import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("Answers of real REMS servers", .recordedAnswers)
struct REMSRecordedTests {
    private let reader = REMSReader(naming: .resource, user: nil)

    private func answers(_ path: String) throws -> [RecordedAnswer] {
        try Recorded.answers(Recorded.rems).filter { $0.name.contains(path) }
    }

    @Test("Lists and single applications are read in full")
    func applications() throws {
        let list = try #require(answers("/api/my-applications").first?.body.records)
        #expect(list.count > 5)
        for value in list {
            let summary = try #require(reader.summary(value))
            #expect(summary.id.rawValue == value["application/id"].text)
            #expect(summary.datasets.count == value["application/resources"].list.count)
        }
        for answer in try answers("/api/applications/") where !answer.body["application/id"].isNull {
            let application = try #require(reader.application(answer.body, requested: ApplicationID(1)))
            #expect(application.forms.count == answer.body["application/forms"].list.count)
            #expect(application.licences.count == answer.body["application/licenses"].list.count)
            #expect(application.events.count == answer.body["application/events"].list.count)
        }
    }

    @Test("Every refusal is one, and every success none")
    func commands() throws {
        let call = ServiceCall.post("x", "y")
        for answer in try Recorded.answers(Recorded.rems) where !answer.body["success"].isNull {
            var isRefused = false
            do { try REMSRefusal.check(answer.body, of: call) } catch { isRefused = true }
            #expect(isRefused == (answer.body["success"].flag == false))
        }
    }

    @Test("Catalogue items and entitlements")
    func others() throws {
        let items = try answers("/api/catalogue-items").flatMap { $0.body.list }.compactMap(CatalogueItem.init(wire:))
        #expect(items.map(\.resource) == ["12345"])
        #expect(
            try answers("/api/entitlements").flatMap { $0.body.list }.compactMap(Entitlement.init(rems:)).count == 1)
    }

    @Test("Damage to real answers costs no more than what was damaged")
    func damage() throws {
        let list = try #require(answers("/api/my-applications").first?.body)
        let full = try answers("/api/applications/").map(\.body).filter { !$0["application/forms"].isNull }
        let made = try JSONValue(literal: REMSTests.application)
        var random = SeededRandom(seed: 31)
        for round in 0..<1500 {
            var damaged = try #require((full + [made]).randomElement(using: &random))
            for _ in 0...(round % 6) { damaged = damaged.mutated(using: &random) }
            let application = try #require(reader.application(damaged, requested: ApplicationID(1)))
            for form in application.forms { #expect(form.fields.allSatisfy { $0.id.form == form.id }) }
            #expect(list.mutated(using: &random).list.compactMap(reader.summary).count >= list.list.count - 1)
        }
    }

    @Test("Damaged items, entitlements and refusals are read as far as they go")
    func damagedOthers() throws {
        let items = try answers("/api/catalogue-items").flatMap { $0.body.list }
        let entitlements = try answers("/api/entitlements").flatMap { $0.body.list }
        let refusals = try Recorded.answers(Recorded.rems).map(\.body).filter { $0["success"].flag == false }
        var random = SeededRandom(seed: 32)
        for _ in 0..<1500 {
            for value in items { _ = CatalogueItem(wire: value.mutated(using: &random))?.detail(in: ["fi"]) }
            for value in entitlements { _ = Entitlement(rems: value.mutated(using: &random)) }
            let refusal = try #require(refusals.randomElement(using: &random)).mutated(using: &random)
            try? REMSRefusal.check(refusal, of: .post("x", "y"))
        }
    }
}
