import FoundationEssentials
import GRDB
import PortalModel

/// A draft as it lies in the table `draft`.
///
/// The shape is written out here and not taken from the domain, so that renaming a property there does not make the
/// drafts of a year ago unreadable. Lists are JSON columns: a draft is read and written as a whole. Times are seconds
/// since 2001, the form in which they come back exactly as they were.
struct DraftRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "draft"

    struct Answer: Codable {
        var form: Int64
        var field: String
        var text: String?
        var table: [[String: String]]?
    }

    var id: String
    var application: StoredApplicationID?
    var phase: String
    var created: TimeInterval
    var modified: TimeInterval
    var revision: Int
    var savedAtService: Int
    var datasets: [StoredDataset]
    var answers: [Answer]
    var acceptedLicences: [Int64]
    /// Nil in files from before it was kept.
    var knownBefore: [StoredApplicationID]?

    init(_ draft: Draft) {
        id = draft.id.rawValue
        application = draft.application.map(StoredApplicationID.init)
        phase = draft.phase.rawValue
        created = draft.created.timeIntervalSinceReferenceDate
        modified = draft.modified.timeIntervalSinceReferenceDate
        revision = draft.revision
        savedAtService = draft.savedAtService
        datasets = draft.datasets.map(StoredDataset.init)
        answers = draft.answers.map { field, value in
            switch value {
            case .text(let text): Answer(form: field.form, field: field.field, text: text)
            case .table(let rows): Answer(form: field.form, field: field.field, table: rows)
            }
        }
        acceptedLicences = draft.acceptedLicences.sorted()
        knownBefore = draft.knownBefore.map(StoredApplicationID.init).sorted { $0.text < $1.text }
    }

    /// Nil when the row holds a phase that this version does not know.
    var draft: Draft? {
        guard let phase = SubmissionPhase(rawValue: phase) else { return nil }
        let pairs = answers.map { answer in
            let value: FieldValue = answer.table.map(FieldValue.table) ?? .text(answer.text ?? "")
            return (FieldID(form: answer.form, field: answer.field), value)
        }
        return Draft(
            id: DraftID(id), application: application?.id, datasets: datasets.map(\.item),
            answers: Dictionary(pairs) { _, last in last }, acceptedLicences: Set(acceptedLicences), phase: phase,
            created: Date(timeIntervalSinceReferenceDate: created),
            modified: Date(timeIntervalSinceReferenceDate: modified), revision: revision,
            savedAtService: savedAtService, knownBefore: Set((knownBefore ?? []).map(\.id)))
    }

    /// Writes the draft unless a newer one is stored already.
    static func save(_ draft: Draft, in database: Database) throws {
        let stored = try Int.fetchOne(
            database, sql: "SELECT revision FROM draft WHERE id = ?", arguments: [draft.id.rawValue])
        if let stored, stored > draft.revision { return }
        try DraftRow(draft).save(database)
    }
}

/// A dataset that was put aside, in the basket or in a draft.
struct StoredDataset: Codable {
    var id: String
    var identifier: String?
    var title: String
    var publisher: String?
    var added: TimeInterval

    init(_ item: BasketItem) {
        id = item.id.rawValue
        identifier = item.identifier
        title = item.title
        publisher = item.publisher
        added = item.added.timeIntervalSinceReferenceDate
    }

    var item: BasketItem {
        BasketItem(
            id: DatasetID(id), identifier: identifier, title: title, publisher: publisher,
            added: Date(timeIntervalSinceReferenceDate: added))
    }
}
