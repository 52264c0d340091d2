import Foundation
import PortalModel
import Synchronization

/// A service that takes requests in one call: every call creates one.
final class AtOncePortal: Sendable {
    struct Entry: Sendable {
        var identifiers: [String]
        var answers: [FieldID: FieldValue]
        var created: Date
    }

    private let entries = Mutex<[Entry]>([])
    /// Writes answers down in its own way: trimmed and in capitals.
    let rewrites: Bool

    init(rewrites: Bool = false) { self.rewrites = rewrites }

    static let purpose = FieldID(form: 1, field: "purpose")
    static let note = FieldID(form: 1, field: "note")

    var all: [Entry] { entries.withLock { $0 } }

    func send(_ identifiers: [String], _ answers: [FieldID: FieldValue], at time: Date) -> ApplicationID {
        entries.withLock { entries in
            let kept = rewrites ? answers.mapValues { .text($0.text.uppercased()) } : answers
            entries.append(Entry(identifiers: identifiers, answers: kept, created: time))
            return Self.id(entries.count - 1)
        }
    }

    private static func id(_ index: Int) -> ApplicationID { ApplicationID("req-\(index)") }

    static func form(_ identifiers: [String], _ answers: [FieldID: FieldValue] = [:]) -> [RequestForm] {
        [
            RequestForm(
                id: 1, title: LocalizedText("Request"),
                fields: [
                    FormField(
                        id: purpose, type: .text, title: LocalizedText("Purpose"), value: answers[purpose] ?? .text("")),
                    FormField(
                        id: note, type: .text, title: LocalizedText("Note"), isOptional: true,
                        value: answers[note] ?? .text("")),
                ])
        ]
    }

    func application(_ index: Int) -> Application {
        let entry = all[index]
        return Application(
            id: Self.id(index), title: "Request", state: .submitted, created: entry.created, modified: entry.created,
            datasets: entry.identifiers.map { RequestedDataset(identifier: $0, title: LocalizedText($0)) },
            forms: Self.form(entry.identifiers, entry.answers))
    }

    /// What the model's own way of finding out sees.
    var service: AccessService {
        var service = AccessService.none
        service.calls.applications.perform = { () throws(PortalError) in
            self.all.indices.map { self.application($0).summary }
        }
        service.calls.application.perform = { (id) throws(PortalError) in
            guard let index = self.all.indices.first(where: { Self.id($0) == id }) else {
                throw PortalError(.notFound, operation: "opening")
            }
            return self.application(index)
        }
        return service
    }
}
