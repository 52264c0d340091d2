import FoundationEssentials
import GRDB
import PortalDomain

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

        static func list(_ answers: [FieldID: FieldValue]) -> [Answer] {
            answers.map { field, value in
                switch value {
                case .text(let text): Answer(form: field.form, field: field.field, text: text)
                case .table(let rows): Answer(form: field.form, field: field.field, table: rows)
                }
            }
        }

        static func dictionary(_ answers: [Answer]) -> [FieldID: FieldValue] {
            let pairs = answers.map { answer in
                let value: FieldValue = answer.table.map(FieldValue.table) ?? .text(answer.text ?? "")
                return (FieldID(form: answer.form, field: answer.field), value)
            }
            return Dictionary(pairs) { _, last in last }
        }
    }

    var id: String
    var application: StoredApplicationID?
    var phase: String
    var created: TimeInterval
    var modified: TimeInterval
    var revision: Int
    var savedAtService: Int
    var datasets: [StoredDataset]
    var answers: StoredAnswers
    /// Not in the rows of versions before the third migration.
    var seenAtService: [Answer]?
    var acceptedLicences: [Int64]
    /// Not in the rows of versions before the fifth migration; what was sent last comes last.
    var sentToService: [Answer]?
    var aside: [Answer]?
    var submitted: [Answer]?
    var copied: CopiedAnswers?
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
        answers = .plain(Answer.list(draft.answers))
        seenAtService = Answer.list(draft.seenAtService)
        sentToService = draft.sentToService.flatMap { field, values in values.flatMap { Answer.list([field: $0]) } }
        aside = Answer.list(draft.aside)
        submitted = draft.submitted.map(Answer.list)
        copied = draft.copied
        acceptedLicences = draft.acceptedLicences.sorted()
        knownBefore = draft.knownBefore?.map(StoredApplicationID.init).sorted { $0.text < $1.text }
    }

    /// Nil when the row holds a phase that this version does not know, or is sealed still.
    var draft: Draft? {
        guard let phase = SubmissionPhase(rawValue: phase), case .plain(let answers) = answers else { return nil }
        var draft = Draft(
            id: DraftID(id), application: application?.id, datasets: datasets.map(\.item),
            answers: Answer.dictionary(answers), acceptedLicences: Set(acceptedLicences), phase: phase,
            created: Date(timeIntervalSinceReferenceDate: created),
            modified: Date(timeIntervalSinceReferenceDate: modified), revision: revision,
            savedAtService: savedAtService, knownBefore: knownBefore.map { Set($0.map(\.id)) })
        draft.seenAtService = Answer.dictionary(seenAtService ?? [])
        for answer in sentToService ?? [] {
            for (field, value) in Answer.dictionary([answer]) {
                draft.sentToService[field, default: []].append(value)
            }
        }
        draft.aside = Answer.dictionary(aside ?? [])
        draft.submitted = submitted.map(Answer.dictionary)
        draft.copied = copied
        return draft
    }

    /// The name under which a draft is stored: its own, or another that has the same application.
    static func name(of draft: DraftID, _ application: ApplicationID?, in database: Database) throws -> DraftID {
        guard let application, try revision(of: draft, in: database) == nil else { return draft }
        let other = try String.fetchOne(
            database, sql: "SELECT id FROM draft WHERE application = ? ORDER BY modified DESC",
            arguments: [application.rawValue])
        return other.map(DraftID.init) ?? draft
    }

    /// The revision that is stored of a draft; nil when none is.
    static func revision(of draft: DraftID, in database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT revision FROM draft WHERE id = ?", arguments: [draft.rawValue])
    }
}

/// A dataset that was put aside, in the basket or in a draft.
struct StoredDataset: Codable {
    var id: String
    var identifier: String?
    var title: String
    var publisher: String?
    var added: TimeInterval
    var workflow: String?
    var catalogue: String?
    /// See `BasketItem.refusedWith`; in order, so that the same basket is the same text.
    var refusedWith: [[String]]?
    var refusal: String?

    init(_ item: BasketItem) {
        id = item.id.rawValue
        identifier = item.identifier
        title = item.title
        publisher = item.publisher
        added = item.added.timeIntervalSinceReferenceDate
        workflow = item.workflow
        catalogue = item.catalogue
        refusedWith =
            item.refusedWith.isEmpty
            ? nil : item.refusedWith.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
        refusal = item.refusal
    }

    var item: BasketItem {
        var item = BasketItem(
            id: DatasetID(id), identifier: identifier, title: title, publisher: publisher,
            added: Date(timeIntervalSinceReferenceDate: added), workflow: workflow, catalogue: catalogue)
        item.refusedWith = Set((refusedWith ?? []).map { Set($0) })
        item.refusal = refusal
        return item
    }
}
