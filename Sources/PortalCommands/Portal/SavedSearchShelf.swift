import Foundation
import PortalModel
import PortalServices
import PortalStorage

/// The saved searches of a profile with whoever answers them: the one way for commands and for the screen.
struct SavedSearchShelf: Sendable {
    let folder: SavedSearchesFolder
    /// All that a line finds now, or why that is not known.
    let ask: @Sendable (QueryLine) async throws(PortalError) -> WholeSearch

    /// A search as it was answered, with what is new of it. Nothing of that is on the disk yet.
    struct Checked: Sendable {
        /// As it was saved.
        var search: SavedSearch
        var found: FoundDatasets
        var news: SearchNews
        /// What became of the line's parts.
        var notes: [QueryNote]
    }

    /// Saves what a line finds now as seen.
    ///
    /// - Parameter replaced: the search whose place it takes.
    func save(
        _ name: String, _ line: QueryLine, replacing replaced: SavedSearch? = nil
    ) async throws(PortalError) -> (SavedSearch, [QueryNote]) {
        let whole = try await ask(line)
        let seen = SeenDatasets([:]).marked(whole.found)
        let search = SavedSearch(
            id: replaced?.id ?? Self.newID(), name: name, line: whole.line, at: whole.found.at,
            total: whole.found.datasets.count)
        return try await Blocking.run { [folder] () throws(PortalError) in
            if replaced != nil {
                let kept = try folder.update(search.id) { kept, news, known in
                    (kept, news, known) = (search, SearchNews(), seen)
                }
                if kept != nil { return (search, whole.notes) }
            }
            try folder.add(search, seen: seen)
            return (search, whole.notes)
        }
    }

    /// Asks for all that a search finds. Changes nothing here.
    func check(_ search: SavedSearch) async throws(PortalError) -> Checked {
        let line: QueryLine
        do throws(QueryProblem) { line = try QueryLine.parse(search.line) } catch {
            throw PortalError(
                .unsupported, operation: "search", because: .savedSearch(.line(error)))
        }
        let whole = try await ask(line)
        let seen = try await Blocking.run { [folder] () throws(PortalError) in try folder.seen(of: search.id) }
        guard let seen else {
            throw PortalError(.notFound, operation: "search", because: .savedSearch(.notThere(name: search.name)))
        }
        return Checked(search: search, found: whole.found, news: seen.news(in: whole.found), notes: whole.notes)
    }

    /// Writes down what was found: as seen, or as news. Where another program has asked later, or the search was
    /// replaced or deleted meanwhile, that stands.
    ///
    /// - Returns: as the search is now; nil where it is not there any more.
    func keep(_ checked: Checked, isSeen: Bool) async throws(PortalError) -> SavedSearch? {
        let found = checked.found
        return try await Blocking.run { [folder] () throws(PortalError) in
            try folder.update(checked.search.id) { search, news, seen in
                guard search.line == checked.search.line, search.checkedAt <= found.at else { return }
                if isSeen {
                    seen.mark(found)
                    search.seenAt = found.at
                }
                news = isSeen ? SearchNews() : seen.news(in: found)
                search.news = news.count
                search.checkedAt = found.at
                search.total = found.datasets.count
            }
        }
    }

    private static func newID() -> String { String(UInt64.random(in: 1 ... .max), radix: 36) }
}

extension SavedSearchShelf {
    /// Answered by the portal itself, never by what was kept.
    init(_ portal: PreparedPortal) throws(PortalError) {
        guard let folder = portal.savedSearches else {
            throw PortalError(.local, operation: "reading the saved searches", because: .savedSearch(.ephemeral))
        }
        let discovery = portal.connection.discovery
        let capabilities = portal.info.capabilities
        let user = portal.info.user
        let login = portal.login
        self.init(folder: folder) { line throws(PortalError) in
            try await WholeSearch.ask(
                line, at: discovery, capabilities, isSignedIn: user != nil || login.user != nil, now: { Date() })
        }
    }
}

extension SeenDatasets {
    fileprivate func marked(_ found: FoundDatasets) -> SeenDatasets {
        var marked = self
        marked.mark(found)
        return marked
    }
}
