/// The saved searches of a portal, for the screen: on this machine, and asked of the portal.
public struct SavedSearchService: Sendable {
    /// By their names, each with its news; what is none of this version is passed over.
    public var list: @Sendable () async throws(PortalError) -> [ListedSearch]
    /// Asks the portal for all that the search finds, and writes down what is new of it. Nothing counts as seen by that.
    public var check: @Sendable (SavedSearch) async throws(PortalError) -> Void
    /// Saves a line under a name. What the portal finds for it now counts as seen.
    public var save: @Sendable (_ name: String, _ line: String) async throws(PortalError) -> SavedSearch
    /// Gives the search of an id another name.
    public var rename: @Sendable (_ id: String, _ name: String) async throws(PortalError) -> Void
    /// Marks as seen what was told as news when the portal was last asked.
    public var markSeen: @Sendable (_ id: String) async throws(PortalError) -> Void
    /// Removes a search. It can be put back while the program runs.
    public var remove: @Sendable (_ id: String) async throws(PortalError) -> Void
    /// Puts back what was removed.
    public var restore: @Sendable (_ id: String) async throws(PortalError) -> Void

    public init(
        list: @escaping @Sendable () async throws(PortalError) -> [ListedSearch],
        check: @escaping @Sendable (SavedSearch) async throws(PortalError) -> Void,
        save: @escaping @Sendable (_ name: String, _ line: String) async throws(PortalError) -> SavedSearch,
        rename: @escaping @Sendable (_ id: String, _ name: String) async throws(PortalError) -> Void,
        markSeen: @escaping @Sendable (_ id: String) async throws(PortalError) -> Void,
        remove: @escaping @Sendable (_ id: String) async throws(PortalError) -> Void,
        restore: @escaping @Sendable (_ id: String) async throws(PortalError) -> Void
    ) {
        self.list = list
        self.check = check
        self.save = save
        self.rename = rename
        self.markSeen = markSeen
        self.remove = remove
        self.restore = restore
    }

    /// Where nothing is kept: nothing is listed, and everything else is refused.
    public static let none = SavedSearchService(
        list: { () throws(PortalError) in [] }, check: { _ throws(PortalError) in throw SavedSearchService.refusal },
        save: { _, _ throws(PortalError) in throw SavedSearchService.refusal },
        rename: { _, _ throws(PortalError) in throw SavedSearchService.refusal },
        markSeen: { _ throws(PortalError) in throw SavedSearchService.refusal },
        remove: { _ throws(PortalError) in throw SavedSearchService.refusal },
        restore: { _ throws(PortalError) in throw SavedSearchService.refusal })

    private static var refusal: PortalError {
        PortalError(.local, operation: "keeping the search", because: .savedSearch(.ephemeral))
    }
}

/// A saved search with its news, as far as a screen shows them.
public struct ListedSearch: Hashable, Sendable {
    /// With the number of all news.
    public var search: SavedSearch
    /// The first of them.
    public var items: [NewsItem]

    public init(_ search: SavedSearch, items: [NewsItem] = []) {
        self.search = search
        self.items = Array(items.prefix(Self.mostItems))
    }

    /// More than anybody reads in a list beside others.
    public static let mostItems = 100
}
