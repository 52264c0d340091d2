/// Asking for access. Everything but asking what there is changes things and is never repeated blindly.
public typealias AccessService = Service<AccessCalls>

/// The calls of an access service, declared. What a dialect does not give is refused as `.unsupported` with the feature.
public struct AccessCalls: ServiceCalls {
    // MARK: Reading

    /// All of the user's applications: `GET /api/v1/applications` (daam.yaml).
    public var applications: ReadCall<@Sendable () async throws(PortalError) -> [ApplicationSummary]> =
        .init("loading your requests")
    /// One application whole, with forms and licences: `GET /api/v1/applications/{id}`.
    public var application: ReadCall<@Sendable (ApplicationID) async throws(PortalError) -> Application> =
        .init("opening the request")
    /// What the user has access to: `GET /api/v1/entitlements`.
    public var entitlements: ReadCall<@Sendable () async throws(PortalError) -> [Entitlement]> =
        .init("loading what you have access to")
    /// The person's passport: visas, each with what looking at its signature came to.
    public var passport: ReadCall<@Sendable () async throws(PortalError) -> PassportReport> =
        .init("loading your passport", of: .passport)
    /// Visas that the access service itself signs: `GET /api/permissions/{user}` of a REMS.
    public var permissions: ReadCall<@Sendable () async throws(PortalError) -> [SignedVisa]> =
        .init("loading your visas", of: .passport)
    /// A file of the application, by its number. Checked for size before it is read whole.
    public var attachment: ReadCall<@Sendable (ApplicationID, Int64) async throws(PortalError) -> FileContents> =
        .init("fetching the attachment", of: .downloadAttachment)
    /// The file with the terms of a licence of the application.
    public var licenceFile: ReadCall<@Sendable (ApplicationID, LicenceFile) async throws(PortalError) -> FileContents> =
        .init("fetching the licence", of: .downloadAttachment)
    /// Of a service without drafts (`SubmissionStyle.atOnce`): the form to fill in for the datasets with these
    /// identifiers, as an application with the id `unsent`.
    public var form: ReadCall<@Sendable ([String]) async throws(PortalError) -> Application> =
        .init("loading the form", of: .requests)
    /// Whether the service is well: `GET …/health`.
    public var status: ReadCall<@Sendable () async throws(PortalError) -> ServiceStatus> =
        .init("asking whether the service is well")

    // MARK: Changing

    /// Takes the datasets' identifiers (not their catalogue ids).
    public var create: WriteCall<@Sendable ([String]) async throws(PortalError) -> ApplicationID> =
        .init("creating the request", makesStale: { _ in .new })
    /// Fields that are not given keep their value at the service.
    public var save: WriteCall<@Sendable (ApplicationID, [FieldID: FieldValue]) async throws(PortalError) -> Void> =
        .init("saving the answers", makesStale: { id, _ in ChangedRequest(id) })
    /// Replaces the accepted set: give all that are accepted.
    public var accept: WriteCall<@Sendable (ApplicationID, Set<Int64>) async throws(PortalError) -> Void> =
        .init("accepting the licences", makesStale: { id, _ in ChangedRequest(id) })
    /// Submits it. Never repeated blindly: whether an answer that was lost said yes is found out by looking.
    public var submit: WriteCall<@Sendable (ApplicationID) async throws(PortalError) -> Void> =
        .init("submitting the request", makesStale: { ChangedRequest($0) })
    /// Of a service without drafts, in place of `create`, `save`, `accept` and `submit`: creates and submits.
    public var send: WriteCall<@Sendable ([String], [FieldID: FieldValue]) async throws(PortalError) -> ApplicationID> =
        .init("sending the request", of: .requests, makesStale: { _, _ in .new })
    /// Deletes a draft. Refused in any other state.
    public var delete: WriteCall<@Sendable (ApplicationID) async throws(PortalError) -> Void> =
        .init("deleting the request", makesStale: { ChangedRequest($0) })
    /// Gives the id by which a field of type `attachment` names the file.
    public var attach:
        WriteCall<@Sendable (ApplicationID, FileContents, UploadReport?) async throws(PortalError) -> Int64> =
            .init("attaching the file", of: .uploadAttachment, makesStale: { id, _, _ in ChangedRequest(id) })
    /// Invites somebody, by name and mail address, to take part. Sends mail, so it is never repeated blindly.
    public var invite: WriteCall<@Sendable (ApplicationID, String, String) async throws(PortalError) -> Void> =
        .init("inviting a member", of: .inviteMember, makesStale: { id, _, _ in ChangedRequest(id) })
    /// Removes somebody who takes part, or an invitation that was not accepted yet.
    public var remove: WriteCall<@Sendable (ApplicationID, Member) async throws(PortalError) -> Void> =
        .init("removing a member", of: .removeMember, makesStale: { id, _ in ChangedRequest(id) })
    /// Closes it. Cannot be undone.
    public var cancel: WriteCall<@Sendable (ApplicationID) async throws(PortalError) -> Void> =
        .init("cancelling the request", of: .cancelRequest, makesStale: { ChangedRequest($0) })
    /// Gives the new draft's id where the service tells it (AMS does not).
    public var copyAsNew: WriteCall<@Sendable (ApplicationID) async throws(PortalError) -> ApplicationID?> =
        .init("copying the request", of: .copyAsNew, makesStale: { ChangedRequest($0) })
    /// Says by codes of DUO what the data are wanted for, in place of the codes that the application has.
    public var declareUse: WriteCall<@Sendable (ApplicationID, [DataUse]) async throws(PortalError) -> Void> =
        .init("telling what the data are wanted for", of: .dataUseCodes, makesStale: { id, _ in ChangedRequest(id) })
    /// Replaces the datasets by those with these identifiers, with a comment for who handles the request.
    public var changeDatasets:
        WriteCall<@Sendable (ApplicationID, [String], String?) async throws(PortalError) -> Void> =
            .init("changing the datasets", of: .changeDatasets, makesStale: { id, _, _ in ChangedRequest(id) })

    public init() {}
}

extension AccessService {
    /// For a catalogue that takes no requests: there are none, and none can be made.
    public static let none = AccessService(otherwise: .notOffered(.requests)) { calls in
        calls.applications.perform = { [] }
        calls.entitlements.perform = { [] }
    }

    package func change(_ application: ApplicationID, _ change: RequestChange) async throws(PortalError) {
        switch change {
        case .close: try await self.cancel(application)
        case .datasets(let identifiers): try await self.changeDatasets(application, identifiers, nil)
        }
    }
}
