import Foundation
import PortalModel
import PortalViews

/// A request in a list (docs/schemas/requests.json).
struct RequestRecord: Encodable {
    var id: String
    package var title: String
    var state: String
    var stateChanged: Date?
    var created: Date?
    var datasets: [RequestedDatasetRecord]
    /// Where it is with its handlers, in their words.
    var processingState: String?
    /// For people, who read it in their language.
    var shownState: ApplicationState

    private enum CodingKeys: String, CodingKey {
        case id, title, state, stateChanged, created, datasets, processingState
    }

    init(_ application: ApplicationSummary, languages: [String]) {
        id = application.id.rawValue
        title = application.title
        state = application.state.word
        shownState = application.state
        stateChanged = application.stateChanged
        created = application.created
        processingState = application.processingState?.text(in: languages)
        datasets = application.datasets.map { RequestedDatasetRecord($0, languages: languages) }
    }
}

struct RequestedDatasetRecord: Encodable {
    var identifier: String
    package var title: String
    /// As `datasetIdentifier` of entitlements has it, where that is another name.
    var resource: String?

    init(_ dataset: RequestedDataset, languages: [String]) {
        identifier = dataset.identifier
        resource = dataset.resource
        title = dataset.title.text(in: languages)
    }
}

/// Everything of one request (docs/schemas/request.json).
struct RequestDetailRecord: Encodable {
    var request: RequestRecord
    var applicant: String?
    /// Until when a draft stays if nobody goes on with it, where the service has warned of it.
    var expires: Date?
    var forms: [Form]
    var licences: [LicenceRecord]
    var members: [Member]
    var attachments: [File]
    /// The oldest first.
    var events: [Event]
    /// What may be done now, in the service's words.
    var permissions: [String]
    /// What it says of its purpose by codes of DUO, where the service has such codes.
    var purpose: Purpose?

    struct Purpose: Encodable {
        var duo: [DataUseRecord]
        var matches: [Match]

        struct Match: Encodable {
            var id: String
            var shorthand: String?
            var dataset: String?
            var verdict: DeclaredPurpose.Verdict
        }

        init(_ purpose: DeclaredPurpose) {
            duo = purpose.uses.map { DataUseRecord($0, nil) }
            matches = purpose.matches.map {
                Match(id: $0.code.id, shorthand: $0.code.term?.shorthand, dataset: $0.dataset, verdict: $0.verdict)
            }
        }
    }

    struct Form: Encodable {
        var id: Int64
        var title: String
        var fields: [Field]
    }

    struct Field: Encodable {
        var id: String
        var type: String
        var title: String
        var isOptional: Bool
        var isVisible: Bool
        var maxLength: Int?
        /// Of all types but tables.
        var value: String?
        var rows: [[String: String]]?
    }

    struct Member: Encodable {
        package var name: String
        var email: String?
        var isPending: Bool
    }

    struct File: Encodable {
        var id: Int64
        var filename: String
        var type: String?
    }

    struct Event: Encodable {
        var type: String
        var actor: String
        var time: Date?
        var comment: String?
    }

    init(_ application: Application, languages: [String]) {
        request = RequestRecord(application.summary, languages: languages)
        expires = application.expires
        applicant = application.applicant
        forms = application.forms.map { form in
            Form(
                id: form.id, title: form.title.text(in: languages),
                fields: form.fields.map { Field($0, languages: languages) })
        }
        licences = application.licences.map { LicenceRecord($0, languages: languages) }
        members = application.members.map { Member(name: $0.name, email: $0.email, isPending: $0.isPending) }
        attachments = application.attachments.map { File(id: $0.id, filename: $0.filename, type: $0.type) }
        events = application.timeline.map {
            Event(type: $0.type, actor: $0.actor, time: $0.time, comment: $0.comment)
        }
        permissions = application.permissions.sorted()
        purpose = application.purpose.map(Purpose.init)
    }
}

extension RequestDetailRecord.Field {
    init(_ field: FormField, languages: [String]) {
        id = field.id.field
        type = field.type.rawValue
        title = field.title.text(in: languages)
        isOptional = field.isOptional
        isVisible = field.isVisible
        maxLength = field.maxLength
        switch field.value {
        case .text(let text): value = field.type.takesValue ? text : nil
        case .table(let table): rows = table
        }
    }
}

struct LicenceRecord: Encodable {
    var id: Int64
    package var title: String
    var isAccepted: Bool

    init(_ licence: Licence, languages: [String]) {
        id = licence.id
        title = licence.title.text(in: languages)
        isAccepted = licence.isAccepted
    }
}
