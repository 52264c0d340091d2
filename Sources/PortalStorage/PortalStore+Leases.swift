import GRDB
import PortalModel

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

    /// Holds a draft whoever holds it now, and gives it as it is stored: the other may have changed it.
    ///
    /// The other program's next save is refused. Nil when the draft is not stored.
    public func takeOver(_ draft: DraftID) async throws(PortalError) -> Draft? {
        let options = options
        return try await available().write("taking over the draft") { database in
            try Lease(draft: draft, holder: options.holder, at: options.now()).save(database)
            return try DraftRow.fetchOne(database, key: ["id": draft.rawValue])?.draft
        }
    }

    /// Lets other programs write a draft.
    public func release(_ draft: DraftID) async throws(PortalError) {
        let holder = options.holder
        try await available().write("closing the draft") { try Lease.release(draft, by: holder, in: $0) }
    }
}
