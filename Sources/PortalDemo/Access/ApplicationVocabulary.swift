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

    /// Whether the applicant may close it: a returned one alone (`returned-permissions`).
    var isClosable: Bool { self == .returned }

    /// Whether people may be taken out: after approval too, until it is over (`non-submittable-application-commands`).
    var takesPeopleOut: Bool { isEditable || self == .submitted || self == .approved }

    /// What the applicant may do now: the tables of `rems src/clj/rems/application/master_workflow.clj`.
    var permissions: [String] {
        let always = ["remove-member", "uninvite-member", "accept-licenses", "copy-as-new"]
        let submittable = ["save-draft", "submit", "invite-member", "change-resources"] + always
        let names =
            switch self {
            case .draft: submittable + ["delete"]
            case .returned: submittable + ["close"]
            case .submitted, .approved: always
            case .rejected, .closed: ["copy-as-new"]
            }
        return names.map { "application.command/\($0)" }
    }

    /// What a member may do, who is not the applicant.
    var permissionsOfMembers: [String] {
        let names = takesPeopleOut ? ["accept-licenses", "copy-as-new"] : ["copy-as-new"]
        return names.map { "application.command/\($0)" }
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
    case closed = "application.event/closed"
    case copiedFrom = "application.event/copied-from"
    case copiedTo = "application.event/copied-to"
    case datasetsChanged = "application.event/resources-changed"
    case memberInvited = "application.event/member-invited"
    case memberUninvited = "application.event/member-uninvited"
    case memberJoined = "application.event/member-joined"
    case memberRemoved = "application.event/member-removed"
}
