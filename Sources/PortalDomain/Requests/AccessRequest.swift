import FoundationEssentials

/// Where an application stands. Raw values are the service's, after `application.state/`.
public enum ApplicationState: Hashable, Sendable, Codable {
    /// As REMS and AMS name them; a returned one can be edited again.
    case draft, submitted, returned, approved, rejected, revoked, closed
    /// A state that this program does not know, in the service's words.
    case other(String)

    public init(serviceValue: String) {
        let name = serviceValue.hasPrefix("application.state/") ? String(serviceValue.dropFirst(18)) : serviceValue
        self =
            switch name.lowercased() {
            case "draft": .draft
            case "submitted": .submitted
            case "returned": .returned
            case "approved": .approved
            case "rejected": .rejected
            case "revoked": .revoked
            case "closed": .closed
            default: .other(name)
            }
    }

    /// In a word, in English.
    public var word: String {
        switch self {
        case .draft: "draft"
        case .submitted: "submitted"
        case .returned: "returned"
        case .approved: "approved"
        case .rejected: "rejected"
        case .revoked: "revoked"
        case .closed: "closed"
        case .other(let name): name
        }
    }

    /// Whether an application that was a draft before must have been submitted since.
    public var showsSubmission: Bool {
        switch self {
        case .submitted, .approved, .rejected, .revoked, .closed: true
        case .draft, .returned, .other: false
        }
    }

    /// Draft and returned applications can be edited and submitted.
    public var isEditable: Bool { self == .draft || self == .returned }
}

/// An application in the list of one's own.
public struct ApplicationSummary: Hashable, Sendable, Codable {
    public var id: ApplicationID
    /// What people call it.
    public var title: String
    /// Where it stands.
    public var state: ApplicationState
    /// When something happened to it last, as far as the service tells.
    public var stateChanged: Date?
    /// When it was made.
    public var created: Date?
    /// What access is asked for.
    public var datasets: [RequestedDataset]
    /// Names and addresses of the applicant and the members, as far as the service's list has them (AMS's has none).
    public var people: [String]
    /// Where it is with its handlers, in their words: see ``Application/processingState``.
    public var processingState: LocalizedText?

    public init(
        id: ApplicationID, title: String, state: ApplicationState, stateChanged: Date? = nil, created: Date? = nil,
        datasets: [RequestedDataset] = [], people: [String] = []
    ) {
        self.id = id
        self.title = title
        self.state = state
        self.stateChanged = stateChanged
        self.created = created
        self.datasets = datasets
        self.people = people
    }
}

/// A dataset as access management knows it.
public struct RequestedDataset: Hashable, Sendable, Codable {
    /// `externalId` at the service: the catalogue's `identifier`.
    public var identifier: String
    /// What it is called, in the languages that it has.
    public var title: LocalizedText
    /// What rights and archives call it, where that is not `identifier`: `resource/ext-id` of rems.yaml, where the
    /// request was made by the number of a catalogue item.
    public var resource: String?

    public init(identifier: String, title: LocalizedText, resource: String? = nil) {
        self.identifier = identifier
        self.title = title
        self.resource = resource
    }

    /// What entitlements, visas and archives know it by.
    public var grantedAs: String { resource ?? identifier }
}

/// An application in full. REMS's word for an access request that the service knows of.
public struct Application: Hashable, Sendable, Codable {
    public var id: ApplicationID
    /// What people call it.
    public var title: String
    /// Where it stands.
    public var state: ApplicationState
    /// Who asks.
    public var applicant: String?
    /// When it was made.
    public var created: Date?
    /// When it changed last, at the service.
    public var modified: Date?
    /// What access is asked for.
    public var datasets: [RequestedDataset]
    /// What the committees ask, in order.
    public var forms: [RequestForm]
    /// What has to be accepted before it is submitted.
    public var licences: [Licence]
    /// Who takes part besides the applicant.
    public var members: [Member]
    /// The files that answers name by their numbers.
    public var attachments: [Attachment]
    /// Its history, oldest first.
    public var events: [ApplicationEvent]
    /// What the user may do now, in REMS's words, such as `application.command/submit`.
    public var permissions: Set<String>
    /// Where it is with its handlers, in their words: the public one of REMS's processing states
    /// (`application/processing-state`), which a workflow can have besides the state.
    public var processingState: LocalizedText?
    /// What it says of its purpose by codes of DUO; nil where the service has no such codes.
    public var purpose: DeclaredPurpose?

    public init(
        id: ApplicationID, title: String, state: ApplicationState, applicant: String? = nil, created: Date? = nil,
        modified: Date? = nil, datasets: [RequestedDataset] = [], forms: [RequestForm] = [], licences: [Licence] = [],
        members: [Member] = [], attachments: [Attachment] = [], events: [ApplicationEvent] = [],
        permissions: Set<String> = []
    ) {
        self.id = id
        self.title = title
        self.state = state
        self.applicant = applicant
        self.created = created
        self.modified = modified
        self.datasets = datasets
        self.forms = forms
        self.licences = licences
        self.members = members
        self.attachments = attachments
        self.events = events
        self.permissions = permissions
    }

    /// What lists show of it.
    public var summary: ApplicationSummary {
        var summary = ApplicationSummary(
            id: id, title: title, state: state, stateChanged: events.compactMap(\.time).max() ?? modified,
            created: created, datasets: datasets, people: people)
        summary.processingState = processingState
        return summary
    }

    private var people: [String] {
        [applicant].compactMap(\.self) + members.flatMap { [$0.name, $0.email].compactMap(\.self) }
    }

    /// The field of that name; nil where the forms have none.
    public func field(_ id: FieldID) -> FormField? {
        forms.first { $0.id == id.form }?.fields.first { $0.id == id }
    }
}

/// Something that happened to an application.
public struct ApplicationEvent: Hashable, Sendable, Codable {
    /// Who did it, as the service names them.
    public var actor: String
    /// When it happened.
    public var time: Date?
    /// In the service's words, such as `application.event/submitted`.
    public var type: String
    /// The committee's words, where the service passes them on (AMS does not).
    public var comment: String?
    /// Until when a draft stays that nobody goes on with, where the event announces it (REMS's
    /// `expiration-notifications-sent`).
    public var expires: Date?

    public init(actor: String, time: Date? = nil, type: String, comment: String? = nil, expires: Date? = nil) {
        self.actor = actor
        self.time = time
        self.type = type
        self.comment = comment
        self.expires = expires
    }
}

/// Terms that have to be accepted before submitting.
public struct Licence: Hashable, Sendable, Codable {
    /// What a licence says, or where.
    public enum Content: Hashable, Sendable, Codable {
        /// The licence itself.
        case text(LocalizedText)
        /// Where it is to be read.
        case link(LocalizedText)
        /// In a file for each language, with the numbers by which the service gives them out.
        case attachment(name: LocalizedText, file: LocalizedText = LocalizedText([]))
    }

    public var id: Int64
    /// What it is called, in the languages that it has.
    public var title: LocalizedText
    /// What it says, or where.
    public var content: Content
    /// Whether the applicant has accepted it.
    public var isAccepted: Bool

    public init(id: Int64, title: LocalizedText, content: Content, isAccepted: Bool = false) {
        self.id = id
        self.title = title
        self.content = content
        self.isAccepted = isAccepted
    }
}

/// A granted access to a dataset for a period.
public struct Entitlement: Hashable, Sendable, Codable {
    /// The dataset's name in access management.
    public var datasetIdentifier: String
    /// The first day of the access.
    public var start: Date?
    /// Open-ended when nil.
    public var end: Date?
    /// The request that it was granted for, where the service tells it (REMS does, AMS does not).
    public var application: ApplicationID?

    public init(datasetIdentifier: String, start: Date? = nil, end: Date? = nil, application: ApplicationID? = nil) {
        self.datasetIdentifier = datasetIdentifier
        self.start = start
        self.end = end
        self.application = application
    }
}
