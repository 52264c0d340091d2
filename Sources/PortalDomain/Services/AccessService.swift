/// Asking for access. Everything but asking what there is changes things and is never repeated blindly.
///
/// What a dialect does not give is refused as `.unsupported` with the feature.
public struct AccessService: Sendable {
    /// All of the user's applications: `GET /api/v1/applications` (daam.yaml).
    public var applications: @Sendable () async throws(PortalError) -> [ApplicationSummary]
    /// One application whole, with forms and licences: `GET /api/v1/applications/{id}`.
    public var application: @Sendable (ApplicationID) async throws(PortalError) -> Application
    /// Takes the datasets' identifiers (not their catalogue ids).
    public var create: @Sendable ([String]) async throws(PortalError) -> ApplicationID
    /// Fields that are not given keep their value at the service.
    public var save: @Sendable (ApplicationID, [FieldID: FieldValue]) async throws(PortalError) -> Void
    /// Replaces the accepted set: give all that are accepted.
    public var accept: @Sendable (ApplicationID, Set<Int64>) async throws(PortalError) -> Void
    /// Submits it. Never repeated blindly: whether an answer that was lost said yes is found out by looking.
    public var submit: @Sendable (ApplicationID) async throws(PortalError) -> Void
    /// Deletes a draft. Refused in any other state.
    public var delete: @Sendable (ApplicationID) async throws(PortalError) -> Void
    /// What the user has access to: `GET /api/v1/entitlements`.
    public var entitlements: @Sendable () async throws(PortalError) -> [Entitlement]
    /// For services that take a request whole; nil for those that keep drafts.
    public var atOnce: AtOnce?
    /// What can be done to an application besides filling it in.
    public var changes: ApplicationChanges
    /// Whether the service is well: `GET …/health`.
    public var status: @Sendable () async throws(PortalError) -> ServiceStatus

    /// The calls of `SubmissionStyle.atOnce`, in place of `create`, `save`, `accept` and `submit`.
    public struct AtOnce: Sendable {
        /// The form to fill in for these datasets, as an application with the id `unsent`. Asks the service nothing
        /// that would change anything.
        public var form: @Sendable ([String]) async throws(PortalError) -> Application
        /// Creates and submits.
        public var send: @Sendable ([String], [FieldID: FieldValue]) async throws(PortalError) -> ApplicationID

        public init(
            form: @escaping @Sendable ([String]) async throws(PortalError) -> Application,
            send: @escaping @Sendable ([String], [FieldID: FieldValue]) async throws(PortalError) -> ApplicationID
        ) {
            self.form = form
            self.send = send
        }
    }

    public init(
        applications: @escaping @Sendable () async throws(PortalError) -> [ApplicationSummary] = UnexpectedCall.named(
            "applications"),
        application: @escaping @Sendable (ApplicationID) async throws(PortalError) -> Application =
            UnexpectedCall.named("application"),
        create: @escaping @Sendable ([String]) async throws(PortalError) -> ApplicationID = UnexpectedCall.named(
            "create"),
        save: @escaping @Sendable (ApplicationID, [FieldID: FieldValue]) async throws(PortalError) -> Void =
            UnexpectedCall.named("save"),
        accept: @escaping @Sendable (ApplicationID, Set<Int64>) async throws(PortalError) -> Void =
            UnexpectedCall.named("accept"),
        submit: @escaping @Sendable (ApplicationID) async throws(PortalError) -> Void = UnexpectedCall.named("submit"),
        delete: @escaping @Sendable (ApplicationID) async throws(PortalError) -> Void = UnexpectedCall.named("delete"),
        entitlements: @escaping @Sendable () async throws(PortalError) -> [Entitlement] = UnexpectedCall.named(
            "entitlements"),
        atOnce: AtOnce? = nil,
        changes: ApplicationChanges = ApplicationChanges(),
        status: @escaping @Sendable () async throws(PortalError) -> ServiceStatus = UnexpectedCall.named("status")
    ) {
        self.applications = applications
        self.application = application
        self.create = create
        self.save = save
        self.accept = accept
        self.submit = submit
        self.delete = delete
        self.entitlements = entitlements
        self.atOnce = atOnce
        self.changes = changes
        self.status = status
    }
}

/// What can be done to an application besides filling it in.
public struct ApplicationChanges: Sendable {
    /// Gives the id by which a field of type `attachment` names the file.
    public var attach: @Sendable (ApplicationID, FileContents, UploadReport?) async throws(PortalError) -> Int64
    /// A file of the application. Checked for size before it is read whole.
    public var attachment: @Sendable (ApplicationID, _ attachment: Int64) async throws(PortalError) -> FileContents
    /// The file with the terms of a licence of the application.
    public var licenceFile: @Sendable (ApplicationID, LicenceFile) async throws(PortalError) -> FileContents
    /// Invites somebody to take part. Sends mail, so it is never repeated blindly.
    public var invite: @Sendable (ApplicationID, _ name: String, _ email: String) async throws(PortalError) -> Void
    /// Somebody who takes part, or an invitation that was not accepted yet.
    public var remove: @Sendable (ApplicationID, Member) async throws(PortalError) -> Void
    /// Closes it. Cannot be undone.
    public var cancel: @Sendable (ApplicationID) async throws(PortalError) -> Void
    /// Gives the new draft's id where the service tells it (AMS does not).
    public var copyAsNew: @Sendable (ApplicationID) async throws(PortalError) -> ApplicationID?
    /// Replaces the datasets by those with these identifiers.
    public var changeDatasets: @Sendable (ApplicationID, [String], _ comment: String?) async throws(PortalError) -> Void

    public init(
        attach: @escaping @Sendable (ApplicationID, FileContents, UploadReport?) async throws(PortalError) -> Int64 = {
            _, _, _ throws(PortalError) in
            throw PortalError(notOffered: .uploadAttachment)
        },
        attachment: @escaping @Sendable (ApplicationID, Int64) async throws(PortalError) -> FileContents = {
            _, _ throws(PortalError) in
            throw PortalError(notOffered: .downloadAttachment)
        },
        licenceFile: @escaping @Sendable (ApplicationID, LicenceFile) async throws(PortalError) -> FileContents = {
            _, _ throws(PortalError) in
            throw PortalError(notOffered: .downloadAttachment)
        },
        invite: @escaping @Sendable (ApplicationID, String, String) async throws(PortalError) -> Void = {
            _, _, _ throws(PortalError) in
            throw PortalError(notOffered: .inviteMember)
        },
        remove: @escaping @Sendable (ApplicationID, Member) async throws(PortalError) -> Void = {
            _, _ throws(PortalError) in
            throw PortalError(notOffered: .removeMember)
        },
        cancel: @escaping @Sendable (ApplicationID) async throws(PortalError) -> Void = { _ throws(PortalError) in
            throw PortalError(notOffered: .cancelRequest)
        },
        copyAsNew: @escaping @Sendable (ApplicationID) async throws(PortalError) -> ApplicationID? = {
            _ throws(PortalError) in
            throw PortalError(notOffered: .copyAsNew)
        },
        changeDatasets: @escaping @Sendable (ApplicationID, [String], String?) async throws(PortalError) -> Void = {
            _, _, _ throws(PortalError) in throw PortalError(notOffered: .changeDatasets)
        }
    ) {
        self.attach = attach
        self.attachment = attachment
        self.licenceFile = licenceFile
        self.invite = invite
        self.remove = remove
        self.cancel = cancel
        self.copyAsNew = copyAsNew
        self.changeDatasets = changeDatasets
    }
}

extension AccessService {
    /// For a catalogue that takes no requests: there are none, and none can be made.
    public static let none = AccessService(
        applications: { [] },
        application: { _ throws(PortalError) in throw PortalError(notOffered: .requests) },
        create: { _ throws(PortalError) in throw PortalError(notOffered: .requests) },
        save: { _, _ throws(PortalError) in throw PortalError(notOffered: .requests) },
        accept: { _, _ throws(PortalError) in throw PortalError(notOffered: .requests) },
        submit: { _ throws(PortalError) in throw PortalError(notOffered: .requests) },
        delete: { _ throws(PortalError) in throw PortalError(notOffered: .requests) },
        entitlements: { [] })
}

extension AccessService {
    package func change(_ application: ApplicationID, _ change: RequestChange) async throws(PortalError) {
        switch change {
        case .close: try await changes.cancel(application)
        case .datasets(let identifiers): try await changes.changeDatasets(application, identifiers, nil)
        }
    }
}
