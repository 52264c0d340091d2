/// What is kept on this machine, by profile. A call that returns has reached the disk.
public struct Journal: Sendable {
    /// Holds the draft, or else another of the same application, for this program and gives it as it is stored; nil when
    /// there is none. Throws when another program has it open.
    public var openDraft: @Sendable (DraftID, ApplicationID?) async throws(PortalError) -> Draft?
    /// Holds the draft, or else another of the same application, whoever has it open: that program's next write is
    /// refused. Gives it as it is stored; nil when there is none.
    public var takeOver: @Sendable (DraftID, ApplicationID?) async throws(PortalError) -> Draft?
    /// Replaces the draft of that id. Throws when another program has it open, or has changed it since it was opened.
    public var saveDraft: @Sendable (Draft) async throws(PortalError) -> Void
    /// Keeps beside a draft how its service describes it: `openDraft` gives it back in `Draft.form`.
    public var keepForm: @Sendable (DraftID, Application) async throws(PortalError) -> Void
    /// Forgets a draft.
    public var discardDraft: @Sendable (DraftID) async throws(PortalError) -> Void
    /// Holds a draft for its datasets, or its application, for this program, unless one is known of: in one transaction,
    /// so that of several programs one makes the request. With `false` what was submitted before is not looked at.
    public var claim: @Sendable (Draft, Bool) async throws(PortalError) -> Claim
    /// Remembers a submission and, where it has come to its end, discards its draft in the same transaction.
    public var keepSubmission: @Sendable (Submission) async throws(PortalError) -> Void
    /// Forgets the submission of a draft: it stands no more.
    public var forgetSubmission: @Sendable (DraftID) async throws(PortalError) -> Void
    /// Keeps the basket as it is now.
    public var saveBasket: @Sendable ([BasketItem]) async throws(PortalError) -> Void
    /// The state in which each request was last looked at, for unread marks.
    public var saveSeen: @Sendable ([ApplicationID: ApplicationState]) async throws(PortalError) -> Void

    public init(
        openDraft: @escaping @Sendable (DraftID, ApplicationID?) async throws(PortalError) -> Draft?,
        takeOver: @escaping @Sendable (DraftID, ApplicationID?) async throws(PortalError) -> Draft?,
        saveDraft: @escaping @Sendable (Draft) async throws(PortalError) -> Void,
        keepForm: @escaping @Sendable (DraftID, Application) async throws(PortalError) -> Void,
        discardDraft: @escaping @Sendable (DraftID) async throws(PortalError) -> Void,
        claim: @escaping @Sendable (Draft, Bool) async throws(PortalError) -> Claim = {
            _, _ async throws(PortalError) in throw PortalError(.unsupported, operation: "claiming a draft")
        },
        keepSubmission: @escaping @Sendable (Submission) async throws(PortalError) -> Void = {
            _ async throws(PortalError) in throw PortalError(.unsupported, operation: "remembering a submission")
        },
        forgetSubmission: @escaping @Sendable (DraftID) async throws(PortalError) -> Void = {
            _ async throws(PortalError) in throw PortalError(.unsupported, operation: "forgetting a submission")
        },
        saveBasket: @escaping @Sendable ([BasketItem]) async throws(PortalError) -> Void,
        saveSeen: @escaping @Sendable ([ApplicationID: ApplicationState]) async throws(PortalError) -> Void
    ) {
        self.openDraft = openDraft
        self.takeOver = takeOver
        self.saveDraft = saveDraft
        self.keepForm = keepForm
        self.discardDraft = discardDraft
        self.claim = claim
        self.keepSubmission = keepSubmission
        self.forgetSubmission = forgetSubmission
        self.saveBasket = saveBasket
        self.saveSeen = saveSeen
    }
}
