/// The states of an application, under REMS's names.
enum ApplicationState: String, Codable, Sendable {
    case draft = "application.state/draft"
    case submitted = "application.state/submitted"
    case returned = "application.state/returned"
    case approved = "application.state/approved"
    case rejected = "application.state/rejected"

    /// Whether the applicant may change answers and submit.
    var isEditable: Bool { self == .draft || self == .returned }

    /// What the applicant may do now. REMS grants a few more; these are the ones this service has calls for, and
    /// `close`, which REMS grants for a returned application.
    var permissions: [String] {
        let editing =
            ["application.command/submit", "application.command/save-draft"]
            + ["application.command/accept-licenses"]
        return switch self {
        case .draft: editing + ["application.command/delete"]
        case .returned: editing + ["application.command/close"]
        case .submitted, .approved, .rejected: []
        }
    }
}

/// What happened to an application, under REMS's names.
enum ApplicationEventType: String, Codable, Sendable {
    case created = "application.event/created"
    case draftSaved = "application.event/draft-saved"
    case licencesAccepted = "application.event/licenses-accepted"
    case submitted = "application.event/submitted"
    case returned = "application.event/returned"
    case approved = "application.event/approved"
    case rejected = "application.event/rejected"
}
