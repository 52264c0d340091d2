import GRDB
import PortalDomain
import Synchronization

/// What this program knows of each draft on the disk: by it another program's words are told from its own.
final class KnownRevisions: Sendable {
    private struct Known {
        /// The newest that was read or written here; nil before.
        var newest: Int?
        /// What was written last and not confirmed: a commit that fails at its very end may stand all the same.
        var tried: Draft?
    }

    private let drafts = Mutex<[DraftID: Known]>([:])

    func newest(of draft: DraftID) -> Int? { drafts.withLock { $0[draft]?.newest } }

    /// It is on the disk.
    func wrote(_ revision: Int, of draft: DraftID) {
        drafts.withLock {
            $0[draft, default: Known()].newest = max($0[draft]?.newest ?? 0, revision)
            $0[draft]?.tried = nil
        }
    }

    /// It is about to be written.
    func tries(_ draft: Draft) {
        var draft = draft
        // Kept in a table of its own, and not with every state of the draft.
        draft.form = nil
        drafts.withLock { $0[draft.id, default: Known()].tried = draft }
    }

    /// Before a draft is written: what an earlier save, which was told as failed, has left on the disk is ours when it
    /// is the same to the letter. It is written once more, since nobody knows whether it would survive a power cut.
    ///
    /// What is on the disk within a transaction is what is left of all that was tried before it: only the last try can
    /// stand unconfirmed.
    func recognise(_ draft: DraftID, in database: Database, by seal: PrivateSeal) throws {
        guard let tried = drafts.withLock({ $0[draft]?.tried }),
            let stored = try DraftRow.fetchOne(database, key: ["id": draft.rawValue])
        else { return }
        let row = DraftRow(tried)
        // What is sealed and does not open is not known to be ours.
        guard let stored = (try? stored.opened(by: seal))?.draft, stored == row.draft else { return }
        try row.keep(in: database, by: seal)
        database.afterNextTransaction { [self] _ in wrote(tried.revision, of: draft) }
        drafts.withLock { $0[draft, default: Known()].newest = max($0[draft]?.newest ?? 0, tried.revision) }
    }
}
