/// A request for access to datasets, as the database holds it. REMS calls it an application.
struct Application: Sendable {
    let id: Int
    let applicant: String
    let state: ApplicationState
    let created: Moment
    let modified: Moment
    let lastActivity: Moment
    /// When it was last submitted.
    let submitted: Moment?
    let timesReturned: Int
    let datasets: [RequestedDataset]
    let answers: Answers
    let acceptedLicences: Set<Int>
    let members: [Member]
    let invitations: [Invitation]
    let attachments: [Attachment]
    /// The application that it is a copy of.
    let copiedFrom: ApplicationNumber?
    /// What was sent where it was made as a request of the developer guide's service.
    let guideRequest: GuideRequest?
    /// What it says of its purpose by codes of DUO; nil until some were saved with a draft.
    let duoCodes: [DUOCode]?
    /// In the order in which they happened.
    let events: [ApplicationEvent]

    var number: ApplicationNumber { ApplicationNumber(id: id, created: created) }
    var externalID: String { number.external }

    /// All datasets of an application have the same.
    var organisation: Organisation { datasets.first?.organisation ?? .portal }

    var forms: [FormDefinition] { organisation.forms(aboutPeople: datasets.contains(where: \.isAboutPeople)) }

    /// What lists show: the field that REMS has for it, else the project's title, once there is one.
    var summary: String {
        let descriptions = forms.flatMap { form in
            form.fields.filter { $0.type == .description }.compactMap {
                answers[AnswerKey(form: form.id, field: $0.id)]
            }
        }
        return descriptions.first { !$0.isEmpty } ?? answers[ResearchProjectForm.titleField] ?? ""
    }

    /// What keeps it from being submitted. Licences come first and hide the fields, as in REMS. The guide's service
    /// asks for neither.
    var warnings: [ValidationWarning] {
        guard guideRequest == nil else { return [] }
        guard acceptedLicences.isSuperset(of: organisation.licences.map(\.id)) else {
            return [ValidationWarning(key: "t.actions.errors/licenses-not-accepted")]
        }
        return fieldWarnings
    }

    /// What is wrong with the answers alone.
    var fieldWarnings: [ValidationWarning] {
        let files = Set(attachments.map(\.id))
        return forms.flatMap { $0.warnings(answers, attachments: files) }
    }

    /// Whether this person may read it.
    func isVisible(to user: DemoUser) -> Bool {
        applicant == user.id || members.contains { $0.user == user }
    }
}

/// What an application is called.
struct ApplicationNumber: Sendable {
    let id: Int
    let created: Moment

    /// The number that people know it by, as REMS makes it of the year.
    var external: String { "\(created.wire.prefix(4))/\(id)" }
}

/// A dataset as it was when it was asked for.
struct RequestedDataset: Sendable {
    /// Its catalogue item, as REMS calls it.
    let item: Int
    let identifier: String
    let title: String
    /// Of the title, as an ISO 639-1 code.
    let language: String
    let url: String?
    let isRefused: Bool
    let isAboutPeople: Bool
    let organisation: Organisation
    /// What it may be used for, as the catalogue says it.
    let dataUse: [String]
}

extension RequestedDataset {
    init(_ entry: CatalogueEntry) {
        let record = entry.record
        self.init(
            item: entry.number, identifier: record.identifier, title: record.title, language: record.language ?? "en",
            url: record.url, isRefused: record.demoOutcome == "reject", isAboutPeople: record.isAboutPeople,
            organisation: .known(as: record.organisation), dataUse: record.dataUse)
    }
}

/// A person who takes part in somebody's application.
struct Member: Sendable, Equatable {
    let user: DemoUser
}

/// A person who was asked to take part and has not answered.
struct Invitation: Sendable, Equatable {
    let name: String
    let email: String
    let time: Moment
}

struct ApplicationEvent: Sendable {
    let type: ApplicationEventType
    let actor: String
    let time: Moment
    /// Empty where nothing was said.
    let comment: String
}

struct Entitlement: Sendable {
    let application: Int
    let identifier: String
    let start: Moment
    let end: Moment
}
