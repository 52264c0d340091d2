import HTTPTypes
import Hummingbird

/// What a command of REMS answers, refused or not: 200 either way.
struct REMSOutcome: Encodable, Sendable {
    let success: Bool
    let application: Int?
    /// Of a new attachment.
    let id: Int?
    let errors: [Fault]?
    let warnings: [Fault]?

    struct Fault: Encodable, Sendable {
        let type: String
        var form: Int?
        var field: String?
        var items: [Int]?

        init(type: String, items: [Int]? = nil) {
            self.type = type
            self.items = items
        }

        init(_ warning: ValidationWarning) {
            type = warning.key
            form = warning.formId
            field = warning.fieldId
        }

        enum CodingKeys: String, CodingKey {
            case type
            case form = "form-id"
            case field = "field-id"
            case items = "catalogue-item-ids"
        }
    }

    enum CodingKeys: String, CodingKey {
        case success
        case application = "application-id"
        case id, errors, warnings
    }

    init(application: Int? = nil, id: Int? = nil, warnings: [ValidationWarning] = []) {
        success = true
        self.application = application
        self.id = id
        errors = nil
        self.warnings = warnings.isEmpty ? nil : warnings.map(Fault.init)
    }

    private init(errors: [Fault]) {
        success = false
        application = nil
        id = nil
        self.errors = errors
        warnings = nil
    }

    /// - Returns: nil for what REMS refuses with a status of its own.
    init?(_ refusal: Refusal) {
        switch refusal {
        case .noSuchApplication: self.init(errors: [Fault(type: "application-not-found")])
        case .notApplicant, .wrongState, .noSuchMember: self.init(errors: [Fault(type: "forbidden")])
        case .incomplete(_, let warnings): self.init(errors: warnings.map(Fault.init))
        case .noDatasets: self.init(errors: [Fault(type: "must-not-be-empty")])
        case .unknownDataset, .governedElsewhere: self.init(errors: [Fault(type: "invalid-catalogue-item")])
        case .unbundleable(let items):
            self.init(errors: [Fault(type: "unbundlable-catalogue-items", items: items)])
        case .otherWorkflow(let items): self.init(errors: [Fault(type: "changes-original-workflow", items: items)])
        case .noAttachment, .attachmentTooLarge, .attachmentOfRefusedType, .noSuchAttachment, .malformed:
            return nil
        }
    }
}

/// Says refusals as REMS does: commands with 200, queries with a status and an `error`.
struct REMSErrorMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    struct Body: Encodable {
        let error: String
    }

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            if request.method == .post, let outcome = REMSOutcome(refusal) { return try .json(outcome) }
            return try Self.answer(to: refusal)
        } catch let problem as Problem {
            return try .json(Body(error: problem.detail), status: problem.status)
        }
    }

    private static func answer(to refusal: Refusal) throws -> Response {
        switch refusal {
        case .attachmentTooLarge: try .json(Body(error: "attachment too large"), status: .contentTooLarge)
        case .attachmentOfRefusedType:
            try .json(Body(error: "unsupported attachment type"), status: .unsupportedMediaType)
        case .noSuchApplication, .noSuchAttachment: try .json(Body(error: "not found"), status: .notFound)
        case .malformed(let detail): try .json(Body(error: detail), status: .badRequest)
        default:
            try .json(Body(error: Problem(refusal).detail), status: .badRequest)
        }
    }
}
