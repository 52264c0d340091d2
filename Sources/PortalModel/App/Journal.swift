/// What is kept on this machine, by profile. A call that returns has reached the disk.
public struct Journal: Sendable {
    /// Replaces the draft of that id unless the stored one is newer.
    public var saveDraft: @Sendable (Draft) async throws(PortalError) -> Void
    public var discardDraft: @Sendable (DraftID) async throws(PortalError) -> Void
    public var saveBasket: @Sendable ([BasketItem]) async throws(PortalError) -> Void
    /// The last results, for the first screen of the next start.
    public var saveResults: @Sendable (SearchQuery, SearchPage) async throws(PortalError) -> Void
    /// The state in which each request was last looked at, for unread marks.
    public var saveSeen: @Sendable ([ApplicationID: ApplicationState]) async throws(PortalError) -> Void

    public init(
        saveDraft: @escaping @Sendable (Draft) async throws(PortalError) -> Void,
        discardDraft: @escaping @Sendable (DraftID) async throws(PortalError) -> Void,
        saveBasket: @escaping @Sendable ([BasketItem]) async throws(PortalError) -> Void,
        saveResults: @escaping @Sendable (SearchQuery, SearchPage) async throws(PortalError) -> Void,
        saveSeen: @escaping @Sendable ([ApplicationID: ApplicationState]) async throws(PortalError) -> Void
    ) {
        self.saveDraft = saveDraft
        self.discardDraft = discardDraft
        self.saveBasket = saveBasket
        self.saveResults = saveResults
        self.saveSeen = saveSeen
    }
}
