import FoundationEssentials
import GRDB
import PortalDomain

/// A request that was submitted, or was about to be, as it lies in the table `submission`.
struct SubmissionRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "submission"

    var draft: String
    var application: StoredApplicationID?
    /// In order, so that the same datasets are the same text.
    var datasets: [String]
    var digest: String
    var phase: String
    /// Seconds since 2001.
    var time: TimeInterval

    init(_ submission: Submission) {
        draft = submission.draft.rawValue
        application = submission.application.map(StoredApplicationID.init)
        datasets = submission.datasets
        digest = submission.digest.text
        phase = submission.phase.rawValue
        time = submission.time.timeIntervalSinceReferenceDate
    }

    /// Nil when the row holds a phase that this version does not know.
    var submission: Submission? {
        guard let phase = Submission.Phase(rawValue: phase) else { return nil }
        return Submission(
            draft: DraftID(draft), application: application?.id, datasets: datasets,
            digest: AnswersDigest(stored: digest), phase: phase, time: Date(timeIntervalSinceReferenceDate: time))
    }

    /// Keeps the intention that goes with a draft, or takes it back where the draft says that nothing was submitted.
    static func follow(_ draft: Draft, in database: Database) throws {
        if let intent = draft.intent {
            try SubmissionRow(intent).save(database)
        } else if draft.phase == .editing, !draft.creationIsInDoubt {
            try database.execute(
                sql: "DELETE FROM submission WHERE draft = ? AND phase = ?",
                arguments: [draft.id.rawValue, Submission.Phase.intended.rawValue])
        }
    }

    /// What is remembered of requests for the same datasets, or of the draft's application, newest first. An intention
    /// whose draft is there belongs to the draft.
    static func about(_ draft: Draft, in database: Database) throws -> [Submission] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM submission WHERE phase = ? OR draft NOT IN (SELECT id FROM draft) ORDER BY time DESC
                """,
            arguments: [Submission.Phase.submitted.rawValue])
        let wanted = Set(draft.identifiers)
        return rows.compactMap { try? SubmissionRow(row: $0).submission }.filter { submission in
            if let application = draft.application { return submission.application == application }
            return Set(submission.datasets) == wanted
        }
    }
}
