/// `ListedApplication` of daam.yaml.
struct ListedApplication: Encodable, Sendable {
    let id: Int
    let title: String
    let description: String
    let currentState: String
    let stateChangedAt: String
    let createdAt: String
    let datasets: [ApplicationDataset]

    init(_ application: Application) {
        id = application.id
        title = application.externalID
        description = application.summary
        currentState = application.state.rawValue
        stateChangedAt = application.lastActivity.wire
        createdAt = application.created.wire
        datasets = ApplicationDataset.all(of: application)
    }
}

/// `ApplicationDataset` of daam.yaml.
struct ApplicationDataset: Encodable, Sendable {
    let id: Int
    let externalId: String
    let title: [Label]
    let url: [Label]

    static func all(of application: Application) -> [ApplicationDataset] {
        application.datasets.enumerated().map { position, dataset in
            ApplicationDataset(
                id: position + 1, externalId: dataset.identifier,
                title: [Label(language: dataset.language, name: dataset.title)],
                url: dataset.url.map { [Label(language: dataset.language, name: $0)] } ?? [])
        }
    }
}

/// `RetrievedApplication` of daam.yaml.
struct RetrievedApplication: Encodable, Sendable {
    let workflow = Workflow(id: 1, type: "workflow/default")
    let externalId: String
    let id: Int
    let applicant: Applicant
    let members: [Applicant] = []
    let datasets: [ApplicationDataset]
    let forms: [RetrievedForm]
    let invitedMembers: [Applicant] = []
    let description: String
    let generatedExternalId: String
    let permissions: [String]
    let lastActivity: String
    let events: [RetrievedEvent]
    let roles = ["applicant"]
    let attachments: [String] = []
    let licenses: [RetrievedLicence]
    let createdAt: String
    let state: String
    let modifiedAt: String

    struct Workflow: Encodable, Sendable {
        let id: Int
        let type: String
    }

    struct Applicant: Encodable, Sendable {
        let userId: String
        @NullWhenAbsent var name: String?
        @NullWhenAbsent var email: String?

        init(userId: String, user: DemoUser?) {
            self.userId = userId
            name = user?.name
            email = user?.email
        }
    }

    init(_ application: Application) {
        let user = DemoUser.all.first { $0.id == application.applicant }
        externalId = application.externalID
        id = application.id
        applicant = Applicant(userId: application.applicant, user: user)
        datasets = ApplicationDataset.all(of: application)
        forms = application.forms.map { RetrievedForm($0, of: application) }
        description = application.summary
        generatedExternalId = application.externalID
        permissions = application.state.permissions
        lastActivity = application.lastActivity.wire
        // The running service lists the newest event first.
        events = application.events.reversed().map(RetrievedEvent.init)
        licenses = Licence.all.map {
            RetrievedLicence($0, isAccepted: application.acceptedLicences.contains($0.id))
        }
        createdAt = application.created.wire
        state = application.state.rawValue
        modifiedAt = application.modified.wire
    }
}

/// `RetrievedApplicationEvent` of daam.yaml.
struct RetrievedEvent: Encodable, Sendable {
    let actorId: String
    let eventTime: String
    let eventType: String

    init(_ event: ApplicationEvent) {
        actorId = event.actor
        eventTime = event.time.wire
        eventType = event.type.rawValue
    }
}

/// `RetrievedApplicationLicense` of daam.yaml.
struct RetrievedLicence: Encodable, Sendable {
    let id: Int
    let title: [Label]
    let type: String
    let enabled = true
    let archived = false
    @NullWhenAbsent var link: [Label]?
    @NullWhenAbsent var text: [Label]?
    @NullWhenAbsent var attachmentFilename: [Label]?
    @NullWhenAbsent var attachmentId: [Label]?
    let acceptedByCurrentUser: Bool

    init(_ licence: Licence, isAccepted: Bool) {
        id = licence.id
        title = licence.title.labels
        acceptedByCurrentUser = isAccepted
        switch licence.terms {
        case .link(let address):
            type = "link"
            link = address.labels
        case .text(let terms):
            type = "text"
            text = terms.labels
        }
    }
}

/// `RetrieveGrantedDatasetIdentifiers` of daam.yaml.
struct GrantedDatasets: Encodable, Sendable {
    let entitlements: [Granted]

    struct Granted: Encodable, Sendable {
        let datasetId: String
        let start: String
        let end: String
    }

    init(_ entitlements: [Entitlement]) {
        self.entitlements = entitlements.map {
            Granted(datasetId: $0.identifier, start: $0.start.wire, end: $0.end.wire)
        }
    }
}
