import Foundation
import PortalModel

/// An access management service in a few lines: one form with a conditional field, and two licences.
struct WizardPortal {
    struct Entry {
        var identifiers: [String]
        var created: Date
        var state = ApplicationState.draft
        var answers: [FieldID: FieldValue] = [:]
        var accepted: Set<Int64> = []
        var events: [ApplicationEvent] = []
    }

    private(set) var entries: [ApplicationID: Entry] = [:]
    /// Applications made so far, deleted ones too: numbers are not given out again.
    private(set) var created: Int64 = 0
    /// How the form is defined today.
    var titleLength = 40
    var asksForCountries = true
    /// Keeps texts without the spaces at their ends.
    var trims = false
    /// Says that it has saved, and has not, as the running AMS does where REMS refuses.
    var keepsNothing = false

    static let title = FieldID(form: 1, field: "title")
    static let purpose = FieldID(form: 1, field: "purpose")
    static let abroad = FieldID(form: 1, field: "abroad")
    /// Asked for when the answer to `abroad` is yes.
    static let countries = FieldID(form: 1, field: "countries")
    static let email = FieldID(form: 2, field: "email")
    static let start = FieldID(form: 2, field: "start")
    static let methods = FieldID(form: 2, field: "methods")
    static let licences: Set<Int64> = [11, 12]

    mutating func create(_ identifiers: [String], at time: Date) -> ApplicationID {
        created += 1
        let id = ApplicationID(16 + created)
        entries[id] = Entry(identifiers: identifiers, created: time)
        return id
    }

    mutating func save(_ id: ApplicationID, _ answers: [FieldID: FieldValue]) -> PortalError? {
        guard entries[id]?.state.isEditable == true else { return PortalError(.conflict, operation: "saving") }
        if keepsNothing { return nil }
        let kept = trims ? answers.mapValues { .text($0.text.trimmingCharacters(in: .whitespaces)) } : answers
        entries[id]?.answers.merge(kept) { $1 }
        // As REMS does: what is hidden now loses its value.
        if let entry = entries[id] {
            for field in fields(of: entry) where !field.isVisible { entries[id]?.answers[field.id] = nil }
        }
        return nil
    }

    mutating func delete(_ id: ApplicationID) -> PortalError? {
        guard let entry = entries[id] else { return PortalError(.notFound, operation: "deleting") }
        guard entry.state == .draft else { return PortalError(.forbidden, operation: "deleting") }
        entries[id] = nil
        return nil
    }

    /// What somebody answers at the portal's web page.
    mutating func answer(_ field: FieldID, of id: ApplicationID, _ text: String) {
        entries[id]?.answers[field] = .text(text)
    }

    mutating func accept(_ id: ApplicationID, _ licences: Set<Int64>) { entries[id]?.accepted = licences }

    mutating func submit(_ id: ApplicationID, at time: Date) -> PortalError? {
        guard let entry = entries[id], entry.state.isEditable else {
            return PortalError(.conflict, operation: "submitting")
        }
        let warnings = warnings(of: entry)
        guard warnings.isEmpty else { return PortalError(.invalid(warnings), operation: "submitting") }
        entries[id]?.state = .submitted
        entries[id]?.events.append(ApplicationEvent(actor: "ada", time: time, type: "application.event/submitted"))
        return nil
    }

    /// Creates and submits in one, as a guide's service does: whatever it is sent is another request.
    mutating func send(_ identifiers: [String], _ answers: [FieldID: FieldValue], at time: Date) -> ApplicationID {
        let id = create(identifiers, at: time)
        _ = save(id, answers)
        set(.submitted, of: id)
        entries[id]?.events.append(ApplicationEvent(actor: "ada", time: time, type: "application.event/submitted"))
        return id
    }

    /// What such a service asks for, before there is a request. It has no licences.
    static func form(_ identifiers: [String]) -> Application {
        let entry = Entry(identifiers: identifiers, created: .distantPast)
        var blank = WizardPortal()
        blank.entries[.unsent] = entry
        var form = blank.application(.unsent) ?? Application(id: .unsent, title: "", state: .draft)
        form.created = nil
        form.licences = []
        return form
    }

    /// What the committee or somebody at the web page does.
    mutating func set(_ state: ApplicationState, of id: ApplicationID) { entries[id]?.state = state }

    private func warnings(of entry: Entry) -> [ValidationWarning] {
        if entry.accepted != Self.licences {
            return [ValidationWarning(key: "t.actions.errors/licenses-not-accepted")]
        }
        return fields(of: entry).filter { $0.isVisible && $0.type.takesValue && !$0.isOptional && $0.value.isEmpty }.map
        {
            ValidationWarning(key: "t.form.validation/required", field: $0.id)
        }
    }

    var summaries: [ApplicationSummary] { entries.keys.compactMap { application($0)?.summary } }

    func application(_ id: ApplicationID) -> Application? {
        guard let entry = entries[id] else { return nil }
        let fields = fields(of: entry)
        return Application(
            id: id, title: "Request \(id.rawValue)", state: entry.state, created: entry.created,
            datasets: entry.identifiers.map { RequestedDataset(identifier: $0, title: LocalizedText($0)) },
            forms: [1, 2].map { form in
                RequestForm(
                    id: form, title: LocalizedText("Form \(form)"), fields: fields.filter { $0.id.form == form })
            },
            licences: Self.licences.sorted().map {
                Licence(
                    id: $0, title: LocalizedText("Licence \($0)"), content: .text(LocalizedText("Terms of \($0).")),
                    isAccepted: entry.accepted.contains($0))
            },
            events: entry.events)
    }

    private func fields(of entry: Entry) -> [FormField] {
        let yesNo = ["yes", "no"].map { FieldOption(key: $0, label: LocalizedText($0)) }
        let methods = (1...12).map { FieldOption(key: "m\($0)", label: LocalizedText("Method \($0)")) }
        var fields = [
            FormField(id: FieldID(form: 1, field: "head"), type: .header, title: LocalizedText("About")),
            FormField(id: Self.title, type: .text, title: LocalizedText("Title"), maxLength: titleLength),
            FormField(id: Self.purpose, type: .multilineText, title: LocalizedText("Purpose"), maxLength: 500),
            FormField(id: Self.abroad, type: .option, title: LocalizedText("Abroad?"), options: yesNo),
            FormField(
                id: Self.countries, type: .text, title: LocalizedText("Countries"),
                isVisible: entry.answers[Self.abroad] == .text("yes")),
            FormField(id: Self.email, type: .email, title: LocalizedText("E-mail")),
            FormField(id: Self.start, type: .date, title: LocalizedText("Start"), isOptional: true),
            FormField(
                id: Self.methods, type: .multiselect, title: LocalizedText("Methods"), isOptional: true,
                options: methods),
        ]
        if !asksForCountries { fields.removeAll { $0.id == Self.countries } }
        for index in fields.indices { fields[index].value = entry.answers[fields[index].id] ?? .text("") }
        return fields
    }
}
