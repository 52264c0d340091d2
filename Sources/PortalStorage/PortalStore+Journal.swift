import GRDB
import PortalModel

extension PortalStore {
    /// The store as the model's effects use it. Nothing here runs on the calling thread for longer than a moment.
    public var journal: Journal {
        Journal(
            saveDraft: { [self] draft async throws(PortalError) in
                try await available().write(Self.savingDraft, saving(draft))
            },
            discardDraft: { [self] id async throws(PortalError) in
                try await available().write("discarding the draft", discarding(id))
            },
            saveBasket: { [self] items async throws(PortalError) in
                try await available().write("keeping the basket") { try BasketRow.replaceAll(with: items, in: $0) }
            },
            saveResults: { [self] query, page async throws(PortalError) in
                try keep(StoredResults(query: query, page: page, at: options.now()))
            },
            saveSeen: { [self] seen async throws(PortalError) in
                try await available().write("keeping what was seen") { try SeenRow.replaceAll(with: seen, in: $0) }
            })
    }

    func saving(_ draft: Draft) -> @Sendable (Database) throws -> Void {
        { [options] database in
            try Lease.take(draft.id, by: options.holder, at: options.now(), in: database)
            if let application = draft.application {
                try Lease.refuse(application, beside: draft.id, to: options.holder, at: options.now(), in: database)
            }
            try DraftRow.save(draft, in: database)
        }
    }

    private func discarding(_ id: DraftID) -> @Sendable (Database) throws -> Void {
        { [options] database in
            try Lease.take(id, by: options.holder, at: options.now(), in: database)
            _ = try DraftRow.deleteOne(database, key: ["id": id.rawValue])
            try Lease.release(id, by: options.holder, in: database)
        }
    }
}
