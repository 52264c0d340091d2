import JSONStream
import PortalDomain

/// The Access Management Service (daam.yaml) as the model sees it.
///
/// Its baskets and events are left unused: no service implements them, and the basket is ours.
struct GDIAccess: Sendable {
    var transport: Transport
    var memory = FeatureMemory()

    var service: AccessService {
        AccessService { calls in
            calls.applications.perform = { () throws(PortalError) in try await applications() }
            calls.application.perform = { id throws(PortalError) in try await application(id) }
            calls.create.perform = { datasets throws(PortalError) in try await create(datasets) }
            calls.save.perform = { id, answers throws(PortalError) in try await save(id, answers) }
            calls.accept.perform = { id, licences throws(PortalError) in try await accept(id, licences) }
            calls.submit.perform = { id throws(PortalError) in
                let call = ServiceCall.post("submitting the request", "applications", id.rawValue, "submit")
                try await check.settle(.submitted, of: id, always: true) { () throws(PortalError) in
                    try await transport.send(call)
                }
            }
            calls.delete.perform = { id throws(PortalError) in
                let call = ServiceCall.delete("deleting the request", "applications", id.rawValue)
                // AMS answers 204 whatever REMS said (`DeleteApplicationService`).
                try await check.settle(.deleted, of: id, always: true) { () throws(PortalError) in
                    try await transport.send(call)
                }
            }
            calls.entitlements.perform = { () throws(PortalError) in try await entitlements() }
            giveChanges(to: &calls)
            calls.status.perform = { () throws(PortalError) in try await transport.status() }
        }
    }

    private func applications() async throws(PortalError) -> [ApplicationSummary] {
        try await transport.read(.get("loading your requests", "applications")) { answer in
            answer.records?.compactMap(ApplicationSummary.init(wire:))
        }
    }

    private func application(
        _ id: ApplicationID, _ persistence: ServiceCall.Persistence = .usual
    ) async throws(PortalError) -> Application {
        var call = ServiceCall.get("opening the request", "applications", id.rawValue)
        call.persistence = persistence
        return try await transport.read(call) { Application(wire: $0, requested: id) }
    }

    /// What became of a change is seen at the application.
    var check: ChangeCheck {
        ChangeCheck { id throws(PortalError) in try await application(id, .once) }
    }

    /// A change that the contract answers with 204.
    func change(_ call: ServiceCall, of id: ApplicationID, to expected: ExpectedChange) async throws(PortalError) {
        try await check.settle(expected, of: id) { () throws(PortalError) in try await transport.send(call) }
    }

    private func create(_ datasets: [String]) async throws(PortalError) -> ApplicationID {
        var call = ServiceCall.post(
            "creating the request", "applications", "create", body: CreateApplication(datasetIds: datasets))
        call.refinesError = { error, _ in error.recognisingBundling }
        return try await transport.read(call) { $0["applicationId"].integer.map { ApplicationID($0) } }
    }

    private func save(_ id: ApplicationID, _ answers: [FieldID: FieldValue]) async throws(PortalError) {
        let call = ServiceCall.post(
            "saving the answers", "applications", id.rawValue, "save-forms-and-duos", body: SaveForms(answers))
        try await change(call, of: id, to: .saved(answers))
    }

    private func accept(_ id: ApplicationID, _ licences: Set<Int64>) async throws(PortalError) {
        let call = ServiceCall.post(
            "accepting the licences", "applications", id.rawValue, "accept-terms",
            body: AcceptTerms(acceptedLicenses: licences.sorted()))
        try await change(call, of: id, to: .accepted(licences))
    }

    private func entitlements() async throws(PortalError) -> [Entitlement] {
        let call = ServiceCall.get("loading what you have access to", "entitlements").of(.entitlements)
        return try await memory.attempt(.entitlements) { () throws(PortalError) in
            try await transport.read(call) { answer in
                // The contract wraps the list.
                (answer.records ?? answer["entitlements"].records)?.compactMap(Entitlement.init(wire:))
            }
        }
    }
}
