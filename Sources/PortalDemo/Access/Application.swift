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
    /// In the order in which they happened.
    let events: [ApplicationEvent]

    /// The number that people know it by, as REMS makes it of the year.
    var externalID: String { "\(created.wire.prefix(4))/\(id)" }

    var forms: [FormDefinition] { DemoForms.forms(aboutPeople: datasets.contains(where: \.isAboutPeople)) }

    /// What lists show: the project's title, once there is one.
    var summary: String { answers[ResearchProjectForm.titleField] ?? "" }

    /// What keeps it from being submitted. Licences come first and hide the fields, as in REMS.
    var warnings: [ValidationWarning] {
        guard acceptedLicences.isSuperset(of: Licence.ids) else {
            return [ValidationWarning(key: "t.actions.errors/licenses-not-accepted")]
        }
        return forms.flatMap { $0.warnings(answers) }
    }
}

struct RequestedDataset: Sendable {
    let identifier: String
    let title: String
    /// Of the title, as an ISO 639-1 code.
    let language: String
    let url: String?
    let isRefused: Bool
    let isAboutPeople: Bool

    init(
        identifier: String, title: String, language: String, url: String?, isRefused: Bool, isAboutPeople: Bool
    ) {
        self.identifier = identifier
        self.title = title
        self.language = language
        self.url = url
        self.isRefused = isRefused
        self.isAboutPeople = isAboutPeople
    }

    init(_ record: CatalogueRecord) {
        self.init(
            identifier: record.identifier, title: record.title, language: record.language ?? "en", url: record.url,
            isRefused: record.demoOutcome == "reject", isAboutPeople: record.isAboutPeople)
    }
}

struct ApplicationEvent: Sendable {
    let type: ApplicationEventType
    let actor: String
    let time: Moment
}

struct Entitlement: Sendable {
    let identifier: String
    let start: Moment
    let end: Moment
}
