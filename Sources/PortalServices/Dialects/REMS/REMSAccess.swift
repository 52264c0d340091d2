import JSONStream
import PortalDomain

/// A REMS installation's applications (rems.yaml) as the model sees them.
struct REMSAccess: Sendable {
    var caller: REMSCaller
    var naming: REMSNaming
    var memory = FeatureMemory()

    var service: AccessService {
        AccessService { calls in
            calls.applications.perform = { () throws(PortalError) in
                try await caller.read(caller.get("loading your requests", ["my-applications"])) { answer in
                    answer.records?.compactMap(reader.summary)
                }
            }
            calls.application.perform = { id throws(PortalError) in try await application(id, "opening the request") }
            calls.create.perform = { datasets throws(PortalError) in try await create(datasets) }
            calls.save.perform = { id, answers throws(PortalError) in try await save(id, answers) }
            calls.accept.perform = { id, licences throws(PortalError) in
                try await check.settle(.accepted(licences), of: id) { () throws(PortalError) in
                    try await run(
                        "accepting the licences", "accept-licenses", id,
                        ["accepted-licenses": .array(licences.sorted().map(JSONValue.integer))])
                }
            }
            calls.submit.perform = { id throws(PortalError) in
                try await check.settle(.submitted, of: id, always: true) { () throws(PortalError) in
                    try await run("submitting the request", "submit", id)
                }
            }
            calls.delete.perform = { id throws(PortalError) in
                try await check.settle(.deleted, of: id) { () throws(PortalError) in
                    try await run("deleting the request", "delete", id)
                }
            }
            calls.entitlements.perform = { () throws(PortalError) in try await entitlements() }
            calls.permissions.perform = { () throws(PortalError) in try await permissions() }
            giveChanges(to: &calls)
            calls.status.perform = { () throws(PortalError) in try await caller.status() }
        }
    }

    var reader: REMSReader { REMSReader(naming: naming, user: caller.user) }

    private func application(
        _ id: ApplicationID, _ operation: String, _ persistence: ServiceCall.Persistence = .usual
    ) async throws(PortalError) -> Application {
        var call = caller.get(operation, ["applications", id.rawValue])
        call.persistence = persistence
        return try await caller.read(call) { reader.application($0, requested: id) }
    }

    /// What became of a command is seen at the application.
    var check: ChangeCheck {
        ChangeCheck { id throws(PortalError) in try await application(id, "opening the request", .once) }
    }

    private func create(_ datasets: [String]) async throws(PortalError) -> ApplicationID {
        let operation = "creating the request"
        var items: [JSONValue] = []
        for dataset in datasets { items.append(.integer(try await catalogueItem(of: dataset, operation))) }
        let call = caller.post(
            operation, "applications", "create", body: JSONValue.object(["catalogue-item-ids": .array(items)]))
        let answer = try await caller.command(call)
        guard let id = answer["application-id"].integer else {
            throw PortalError(.unreadableAnswer, operation: operation, because: .change(.noApplicationNamed))
        }
        return ApplicationID(id)
    }

    /// What REMS's catalogue calls a dataset.
    func catalogueItem(of dataset: String, _ operation: String) async throws(PortalError) -> Int64 {
        if naming == .catalogueItem, let id = Int64(dataset) { return id }
        let call = caller.get(operation, ["catalogue-items"], query: [("resource", dataset)])
        let items = try await caller.read(call) { $0.records?.compactMap(CatalogueItem.init(wire:)) }
        let open = items.filter { $0.canBeRequested && $0.resource == dataset }
        guard let item = open.first.flatMap({ Int64($0.id) }) else {
            throw PortalError(
                .invalid([]), operation: operation, because: .change(.datasetNotTaken(dataset)))
        }
        guard open.count == 1 else {
            throw PortalError(
                .invalid([]), operation: operation, because: .change(.datasetTwice(dataset)))
        }
        return item
    }

    /// What is not given is read first and sent along: REMS took the draft as a whole, and keeps what is not sent since it
    /// works the answers into its forms (`save-draft` of 16bcd11). Whole drafts are right for both.
    private func save(_ id: ApplicationID, _ answers: [FieldID: FieldValue]) async throws(PortalError) {
        let operation = "saving the answers"
        let number = try number(of: id, operation)
        let draft = try await caller.read(caller.get(operation, ["applications", id.rawValue])) { answer in
            reader.application(answer, requested: id).map {
                SaveDraft(number, $0, answers, duoCodes: SaveDraft.duoCodes(of: answer))
            }
        }
        try await check.settle(.saved(answers), of: id) { () throws(PortalError) in
            // Findings come as warnings; a draft may be wrong.
            _ = try await caller.command(caller.post(operation, "applications", "save-draft", body: draft))
        }
    }

    private func entitlements() async throws(PortalError) -> [Entitlement] {
        let query = caller.user.map { [(name: "user", value: $0)] } ?? []
        let call = caller.get("loading what you have access to", ["entitlements"], query: query)
        return try await caller.read(call) { $0.records?.compactMap(Entitlement.init(rems:)) }
    }

    /// Visas of what was granted (`rems src/clj/rems/api/permissions.clj`): 501 unless they are switched on, and one's own
    /// for anybody who is known.
    private func permissions() async throws(PortalError) -> [SignedVisa] {
        guard let user = caller.user else {
            throw PortalError(.forbidden, operation: "loading your visas", because: .change(.keyMissing))
        }
        var call = caller.get("loading your visas", ["permissions", user], query: [("expired", "false")])
        call.refinesError = { [refine = caller.refine] error, answer in
            guard answer.status == 501 else { return refine(error, answer) }
            return PortalError(
                .unsupported, operation: error.operation, because: .passport(.notEnabled), feature: .passport)
        }
        return try await caller.read(call) { answer in
            guard case .array(let visas) = answer["ga4gh_passport_v1"] else { return nil }
            return visas.map { SignedVisa($0.text ?? "") }
        }
    }

    /// A command on one application.
    @discardableResult
    func run(
        _ operation: String, _ command: String, _ id: ApplicationID, _ parameters: [String: JSONValue] = [:],
        feature: PortalFeature? = nil
    ) async throws(PortalError) -> JSONValue {
        var body = parameters
        body["application-id"] = .integer(try number(of: id, operation))
        var call = caller.post(operation, "applications", command, body: JSONValue.object(body))
        guard let feature else { return try await caller.command(call) }
        call.feature = feature
        // Applications are named in the body: whatever is not found here is the command.
        call.refinesError = { [refine = caller.refine] error, answer in
            var error = refine(error, answer)
            guard error.kind == .notFound else { return error }
            error.kind = .unsupported
            error.feature = feature
            return error
        }
        let sent = call
        return try await memory.attempt(feature) { () throws(PortalError) in try await caller.command(sent) }
    }

    func number(of id: ApplicationID, _ operation: String) throws(PortalError) -> Int64 {
        guard let number = Int64(id.rawValue) else { throw PortalError(.notFound, operation: operation) }
        return number
    }
}
