/// `UserWithAttributes` of rems.yaml.
struct REMSUser: Encodable, Sendable {
    let userid: String
    @NullWhenAbsent var name: String?
    @NullWhenAbsent var email: String?

    init(id: String) {
        userid = id
        let user = DemoUser.known(as: id)
        name = user?.name
        email = user?.email
    }

    init(_ user: DemoUser) {
        self.init(id: user.id)
    }
}

/// `V2Resource` of rems.yaml: a dataset of an application.
struct REMSResource: Encodable, Sendable {
    let item: Int
    let resource: Int
    let identifier: String
    let title: [String: String]
    let address: [String: String]
    let start: String
    @NullWhenAbsent var end: String?
    let enabled = true
    let archived = false
    let expired = false
    let duo: REMSCodes?

    enum CodingKeys: String, CodingKey {
        case duo = "resource/duo"
        case item = "catalogue-item/id"
        case resource = "resource/id"
        case identifier = "resource/ext-id"
        case title = "catalogue-item/title"
        case address = "catalogue-item/infourl"
        case start = "catalogue-item/start"
        case end = "catalogue-item/end"
        case enabled = "catalogue-item/enabled"
        case archived = "catalogue-item/archived"
        case expired = "catalogue-item/expired"
    }

    init(_ dataset: RequestedDataset, since start: Moment) {
        item = dataset.item
        resource = dataset.item
        identifier = dataset.identifier
        title = [dataset.language: dataset.title]
        address = dataset.url.map { [dataset.language: $0] } ?? [:]
        self.start = start.wire
        let codes = DUOCode.named(in: dataset.dataUse)
        duo = codes.isEmpty ? nil : REMSCodes(codes)
    }
}

/// `CatalogueItem` of rems.yaml, with what the running program adds.
struct REMSCatalogueItem: Encodable, Sendable {
    let id: Int
    let resource: Int
    let identifier: String
    let form: Int
    let workflow: Int
    let organisation: Organization
    let localizations: [String: Localization]
    @NullWhenAbsent var start: String?
    @NullWhenAbsent var end: String?
    let enabled = true
    let archived = false
    let expired = false

    struct Organization: Encodable, Sendable {
        let id: String
        let name: [String: String]

        enum CodingKeys: String, CodingKey {
            case id = "organization/id"
            case name = "organization/name"
        }
    }

    struct Localization: Encodable, Sendable {
        let id: Int
        let langcode: String
        let title: String
        @NullWhenAbsent var infourl: String?

        init(id: Int, langcode: String, title: String, address: String?) {
            self.id = id
            self.langcode = langcode
            self.title = title
            infourl = address
        }
    }

    enum CodingKeys: String, CodingKey {
        case id
        case resource = "resource-id"
        case identifier = "resid"
        case form = "formid"
        case workflow = "wfid"
        case organisation = "organization"
        case localizations, start, end, enabled, archived, expired
    }

    init(_ entry: CatalogueEntry) {
        let (record, owner) = (entry.record, Organisation.known(as: entry.record.organisation))
        id = entry.number
        resource = entry.number
        identifier = record.identifier
        form = ResearchProjectForm.id
        workflow = owner.number
        organisation = Organization(id: owner.key, name: owner.name.byLanguage)
        let language = record.language ?? "en"
        localizations = [
            language: Localization(id: entry.number, langcode: language, title: record.title, address: record.url)
        ]
        start = CatalogueDate.wire(record.created)
    }
}

/// `ApplicationAttachment` of rems.yaml.
struct REMSAttachment: Encodable, Sendable {
    let id: Int
    let filename: String
    let type: String

    enum CodingKeys: String, CodingKey {
        case id = "attachment/id"
        case filename = "attachment/filename"
        case type = "attachment/type"
    }

    init(_ attachment: Attachment) {
        id = attachment.id
        filename = attachment.filename
        type = attachment.mediaType
    }
}

/// `Entitlement` of rems.yaml.
struct REMSEntitlement: Encodable, Sendable {
    let resource: String
    let user: REMSUser
    let application: Int
    let start: String
    let end: String
    let mail: String

    enum CodingKeys: String, CodingKey {
        case resource, user, start, end, mail
        case application = "application-id"
    }

    init(_ entitlement: Entitlement, holder: DemoUser) {
        resource = entitlement.identifier
        user = REMSUser(holder)
        application = entitlement.application
        start = entitlement.start.wire
        end = entitlement.end.wire
        mail = holder.email
    }
}

/// `Event` of rems.yaml. Unlike the access service, REMS passes on what was said.
struct REMSEvent: Encodable, Sendable {
    let number: Int
    let type: String
    let time: String
    let actor: String
    let application: Int
    let attributes: REMSUser
    let comment: String?

    enum CodingKeys: String, CodingKey {
        case number = "event/id"
        case type = "event/type"
        case time = "event/time"
        case actor = "event/actor"
        case application = "application/id"
        case attributes = "event/actor-attributes"
        case comment = "application/comment"
    }

    init(_ event: ApplicationEvent, number: Int, of application: Int) {
        self.number = number
        type = event.type.rawValue
        time = event.time.wire
        actor = event.actor
        self.application = application
        attributes = REMSUser(id: event.actor)
        comment = event.comment.isEmpty ? nil : event.comment
    }
}
