import Foundation
import GRDB
import PortalModel
import Synchronization

@testable import PortalStorage

/// Stores of kept answers in the folder of one test, with a clock and people that the test moves.
final class AnswerBench: Sendable {
    let bench: Workbench
    private let world = Mutex(World())

    private struct World {
        var now = Workbench.noon
        var asker: Asker? = .somebody("ada")
        var log: [String] = []
    }

    init() throws { bench = try Workbench() }

    var directory: String { bench.cache }
    var path: String { AnswersFile.path(in: directory) }
    var resultsPath: String { directory + "/last-results.json" }

    var now: Date {
        get { world.withLock { $0.now } }
        set { world.withLock { $0.now = newValue } }
    }

    var asker: Asker? {
        get { world.withLock { $0.asker } }
        set { world.withLock { $0.asker = newValue } }
    }

    /// What was logged, oldest first.
    var log: [String] { world.withLock { $0.log } }

    func store(
        portal: String = "gdi https://portal.example", language: String = "", limit: Int = AnswerTable.limit
    ) -> AnswerStore {
        AnswerStore(
            directory: directory, portal: portal, language: language, asker: { self.asker }, now: { self.now },
            limit: limit,
            log: { line in self.world.withLock { $0.log.append(line) } })
    }

    /// The file as another tool would open it.
    func raw<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.write(body)
    }

    /// Another program, which may hold the file for as long as the test wants.
    func writer() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    func rows() throws -> Int { try raw { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM answer") ?? 0 } }

    func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}

extension AnswerStore {
    /// Asks and is answered.
    func take(_ answer: Answer, to question: Question) async {
        await cache.keep(question, answer, await cache.mark())
    }
}

extension Sample {
    static let detail = DatasetDetail(
        summary: DatasetSummary(id: DatasetID("d-1"), identifier: "EGAD001", title: "Exomes · 集団", created: time(5)),
        sections: [DetailSection(title: "Governance", entries: [DetailEntry(label: "Owner", values: ["Institute"])])],
        distributions: [Distribution(title: "Files", byteSize: 1 << 40)],
        contacts: [ContactPoint(name: "Desk", email: "desk@example.org")])

    static func application(_ id: Int64, _ state: ApplicationState = .draft, text: String = "asthma") -> Application {
        let field = FormField(
            id: FieldID(form: 1, field: "purpose"), type: .multilineText, title: LocalizedText("Purpose"),
            value: .text(text))
        let table = FormField(
            id: FieldID(form: 1, field: "samples"), type: .table, title: LocalizedText("Samples"),
            columns: [FieldOption(key: "kind", label: LocalizedText("Kind"), rule: .email)],
            value: .table([["kind": "blood"], [:]]))
        return Application(
            id: ApplicationID(id), title: "Request \(id)", state: state, created: time(1.25),
            forms: [RequestForm(id: 1, title: LocalizedText("Project"), fields: [field, table])],
            licences: [Licence(id: 3, title: LocalizedText("Terms"), content: .text(LocalizedText("Be good.")))],
            members: [Member(name: "Grace", isPending: true)],
            attachments: [Attachment(id: 7, filename: "ethics.pdf")],
            events: [ApplicationEvent(actor: "ada", time: time(2), type: "application.event/created")],
            permissions: ["application.command/submit"])
    }

    /// Every question with an answer to it.
    static let answers: [(Question, Answer)] = [
        (.search(SearchQuery(text: "asthma"), start: 0, rows: 50), .page(page)),
        (.filters, .filters(page.filters)),
        (
            .filterValues(FilterKey(source: "ckan", key: "theme")),
            .filterValues(FilterKey(source: "ckan", key: "theme"), page.filters[0].values)
        ),
        (.dataset(DatasetID("d-1")), .dataset(detail)),
        (.applications, .applications([application(4).summary, application(5, .other("on-hold")).summary])),
        (.application(ApplicationID(4)), .application(application(4))),
        (.entitlements, .entitlements([Entitlement(datasetIdentifier: "EGAD001", start: time(0), end: nil)])),
    ]
}
