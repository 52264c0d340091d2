/// What the developer guide's access service was sent with one of its requests.
struct GuideRequest: Sendable {
    /// As the client named it.
    let dataset: String
    let details: Details

    /// `RequestData` of the guide.
    struct Details: Codable, Sendable {
        let purpose: String
        let organization: String
        let ethicsApproval: String?
        let participants: [Participant]
    }

    struct Participant: Codable, Sendable {
        let name: String
        let email: String
        let role: Role
        let organization: String
    }

    enum Role: String, Codable, Sendable {
        case investigator = "principal_investigator"
        case researcher
        case analyst
    }

    /// The same in the words of the committee's forms, as far as they have a field for it.
    var answers: Answers {
        func key(_ field: String) -> AnswerKey { AnswerKey(form: ResearchProjectForm.id, field: field) }
        var answers = [
            ResearchProjectForm.purposeField: details.purpose,
            ResearchProjectForm.titleField: String(details.purpose.prefix { !$0.isNewline }.prefix(80)),
        ]
        let people = details.participants
        if let investigator = people.first(where: { $0.role == .investigator }) ?? people.first {
            answers[key("principal-investigator")] = investigator.name
            answers[key("principal-investigator-email")] = investigator.email
        }
        return answers
    }
}
