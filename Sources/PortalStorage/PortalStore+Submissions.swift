import GRDB
import PortalDomain

extension PortalStore {
    /// Holds a draft for the datasets, or the application, of this one for this program, unless another program has one
    /// in hand, or such a request was submitted. Looking and taking are one transaction: of several programs that want
    /// the same request one makes it.
    ///
    /// - Parameter heedsSubmissions: false where the portal was asked what became of them.
    func claim(_ draft: Draft, heedsSubmissions: Bool) async throws(PortalError) -> Claim {
        let (options, revisions) = (options, revisions)
        return try await available().write("noting the request") { database in
            let now = options.now()
            let begun = try Self.begun(like: draft, in: database, by: options.seal)
            for other in begun {
                guard let lease = try Lease.fetchOne(database, key: ["draft": other.id.rawValue]) else { continue }
                if lease.keepsOut(options.holder, at: now) { return .held(by: lease.holder.words) }
            }
            let known = heedsSubmissions ? try SubmissionRow.about(draft, in: database) : []
            // A draft that was begun since is a request of its own; an older one is what the submission left behind.
            let own = begun.first { draft in !known.contains { $0.phase == .submitted && $0.time >= draft.created } }
            if let own {
                try Lease.take(own.id, by: options.holder, at: now, in: database)
                revisions.wrote(own.revision, of: own.id)
                return .begun(own)
            }
            guard known.isEmpty else { return .known(known) }
            try Lease.take(draft.id, by: options.holder, at: now, in: database)
            try DraftRow(draft).keep(in: database, by: options.seal)
            database.afterNextTransaction { _ in revisions.wrote(draft.revision, of: draft.id) }
            return .made
        }
    }

    /// Drafts for the same request, newest first.
    private static func begun(
        like draft: Draft, in database: Database, by seal: PrivateSeal
    ) throws -> [Draft] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM draft WHERE phase <> ? ORDER BY modified DESC, created DESC, id",
            arguments: [SubmissionPhase.submitted.rawValue])
        return rows.compactMap { try? DraftRow(row: $0).opened(by: seal).draft }.filter { other in
            if let application = draft.application { return other.application == application }
            return Set(other.identifiers) == Set(draft.identifiers)
        }
    }

    /// Remembers a submission. One that has come to its end takes its draft's place, in the same transaction.
    func keep(_ submission: Submission) async throws(PortalError) {
        let options = options
        try await available().write("remembering the submission") { database in
            try SubmissionRow(submission).save(database)
            guard submission.phase == .submitted else { return }
            try Lease.take(submission.draft, by: options.holder, at: options.now(), in: database)
            try Self.discard(submission.draft, for: options.holder, in: database)
        }
    }

    func forgetSubmission(of draft: DraftID) async throws(PortalError) {
        try await available().write("forgetting the submission") { database in
            _ = try SubmissionRow.deleteOne(database, key: ["draft": draft.rawValue])
        }
    }

    static func discard(_ draft: DraftID, for holder: LeaseHolder, in database: Database) throws {
        _ = try DraftRow.deleteOne(database, key: ["id": draft.rawValue])
        _ = try DraftFormRow.deleteOne(database, key: ["draft": draft.rawValue])
        try Lease.release(draft, by: holder, in: database)
    }
}
