import HTTPTypes

/// Why the register does not do what it was asked. Each dialect says it in its own way.
enum Refusal: Error, Equatable {
    case noSuchApplication(Int)
    case notApplicant(Int, user: String)
    case wrongState(Int, ApplicationState)
    case incomplete(Int, [ValidationWarning])
    case noDatasets
    case unknownDataset(String)
    case governedElsewhere(String)
    /// The catalogue items, by number.
    case unbundleable([Int])
    /// Decided by others than the application is; the catalogue items, by number.
    case otherWorkflow([Int])
    case noAttachment
    case attachmentTooLarge(String)
    case attachmentOfRefusedType(String)
    case noSuchAttachment(Int)
    case noSuchMember(String)
    case malformed(String)
}

extension Problem {
    /// As the running access service answers, seen in its source or its answers.
    init(_ refusal: Refusal) {
        switch refusal {
        case .noSuchApplication(let id):
            self.init(.notFound, "Application not found", "Application \(id) not found")
        case .notApplicant(let id, let user):
            self.init(.forbidden, "User not applicant", "Application \(id) does not belong to applicant \(user)")
        case .wrongState(let id, let state):
            self.init(
                .conflict, "Application not in correct state", "Application \(id) is in state \(state.rawValue)")
        case .incomplete(let id, let warnings):
            self.init(
                .badRequest, "Application not submitted",
                "Application \(id) could not be submitted: licences or answers are missing.", warnings: warnings)
        case .noDatasets:
            self.init(.badRequest, "Application Not Created", "An application needs at least one dataset.")
        case .unknownDataset(let identifier):
            self.init(.notFound, "Catalogue Item not found", "No dataset can be requested as \(identifier).")
        case .governedElsewhere(let identifier):
            self.init(
                .badRequest, "Application Not Created",
                "The dataset \(identifier) is governed externally. Ask for it where its holder says.")
        case .unbundleable(let items), .otherWorkflow(let items):
            let numbers = items.map(String.init).joined(separator: ", ")
            self.init(.badRequest, "Application Not Created", "Unbundleable catalogue items: \(numbers)")
        case .noSuchMember(let id):
            self.init(.notFound, "Member not found", "\(id) is neither a member nor invited.")
        case .malformed(let detail):
            self.init(.badRequest, "Malformed request", detail)
        case .noAttachment, .attachmentTooLarge, .attachmentOfRefusedType, .noSuchAttachment:
            self.init(attachment: refusal)
        }
    }

    private init(attachment refusal: Refusal) {
        switch refusal {
        case .attachmentTooLarge(let name):
            self.init(
                .badRequest, "Attachment Too Large",
                "The attachment \(name) is larger than \(AttachmentRules.maximalSize / 1_000_000) MB.")
        case .attachmentOfRefusedType(let name):
            self.init(
                .badRequest, "Attachment Format Not Accepted",
                "The format of \(name) is not accepted. Accepted: \(AttachmentRules.acceptedTypes).")
        case .noSuchAttachment(let id):
            self.init(.notFound, "Attachment not found", "Attachment \(id) not found")
        default:
            self.init(.badRequest, "Attachment Is Null", "The request has no part of a form that is named file.")
        }
    }
}
