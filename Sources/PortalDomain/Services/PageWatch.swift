/// Looks on while a search is read page by page: a service, or a cache in front of it, may give the same page whatever place
/// it is asked for, and say that there is more for ever.
///
/// Some catalogues list a dataset twice, and what is added in front meanwhile moves others to later pages: a page that
/// brings nothing new is no fault as long as it is not the one before.
public struct PageWatch: Sendable {
    private var seen: Set<DatasetID> = []
    private var last: [DatasetID] = []
    /// Datasets in a row that came before.
    private var barren = 0
    private static let mostBarren = 2000

    public init() {}

    /// - Throws: `.unreadableAnswer` where the pages lead nowhere any more.
    public mutating func take(_ page: SearchPage) throws(PortalError) {
        let before = seen.count
        let ids = page.results.compactMap { $0.dataset?.id }
        guard !ids.isEmpty else { return }
        seen.formUnion(ids)
        barren = seen.count > before ? 0 : barren + ids.count
        defer { last = ids }
        guard ids == last || barren > Self.mostBarren else { return }
        throw PortalError(.unreadableAnswer, operation: "search", because: .answer(.samePageAgain))
    }
}
