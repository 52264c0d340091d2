import HTTPTypes

/// A refusal with the services' error body.
struct Problem: Error {
    let status: HTTPResponse.Status
    let title: String
    let detail: String
    let warnings: [ValidationWarning]

    init(_ status: HTTPResponse.Status, _ title: String, _ detail: String, warnings: [ValidationWarning] = []) {
        self.status = status
        self.title = title
        self.detail = detail
        self.warnings = warnings
    }

    /// A refusal by the HTTP framework: no such route, a body that is too large.
    init(framework status: HTTPResponse.Status) {
        let detail =
            switch status {
            case .notFound: "The demo portal has no such address or method."
            case .contentTooLarge: "The body of the request is larger than the demo portal takes."
            default: "The request could not be answered."
            }
        self.init(status, status.reasonPhrase, detail)
    }

    var body: ErrorResponse {
        ErrorResponse(
            title: title, status: status.code, detail: detail,
            validationWarnings: warnings.isEmpty ? nil : warnings)
    }
}

/// `ErrorResponse` of both contracts; only access management sends validation warnings.
struct ErrorResponse: Codable, Equatable, Sendable {
    let title: String
    let status: Int
    let detail: String
    let validationWarnings: [ValidationWarning]?
}

/// One thing that keeps an application from being submitted. Licence errors name neither form nor field.
struct ValidationWarning: Codable, Equatable, Sendable {
    let key: String
    var formId: Int?
    var fieldId: String?
}
