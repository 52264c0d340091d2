import GRDB
import PortalDomain

extension PortalStore {
    /// Holds a draft for this program before it is edited. Saving does so too; this tells earlier.
    ///
    /// Throws when the draft is open in another program, with that program in the error's `detail`.
    public func hold(_ draft: DraftID) async throws(PortalError) {
        let options = options
        try await available().write("opening the draft") { database in
            try Lease.take(draft, by: options.holder, at: options.now(), in: database)
        }
    }

    /// Holds a draft for this program and gives it as it is stored; nil when it is not stored. Another program may have
    /// kept the same application under another draft's name: then that one is opened.
    ///
    /// Where nothing can be written the draft is given all the same: it cannot be changed, but read. Throws when the
    /// draft is open in another program.
    func openDraft(_ draft: DraftID, of application: ApplicationID?) async throws(PortalError) -> Draft? {
        let database = try available()
        let (options, revisions) = (options, revisions)
        do {
            return try await database.write("opening the draft") { database in
                let draft = try DraftRow.name(of: draft, application, in: database)
                try Lease.take(draft, by: options.holder, at: options.now(), in: database)
                return try Self.stored(draft, revisions, in: database, by: options.seal)
            }
        } catch let error {
            let stored = try? database.read("opening the draft") { database -> Draft? in
                let draft = try DraftRow.name(of: draft, application, in: database)
                if let lease = try Lease.fetchOne(database, key: ["draft": draft.rawValue]),
                    lease.keepsOut(options.holder, at: options.now())
                {
                    return nil
                }
                return try Self.stored(draft, revisions, in: database, by: options.seal)
            }
            guard let stored else { throw error }
            return stored
        }
    }

    private static func stored(
        _ draft: DraftID, _ revisions: KnownRevisions, in database: Database, by seal: PrivateSeal
    ) throws -> Draft? {
        guard let row = try DraftRow.stored(draft.rawValue, in: database, by: seal) else { return nil }
        guard var draft = row.draft else { throw StorageFailure.Cause.newerDraft }
        draft.form = DraftFormRow.form(of: draft.id, in: database, by: seal)
        revisions.wrote(draft.revision, of: draft.id)
        return draft
    }

    /// Holds a draft whoever holds it now, and gives it as it is stored: the other may have changed it. Another draft of
    /// the same application stands for it, as in `openDraft`.
    ///
    /// Leases are looked at in the transaction of each write, so that the other program's next one is refused. Nil when
    /// the draft is not stored.
    public func takeOver(_ draft: DraftID, of application: ApplicationID? = nil) async throws(PortalError) -> Draft? {
        let (options, revisions) = (options, revisions)
        return try await available().write("taking over the draft") { database in
            let draft = try DraftRow.name(of: draft, application, in: database)
            try Lease(draft: draft, holder: options.holder, at: options.now()).save(database)
            return try Self.stored(draft, revisions, in: database, by: options.seal)
        }
    }

    /// Lets other programs write a draft.
    public func release(_ draft: DraftID) async throws(PortalError) {
        let holder = options.holder
        try await available().write("closing the draft") { try Lease.release(draft, by: holder, in: $0) }
    }
}
