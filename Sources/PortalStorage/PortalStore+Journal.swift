import GRDB
import PortalDomain
import Synchronization

extension PortalStore {
    /// The store as the model's effects use it. Nothing here runs on the calling thread for longer than a moment.
    public var journal: Journal {
        Journal(
            openDraft: { [self] id, application async throws(PortalError) in
                try await openDraft(id, of: application)
            },
            takeOver: { [self] id, application async throws(PortalError) in
                try await takeOver(id, of: application)
            },
            saveDraft: { [self] draft async throws(PortalError) in
                try await available().write(Self.savingDraft, saving(draft))
            },
            keepForm: { [self] id, form async throws(PortalError) in
                try await available().write("keeping the form") { [seal = options.seal] database in
                    // A draft that was discarded meanwhile leaves nothing behind.
                    guard try DraftRow.revision(of: id, in: database) != nil else { return }
                    try DraftFormRow(draft: id.rawValue, application: form).keep(in: database, by: seal)
                }
            },
            discardDraft: { [self] id async throws(PortalError) in
                try await available().write("discarding the draft", discarding(id))
            },
            claim: { [self] draft, heedsSubmissions async throws(PortalError) in
                try await claim(draft, heedsSubmissions: heedsSubmissions)
            },
            keepSubmission: { [self] submission async throws(PortalError) in try await keep(submission) },
            forgetSubmission: { [self] id async throws(PortalError) in try await forgetSubmission(of: id) },
            saveBasket: { [self] items async throws(PortalError) in
                try await available().write("keeping the basket", savingBasket(items))
            },
            saveSeen: { [self] seen async throws(PortalError) in
                try await available().write("keeping what was seen") { try SeenRow.replaceAll(with: seen, in: $0) }
            })
    }

    /// Another program may have opened the draft while this one was stopped: what it wrote is not written over.
    func saving(_ draft: Draft) -> @Sendable (Database) throws -> Void {
        { [options, revisions] database in
            try Lease.take(draft.id, by: options.holder, at: options.now(), in: database)
            if let application = draft.application {
                try Lease.refuse(application, beside: draft.id, to: options.holder, at: options.now(), in: database)
            }
            try revisions.recognise(draft.id, in: database, by: options.seal)
            let known = revisions.newest(of: draft.id)
            let stored = try DraftRow.revision(of: draft.id, in: database) ?? 0
            guard stored <= known ?? draft.revision else { throw ChangedElsewhere() }
            // Our own newer one was written at once when the program was about to stop.
            if stored > draft.revision { return }
            revisions.tries(draft)
            try DraftRow(draft).keep(in: database, by: options.seal)
            try SubmissionRow.follow(draft, in: database)
            database.afterNextTransaction { _ in revisions.wrote(draft.revision, of: draft.id) }
        }
    }

    private func savingBasket(_ items: [BasketItem]) -> @Sendable (Database) throws -> Void {
        { [lastBasket] database in
            try BasketRow.replaceAll(with: items, from: lastBasket.items, in: database)
            database.afterNextTransaction { _ in lastBasket.items = items }
        }
    }

    private func discarding(_ id: DraftID) -> @Sendable (Database) throws -> Void {
        { [options] database in
            try Lease.take(id, by: options.holder, at: options.now(), in: database)
            try Self.discard(id, for: options.holder, in: database)
        }
    }
}

/// The basket as this program last read or wrote it.
final class LastBasket: Sendable {
    private let last = Mutex<[BasketItem]?>(nil)

    /// Nil before it was read.
    var items: [BasketItem]? {
        get { last.withLock { $0 } }
        set { last.withLock { $0 = newValue } }
    }
}

/// The stored draft is not the one that this program has opened and changed.
struct ChangedElsewhere: Error {}
