import PortalModel
import PortalStorage
import Synchronization

extension SavedSearchService {
    /// The saved searches of a portal, for the screen. A shelf is made when one is needed: most people have none.
    static func shelf(of portal: PreparedPortal) -> SavedSearchService {
        let removed = Mutex<[String: RemovedSearch]>([:])
        let folder: @Sendable () throws(PortalError) -> SavedSearchesFolder = { () throws(PortalError) in
            try SavedSearchShelf(portal).folder
        }
        return SavedSearchService(
            list: { () throws(PortalError) in
                try await Blocking.run { () throws(PortalError) in try folder().listed }
            },
            check: { search throws(PortalError) in
                let shelf = try SavedSearchShelf(portal)
                _ = try await shelf.keep(try await shelf.check(search), isSeen: false)
            },
            save: { name, line throws(PortalError) in
                let parsed: QueryLine
                do throws(QueryProblem) { parsed = try QueryLine.parse(line) } catch {
                    throw PortalError(.unsupported, operation: "search", because: .savedSearch(.line(error)))
                }
                return try await SavedSearchShelf(portal).save(name, parsed).0
            },
            rename: { id, name throws(PortalError) in
                try await Blocking.run { () throws(PortalError) in
                    guard try folder().update(id, { search, _, _ in search.name = name }) != nil else {
                        throw Self.notThere(name)
                    }
                }
            },
            markSeen: { id throws(PortalError) in
                try await Blocking.run { () throws(PortalError) in
                    guard try folder().markSeen(id) != nil else { throw Self.notThere(id) }
                }
            },
            remove: { id throws(PortalError) in
                try await Blocking.run { () throws(PortalError) in
                    // Another program may have been quicker: then it is gone as well.
                    if let search = try folder().remove(id) { removed.withLock { $0[id] = search } }
                }
            },
            restore: { id throws(PortalError) in
                try await Blocking.run { () throws(PortalError) in
                    guard let search = removed.withLock({ $0[id] }) else { throw Self.notThere(id) }
                    try folder().restore(search)
                }
            })
    }

    private static func notThere(_ name: String) -> PortalError {
        PortalError(.notFound, operation: "keeping the search", because: .savedSearch(.notThere(name: name)))
    }
}

extension SavedSearchesFolder {
    /// With their news, as far as a screen shows them.
    fileprivate var listed: [ListedSearch] {
        get throws(PortalError) {
            var all: [ListedSearch] = []
            for search in try list().searches {
                let items = search.news.isEmpty ? [] : try news(of: search.id)?.items ?? []
                all.append(ListedSearch(search, items: items))
            }
            return all
        }
    }
}
