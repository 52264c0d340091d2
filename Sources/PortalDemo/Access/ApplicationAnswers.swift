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
    let workflow: Workflow
    let externalId: String
    let id: Int
    let applicant: Applicant
    let members: [Member]
    let datasets: [ApplicationDataset]
    let forms: [RetrievedForm]
    let invitedMembers: [InvitedMember]
    let description: String
    let generatedExternalId: String
    let permissions: [String]
    let lastActivity: String
    let events: [RetrievedEvent]
    let roles: [String]
    let attachments: [RetrievedAttachment]
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

    struct Member: Encodable, Sendable {
        let memberId: String
        let name: String
        let email: String
    }

    struct InvitedMember: Encodable, Sendable {
        let name: String
        let email: String
    }

    /// - Parameter reader: Who asks: a member may do less than the applicant.
    init(_ application: Application, for reader: DemoUser) {
        let isApplicant = application.applicant == reader.id
        workflow = Workflow(id: application.organisation.number, type: "workflow/default")
        members = application.members.map {
            Member(memberId: $0.user.id, name: $0.user.name, email: $0.user.email)
        }
        invitedMembers = application.invitations.map { InvitedMember(name: $0.name, email: $0.email) }
        roles = [isApplicant ? "applicant" : "member"]
        attachments = application.attachments.map(RetrievedAttachment.init)
        externalId = application.externalID
        id = application.id
        applicant = Applicant(userId: application.applicant, user: .known(as: application.applicant))
        datasets = ApplicationDataset.all(of: application)
        forms = application.forms.map { RetrievedForm($0, of: application) }
        description = application.summary
        generatedExternalId = application.externalID
        permissions = isApplicant ? application.state.permissions : application.state.permissionsOfMembers
        lastActivity = application.lastActivity.wire
        // The running service lists the newest event first.
        events = application.events.reversed().map(RetrievedEvent.init)
        licenses = application.organisation.licences.map {
            RetrievedLicence($0, isAccepted: isApplicant && application.acceptedLicences.contains($0.id))
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

/// `RetrievedApplicationAttachment` of daam.yaml.
struct RetrievedAttachment: Encodable, Sendable {
    let id: Int
    let filename: String
    let type: String

    init(_ attachment: Attachment) {
        id = attachment.id
        filename = attachment.filename
        type = attachment.mediaType
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
        case .attachments(let files):
            type = "attachment"
            attachmentFilename = files.map { Label(language: $0.language, name: $0.filename) }
            attachmentId = files.map { Label(language: $0.language, name: String($0.id)) }
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
