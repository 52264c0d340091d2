/// The states of an application, under REMS's names.
enum ApplicationState: String, Codable, Sendable {
    case draft = "application.state/draft"
    case submitted = "application.state/submitted"
    case returned = "application.state/returned"
    case approved = "application.state/approved"
    case rejected = "application.state/rejected"
    case closed = "application.state/closed"

    /// Whether the applicant may change answers and submit.
    var isEditable: Bool { self == .draft || self == .returned }

    /// Whether the applicant may still withdraw it.
    var isCancellable: Bool { self == .submitted || self == .returned }

    /// What the applicant may do now.
    var permissions: [String] {
        let people = ["invite-member", "remove-member", "uninvite-member"]
        let editing = ["submit", "save-draft", "accept-licenses", "change-resources"] + people
        let names =
            switch self {
            case .draft: editing + ["delete", "copy-as-new"]
            case .returned: editing + ["close", "copy-as-new"]
            case .submitted: people + ["close", "copy-as-new"]
            case .approved, .rejected, .closed: ["copy-as-new"]
            }
        return names.map { "application.command/\($0)" }
    }

    /// What a member may do, who is not the applicant.
    static let permissionsOfMembers = ["application.command/copy-as-new"]
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
    case closed = "application.event/closed"
    case copiedFrom = "application.event/copied-from"
    case copiedTo = "application.event/copied-to"
    case datasetsChanged = "application.event/resources-changed"
    case memberInvited = "application.event/member-invited"
    case memberUninvited = "application.event/member-uninvited"
    case memberJoined = "application.event/member-joined"
    case memberRemoved = "application.event/member-removed"
}
