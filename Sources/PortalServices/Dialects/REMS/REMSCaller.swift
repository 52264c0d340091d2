import FoundationEssentials
import JSONStream
import NIOHTTP1
import PortalDomain

/// Calls of a REMS installation. It knows no bearer tokens: a key opens its API, and a header says for whom.
struct REMSCaller: Sendable {
    var transport: Transport
    /// Both only from the environment or a file that nobody else can read. Without them REMS answers 401.
    var key: Secret?
    var user: String?

    func get(_ operation: String, _ path: [String], query: [(name: String, value: String)] = []) -> ServiceCall {
        ServiceCall(
            operation: operation, method: .GET, path: ["api"] + path, query: query, headers: headers, isSafe: true,
            refinesError: refine)
    }

    func post(_ operation: String, _ path: String..., body: some Encodable) -> ServiceCall {
        ServiceCall(
            operation: operation, method: .POST, path: ["api"] + path, headers: headers,
            body: ServiceCall.encoded(body), isSafe: false, refinesError: refine)
    }

    func read<Answer: Sendable>(
        _ call: ServiceCall, as reading: (JSONValue) throws(PortalError) -> Answer?
    ) async throws(PortalError) -> Answer {
        try await transport.read(call, as: reading)
    }

    /// A command, which REMS answers with 200 even when it refuses it.
    func command(_ call: ServiceCall) async throws(PortalError) -> JSONValue {
        try await read(call) { answer throws(PortalError) in
            try REMSRefusal.check(answer, of: call)
            return answer
        }
    }

    /// Tells a refusal by what is configured here, too.
    var refine: @Sendable (PortalError, ServiceAnswer) -> PortalError {
        let isComplete = key != nil && user != nil
        return { error, answer in
            var refined = REMSRefusal.refine(error, answer)
            if error.kind == .signedOut, !isComplete { refined.reason = .change(.keyMissing) }
            return refined
        }
    }

    /// Only what a header can hold: a name with a line end would become headers of its own.
    private var headers: HTTPHeaders {
        var headers: HTTPHeaders = [:]
        if let key { headers.add(name: "x-rems-api-key", value: key.reveal()) }
        if let user, user.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
            headers.add(name: "x-rems-user-id", value: user)
        }
        return headers
    }
}

/// `{"success": false, "errors": [{"type", "form-id"?, "field-id"?, …}]}`, also with an object in place of the list.
enum REMSRefusal {
    /// Nobody signs in to REMS here: 401 speaks of the key and the user that were configured.
    static let refine: @Sendable (PortalError, ServiceAnswer) -> PortalError = { error, _ in
        guard error.kind == .signedOut else { return error }
        var error = error
        error.kind = .forbidden
        error.reason = .change(.keyRefused)
        return error
    }

    static func check(_ answer: JSONValue, of call: ServiceCall) throws(PortalError) {
        guard answer["success"].flag != true else { return }
        guard answer["success"].flag == false || !answer["errors"].list.isEmpty else {
            throw PortalError(
                .unreadableAnswer, operation: call.operation, because: .change(.notSaidDone))
        }
        let errors = answer["errors"].list
        let types = errors.flatMap { $0["type"].texts }
        let reasons = types.map { Reason.change(.refused(refusal($0))) }
        throw PortalError(
            kind(of: types, errors), operation: call.operation, because: reasons.isEmpty ? nil : .several(reasons))
    }

    private static func kind(of types: [String], _ errors: [JSONValue]) -> PortalError.Kind {
        if types.contains("forbidden") { return .forbidden }
        if types.contains("application-not-found") { return .notFound }
        return .invalid(errors.compactMap(ValidationWarning.init(rems:)))
    }

    private static func refusal(_ type: String) -> ChangeReason.REMSRefusal {
        switch type {
        case "forbidden": .notNow
        case "application-not-found": .noSuchApplication
        case "unbundlable-catalogue-items", "changes-original-workflow": .decidedDifferently
        case "disabled-catalogue-item", "archived-catalogue-item", "expired-catalogue-item": .notRequestable
        case "already-member": .isMember
        case "cannot-remove-applicant": .isApplicant
        case "user-not-member": .isNoMember
        case "t.actions.errors/licenses-not-accepted", "not-accepted-licenses": .licencesNotAccepted
        default: .other(type.split(separator: "/").last.map { String($0).replacing("-", with: " ") } ?? type)
        }
    }
}

extension ValidationWarning {
    /// An error of REMS. Errors of the application as a whole have neither form nor field.
    init?(rems value: JSONValue) {
        guard let type = value["type"].text else { return nil }
        let field = value["form-id"].integer.flatMap { form in
            value["field-id"].text.map { FieldID(form: form, field: $0) }
        }
        let key =
            switch type {
            case "Missing", "missing": "t.form.validation/required"
            case "not-accepted-licenses": "t.actions.errors/licenses-not-accepted"
            default: type
            }
        self.init(key: key, field: field)
    }
}
