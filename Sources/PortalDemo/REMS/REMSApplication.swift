/// `ApplicationOverview` of rems.yaml: what lists hold.
struct REMSOverview: Encodable, Sendable {
    let id: Int
    let externalID: String
    let generatedExternalID: String
    let workflow: Workflow
    let applicant: REMSUser
    let members: [REMSUser]
    let invitedMembers: [InvitedMember]
    let resources: [REMSResource]
    let acceptedLicences: [String: [Int]]
    let attachments: [REMSAttachment]
    let state: String
    @NullWhenAbsent var todo: String?
    let permissions: [String]
    let roles: [String]
    let description: String
    let created: String
    let modified: String
    let lastActivity: String
    let firstSubmitted: String?
    let copiedFrom: CopiedFrom?
    let duo: REMSDataUse?
    let processingState: REMSProcessingState?
    let blacklist: [String] = []

    struct Workflow: Encodable, Sendable {
        let id: Int
        let type = "workflow/default"

        enum CodingKeys: String, CodingKey {
            case id = "workflow/id"
            case type = "workflow/type"
        }
    }

    struct InvitedMember: Encodable, Sendable {
        let name: String
        let email: String
    }

    struct CopiedFrom: Encodable, Sendable {
        let id: Int
        let externalID: String

        enum CodingKeys: String, CodingKey {
            case id = "application/id"
            case externalID = "application/external-id"
        }
    }

    enum CodingKeys: String, CodingKey {
        case id = "application/id"
        case externalID = "application/external-id"
        case generatedExternalID = "application/generated-external-id"
        case workflow = "application/workflow"
        case applicant = "application/applicant"
        case members = "application/members"
        case invitedMembers = "application/invited-members"
        case resources = "application/resources"
        case acceptedLicences = "application/accepted-licenses"
        case attachments = "application/attachments"
        case state = "application/state"
        case todo = "application/todo"
        case permissions = "application/permissions"
        case roles = "application/roles"
        case description = "application/description"
        case created = "application/created"
        case modified = "application/modified"
        case lastActivity = "application/last-activity"
        case firstSubmitted = "application/first-submitted"
        case copiedFrom = "application/copied-from"
        case duo = "application/duo"
        case processingState = "application/processing-state"
        case blacklist = "application/blacklist"
    }

    /// - Parameter reader: Who asks: a member may do less than the applicant.
    init(_ application: Application, for reader: DemoUser) {
        let isApplicant = application.applicant == reader.id
        id = application.id
        externalID = application.externalID
        generatedExternalID = application.externalID
        workflow = Workflow(id: application.organisation.number)
        applicant = REMSUser(id: application.applicant)
        members = application.members.map { REMSUser($0.user) }
        invitedMembers = application.invitations.map { InvitedMember(name: $0.name, email: $0.email) }
        resources = application.datasets.map { REMSResource($0, since: application.created) }
        let accepted = application.acceptedLicences.sorted()
        acceptedLicences = accepted.isEmpty ? [:] : [application.applicant: accepted]
        attachments = application.attachments.map(REMSAttachment.init)
        state = application.state.rawValue
        todo = application.state == .submitted ? "waiting-for-decision" : nil
        permissions = isApplicant ? application.state.permissions : application.state.permissionsOfMembers
        roles = [isApplicant ? "applicant" : "member"]
        description = application.summary
        created = application.created.wire
        modified = application.modified.wire
        lastActivity = application.lastActivity.wire
        firstSubmitted = application.events.first { $0.type == .submitted }?.time.wire
        copiedFrom = application.copiedFrom.map { CopiedFrom(id: $0.id, externalID: $0.external) }
        duo = REMSDataUse(application)
        processingState = REMSProcessingState(application)
    }

    /// Whether every word is somewhere in what a person reads of it.
    func mentions(_ words: String) -> Bool {
        let text = ([externalID, description, state] + resources.flatMap { $0.title.values }).joined(separator: " ")
            .lowercased()
        return words.split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }
}

/// `Application` of rems.yaml.
struct REMSApplication: Encodable, Sendable {
    let overview: REMSOverview
    let events: [REMSEvent]
    let forms: [REMSForm]
    let licences: [REMSLicence]

    enum CodingKeys: String, CodingKey {
        case events = "application/events"
        case forms = "application/forms"
        case licences = "application/licenses"
    }

    init(_ application: Application, for reader: DemoUser) {
        overview = REMSOverview(application, for: reader)
        // Unlike the access service, REMS tells them in the order in which they happened.
        events = application.events.enumerated().map { REMSEvent($1, number: $0 + 1, of: application.id) }
        forms = application.forms.map { REMSForm($0, of: application) }
        licences = application.organisation.licences.map(REMSLicence.init)
    }

    func encode(to encoder: any Encoder) throws {
        try overview.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(events, forKey: .events)
        try container.encode(forms, forKey: .forms)
        try container.encode(licences, forKey: .licences)
    }
}
