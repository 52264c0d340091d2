import JSONStream
import PortalDomain

/// The access management service of the portal's developer guide (guide.yaml): a request for one dataset, created and
/// submitted by one call.
struct GuideAccess: Sendable {
    var transport: Transport

    var service: AccessService {
        AccessService(otherwise: .notOffered(.requests)) { calls in
            calls.applications.perform = { () throws(PortalError) in try await requests() }
            calls.application.perform = { id throws(PortalError) in try await request(id) }
            calls.entitlements.perform = { [] }
            calls.form.perform = { identifiers throws(PortalError) in try Self.form(for: identifiers) }
            calls.send.perform = { identifiers, answers throws(PortalError) in try await send(identifiers, answers) }
            calls.status.perform = { () throws(PortalError) in try await transport.status() }
        }
    }

    private func requests() async throws(PortalError) -> [ApplicationSummary] {
        try await transport.read(.get("loading your requests", "requests")) { answer in
            (answer["requests"].records ?? answer.records)?.compactMap(ApplicationSummary.init(guide:))
        }
    }

    private func request(_ id: ApplicationID) async throws(PortalError) -> Application {
        try await transport.read(.get("opening the request", "requests", id.rawValue)) { answer in
            Application(guide: answer, requested: id)
        }
    }

    private static func form(for identifiers: [String]) throws(PortalError) -> Application {
        Application(
            id: .unsent, title: "New request", state: .draft,
            datasets: identifiers.map { RequestedDataset(identifier: $0, title: LocalizedText($0)) },
            forms: [GuideForm.form()])
    }

    /// Never repeated: what became of a lost answer is found out by asking for the requests.
    private func send(
        _ identifiers: [String], _ answers: [FieldID: FieldValue]
    ) async throws(PortalError) -> ApplicationID {
        guard let dataset = identifiers.first, identifiers.count == 1 else {
            throw PortalError(
                .invalid([]), operation: Self.sending, because: .change(.oneDataset))
        }
        let missing = GuideForm.problems(with: answers)
        guard missing.isEmpty else {
            // The service's contract has no words for it: what is wrong stands at the fields.
            throw PortalError(
                .invalid(missing), operation: Self.sending, because: .change(.incomplete))
        }
        var call = ServiceCall.post(
            Self.sending, "requests", body: CreateAccessRequest(dataset: dataset, answers: answers))
        call.refinesError = GuideRefusal.refine
        return try await transport.read(call) { answer throws(PortalError) in
            let request = answer["id"].isNull ? answer["request"] : answer
            guard let id = request["id"].text else { return nil }
            // Sending is submitting here: what came of it stands in the answer.
            guard request["status"].text?.lowercased() != "draft" else {
                throw PortalError(
                    .unsupported, operation: Self.sending, because: .change(.leftAsDraft(id: id)))
            }
            return ApplicationID(id)
        }
    }

    private static let sending = "sending the request"
}

/// What a guide's service finds wrong, at the fields where it belongs as far as it says.
enum GuideRefusal {
    static let refine: @Sendable (PortalError, ServiceAnswer) -> PortalError = { error, answer in
        guard case .invalid(let known) = error.kind, known.isEmpty, let body = try? JSONValue(parsing: answer.body)
        else {
            return error
        }
        let found = (body["errors"].list + body["details"].list).compactMap { problem -> ValidationWarning? in
            guard let path = problem["field"].text ?? problem["path"].text else { return nil }
            let names = path.split { ".[]/".contains($0) }
            let field = GuideForm.form().fields.first { field in names.contains { $0 == field.id.field } }
            guard let field else { return nil }
            return ValidationWarning(key: "t.form.validation/invalid-value", field: field.id)
        }
        var error = error
        error.kind = .invalid(found)
        return error
    }
}

extension ApplicationSummary {
    /// `AccessRequest` of guide.yaml.
    init?(guide value: JSONValue) {
        guard let id = value["id"].text else { return nil }
        let dataset = value["datasetId"].text
        let purpose = value["requestData"]["purpose"].text?.split(whereSeparator: \.isNewline).first
        self.init(
            id: ApplicationID(id), title: purpose.map { String($0.prefix(80)) } ?? dataset ?? "Request \(id)",
            state: ApplicationState(serviceValue: value["status"].text ?? "unknown"),
            stateChanged: value["updatedAt"].date, created: value["createdAt"].date,
            datasets: dataset.map { [RequestedDataset(identifier: $0, title: LocalizedText($0))] } ?? [],
            people: [value["userId"].text].compactMap(\.self)
                + value["requestData"]["participants"].list.flatMap { person in
                    [person["name"].text, person["email"].text].compactMap(\.self)
                })
    }
}

extension Application {
    /// `AccessRequest` of guide.yaml.
    init?(guide answer: JSONValue, requested: ApplicationID) {
        let value = answer["id"].isNull && !answer["request"].fields.isEmpty ? answer["request"] : answer
        guard case .object(var fields) = value, !fields.isEmpty else { return nil }
        if fields["id"]?.text == nil { fields["id"] = .string(requested.rawValue) }
        guard let summary = ApplicationSummary(guide: .object(fields)) else { return nil }
        self.init(
            id: summary.id, title: summary.title, state: summary.state, applicant: value["userId"].text,
            created: summary.created, modified: summary.stateChanged, datasets: summary.datasets,
            forms: [GuideForm.form(holding: value["requestData"])])
    }
}
