import Foundation
import PortalDomain
import Testing

/// What is kept of questions and answers is written by hand, and read by versions that had the compiler write it.
@Suite("Kept questions and answers have the compiler's form")
struct KeptFormTests {
    /// The same cases, and the compiler's own way of writing them.
    private enum CompiledQuestion: Hashable, Codable {
        case search(SearchQuery, start: Int, rows: Int)
        case filters
        case filterValues(FilterKey)
        case dataset(DatasetID)
        case frequencies(AlleleFrequencyQuery)
        case applications
        case application(ApplicationID)
        case entitlements
        case passport
        case catalogue
        case form(identifiers: [String])
        case earlier([ApplicationID])
        case dataUses([UseSubject])
        case health(ServicePlace)
        case organizations
    }

    private enum CompiledAnswer: Hashable, Codable {
        case page(SearchPage)
        case filters([Filter])
        case filterValues(FilterKey, [FilterValue])
        case dataset(DatasetDetail)
        case frequencies([AlleleFrequency])
        case applications([ApplicationSummary])
        case application(Application)
        case entitlements([Entitlement])
        case passport(PassportReport)
        case catalogue(CatalogueFacts)
        case earlier([Application])
        case dataUses([RequestedUse])
        case health(ServiceFinding)
        case organizations([Organization])
    }

    private static let key = FilterKey(source: "ckan", key: "theme")
    private static let asked = AlleleFrequencyQuery(
        variant: Variant(chromosome: "3", position: 1, reference: "T", alternate: "C"), assembly: .grch38, sex: .male)
    private static let place = ServicePlace(.access, at: "https://a.example")
    private static let application = Application(id: ApplicationID(17), title: "A", state: .draft)
    private static let detail = DatasetDetail(summary: DatasetSummary(id: DatasetID("d/1"), title: "D"))

    private static let subjects = [
        UseSubject(BasketItem(id: DatasetID("d"), identifier: "i", title: "D", added: Date(timeIntervalSince1970: 0)))
    ]
    private static let uses = [RequestedUse(DatasetID("d"), DataUseCode("DUO:0000006").map { [DataUse($0)] } ?? [])]

    private static let questions: [(Question, CompiledQuestion)] = [
        (.search(SearchQuery(text: "a"), start: 20, rows: 10), .search(SearchQuery(text: "a"), start: 20, rows: 10)),
        (.filters, .filters), (.filterValues(key), .filterValues(key)),
        (.dataset(DatasetID("d/1")), .dataset(DatasetID("d/1"))), (.frequencies(asked), .frequencies(asked)),
        (.applications, .applications), (.application(ApplicationID(17)), .application(ApplicationID(17))),
        (.entitlements, .entitlements), (.passport, .passport), (.catalogue, .catalogue),
        (.form(identifiers: ["a", "b"]), .form(identifiers: ["a", "b"])),
        (.earlier([ApplicationID(1)]), .earlier([ApplicationID(1)])), (.dataUses(subjects), .dataUses(subjects)),
        (.health(place), .health(place)),
        (.organizations, .organizations),
    ]

    private static let answers: [(Answer, CompiledAnswer)] = {
        let page = SearchPage(start: 0, total: 1, results: [.dataset(detail.summary)])
        let value = FilterValue(term: LabelledValue(value: "v", label: "V"), count: 2)
        let row = AlleleFrequency(population: "FR_M", count: 3)
        let finding = ServiceFinding(place, .healthy, milliseconds: 12)
        let facts = CatalogueFacts(extensions: ["x"])
        return [
            (.page(page), .page(page)), (.filters([]), .filters([])),
            (.filterValues(key, [value]), .filterValues(key, [value])), (.dataset(detail), .dataset(detail)),
            (.frequencies([row]), .frequencies([row])), (.applications([]), .applications([])),
            (.application(application), .application(application)), (.entitlements([]), .entitlements([])),
            (.passport(PassportReport()), .passport(PassportReport())), (.catalogue(facts), .catalogue(facts)),
            (.earlier([application]), .earlier([application])), (.dataUses(uses), .dataUses(uses)),
            (.health(finding), .health(finding)),
            (.organizations([Organization(id: "o", title: "O")]), .organizations([Organization(id: "o", title: "O")])),
        ]
    }()

    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("Each question is written as it was, and read by both")
    func questions() throws {
        for (question, compiled) in Self.questions {
            let written = try text(question)
            #expect(written == (try text(compiled)))
            #expect(try JSONDecoder().decode(Question.self, from: Data(written.utf8)) == question)
            #expect(try JSONDecoder().decode(CompiledQuestion.self, from: Data(written.utf8)) == compiled)
        }
    }

    @Test("Each answer is written as it was, and read by both")
    func answers() throws {
        for (answer, compiled) in Self.answers {
            let written = try text(answer)
            #expect(written == (try text(compiled)))
            #expect(try JSONDecoder().decode(Answer.self, from: Data(written.utf8)) == answer)
            #expect(try JSONDecoder().decode(CompiledAnswer.self, from: Data(written.utf8)) == compiled)
        }
    }

    @Test("What is no case is none", arguments: ["{}", #"{"filters":{},"passport":{}}"#, #"{"other":{}}"#, "[]", "1"])
    func refused(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Question.self, from: Data(text.utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Answer.self, from: Data(text.utf8)) }
    }
}
