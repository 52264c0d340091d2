/// `SearchResults` of guide.yaml.
struct GuideResults: Encodable, Sendable {
    let datasets: [GuideDataset]
    let total: Int
}

/// `Dataset` of guide.yaml, with what else a list or a page of it has use for.
struct GuideDataset: Encodable, Sendable {
    let id: String
    let identifier: String
    let title: String
    let description: String?
    let organization: String?
    let keywords: [String]
    let accessRights: String?
    let modifiedAt: String?
    let url: String?

    init(_ record: CatalogueRecord) {
        id = record.id
        identifier = record.identifier
        title = record.title
        description = record.description
        organization = record.publisher
        keywords = record.keywords
        accessRights = record.accessRights.map { Vocabulary.accessRights($0).label }
        modifiedAt = CatalogueDate.wire(record.modified)
        url = record.url
    }
}

struct GuideFacets: Encodable, Sendable {
    let facets: [Facet]

    struct Facet: Encodable, Sendable {
        let key: String
        let label: String
        let values: [ValueLabel]
    }

    init(_ counts: [FacetKey: [ValueLabel]]) {
        facets = FacetKey.allCases.compactMap { key in
            counts[key].map { Facet(key: key.rawValue, label: key.label, values: $0) }
        }
    }
}

struct GuideOrganizations: Encodable, Sendable {
    let organizations: [Organization]

    struct Organization: Encodable, Sendable {
        let id: String
        let name: String
        let datasets: Int
    }

    init(_ publishers: [ValueLabel]) {
        organizations = publishers.map { Organization(id: $0.value, name: $0.label, datasets: $0.count ?? 0) }
    }
}

struct GuideRequests: Encodable, Sendable {
    let requests: [GuideAccessRequest]
}

/// `AccessRequest` of guide.yaml.
struct GuideAccessRequest: Encodable, Sendable {
    let id: String
    let datasetId: String
    let userId: String
    let status: GuideStatus
    let requestData: GuideRequest.Details
    let createdAt: String
    let updatedAt: String

    init(_ application: Application) {
        id = String(application.id)
        datasetId = application.guideRequest?.dataset ?? application.datasets.first?.identifier ?? ""
        userId = application.applicant
        status = GuideStatus(application.state)
        requestData = application.guideRequest?.details ?? GuideRequest.Details(application)
        createdAt = application.created.wire
        updatedAt = application.lastActivity.wire
    }
}

/// The four states that the guide has.
enum GuideStatus: String, Codable, Sendable {
    case draft, submitted, approved, rejected

    /// What waits for the applicant is a draft; what ended without approval was rejected.
    init(_ state: ApplicationState) {
        self =
            switch state {
            case .draft, .returned: .draft
            case .submitted: .submitted
            case .approved: .approved
            case .rejected, .closed: .rejected
            }
    }
}

extension GuideRequest.Details {
    /// What the guide's shapes want where the committee's forms have no answer, or do not ask.
    private static let notGiven = "(not given)"

    /// What the guide can say of an application that was made with the committee's forms.
    init(_ application: Application) {
        func answer(_ field: String) -> String {
            application.answers[AnswerKey(form: ResearchProjectForm.id, field: field)] ?? ""
        }
        func participant(_ name: String, _ email: String, _ role: GuideRequest.Role) -> GuideRequest.Participant? {
            guard !name.isEmpty, EmailAddress.isValid(email) else { return nil }
            return GuideRequest.Participant(name: name, email: email, role: role, organization: Self.notGiven)
        }
        let investigator = participant(
            answer("principal-investigator"), answer("principal-investigator-email"), .investigator)
        let members = application.members.map { participant($0.user.name, $0.user.email, .researcher) }
        let purpose = answer(ResearchProjectForm.purposeField.field)
        self.init(
            purpose: purpose.isEmpty ? Self.notGiven : purpose, organization: Self.notGiven, ethicsApproval: nil,
            participants: ([investigator] + members).compactMap(\.self))
    }
}
