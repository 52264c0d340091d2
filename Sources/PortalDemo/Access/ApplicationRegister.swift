import Foundation
import GRDB

/// Everything a person may do with applications. Each call is one transaction, begun with what the committee owes.
struct ApplicationRegister: Sendable {
    let database: DatabaseQueue
    let committee: Committee
    let clock: @Sendable () -> Date
    /// Tells those who listen what has happened.
    let news: ApplicationNews?

    func list(for user: DemoUser) async throws -> [Application] {
        try await transaction { rows, _ in try rows.applications(of: user.id) }
    }

    /// - Throws: `Refusal` when there is none, or it is somebody else's: its existence is nobody's business.
    func retrieve(_ id: Int, for user: DemoUser) async throws -> Application {
        try await transaction { rows, _ in try Self.visible(id, to: user, rows) }
    }

    func entitlements(of user: DemoUser) async throws -> [Entitlement] {
        try await transaction { rows, _ in try rows.entitlements(of: user.id) }
    }

    /// - Returns: The new application's id.
    func create(identifiers: [String], for user: DemoUser) async throws -> Int {
        try await transaction { rows, now in
            let datasets = try Self.requestable(identifiers, rows.db)
            return try rows.insert(applicant: user.id, datasets: datasets, at: now)
        }
    }

    /// The datasets with these identifiers, each once, where they can be requested together.
    static func requestable(_ identifiers: [String], _ db: Database) throws -> [RequestedDataset] {
        guard !identifiers.isEmpty else { throw Refusal.noDatasets }
        var seen = Set<String>()
        return try bundled(
            identifiers.filter { seen.insert($0).inserted }.map { identifier in
                guard let entry = try CatalogueStore.entry(identifier: identifier, db) else {
                    throw Refusal.unknownDataset(identifier)
                }
                return entry
            })
    }

    static func bundled(_ entries: [CatalogueEntry]) throws -> [RequestedDataset] {
        if let external = entries.first(where: \.record.isGovernedElsewhere) {
            throw Refusal.governedElsewhere(external.record.identifier)
        }
        let datasets = entries.map(RequestedDataset.init)
        guard Set(datasets.map(\.organisation.key)).count == 1 else {
            throw Refusal.unbundleable(datasets.map(\.item))
        }
        return datasets
    }

    func delete(_ id: Int, for user: DemoUser) async throws {
        let people = try await transaction { rows, _ in
            let application = try Self.own(id, of: user, rows)
            guard application.state == .draft else { throw Refusal.wrongState(id, application.state) }
            try rows.delete(id: id)
            return Set([application.applicant] + application.members.map(\.user.id))
        }
        await news?.tellGone(id, of: people)
    }

    /// Merges answers into those that are saved. Wrong values are kept too: they are named when it is submitted.
    ///
    /// - Parameter duoCodes: take the place of those that are there; nil leaves them (`assoc-some-in` of `draft-saved` in
    ///   `rems src/clj/rems/application/model.clj`).
    /// - Returns: What is wrong with the answers now.
    @discardableResult
    func save(
        _ changes: Answers, duoCodes: [DUOCode]? = nil, to id: Int, for user: DemoUser
    ) async throws -> [ValidationWarning] {
        try await transaction { rows, now in
            let application = try Self.editable(id, of: user, rows)
            let merged = application.answers.merging(changes) { _, new in new }
            try rows.replaceAnswers(Self.kept(merged, application.forms), application: id)
            if let duoCodes { try rows.replaceDUOCodes(duoCodes, application: id) }
            // One event for a run of saves: an editor that saves every second would bury the others.
            if application.events.last?.type == .draftSaved {
                try rows.touch(at: now, application: id)
            } else {
                try rows.record(.draftSaved, by: user.id, at: now, application: id)
            }
            return try rows.application(id: id)?.fieldWarnings ?? []
        }
    }

    /// Without answers to what is not asked, or not shown any more.
    static func kept(_ answers: Answers, _ forms: [FormDefinition]) -> Answers {
        var kept: Answers = [:]
        for form in forms {
            let visible = form.visibleFields(answers)
            for field in form.fields where field.type.holdsValue && visible.contains(field.id) {
                let key = AnswerKey(form: form.id, field: field.id)
                kept[key] = answers[key]
            }
        }
        return kept
    }

    /// Replaces the set of accepted licences; ids of no licence are passed over, as REMS does.
    func acceptLicences(_ licences: Set<Int>, of id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            let application = try Self.editable(id, of: user, rows)
            let known = licences.intersection(application.organisation.licences.map(\.id))
            try rows.replaceAcceptedLicences(known, application: id)
            try rows.record(.licencesAccepted, by: user.id, at: now, application: id)
        }
    }

    func submit(_ id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            try Self.submit(try Self.editable(id, of: user, rows), by: user, at: now, rows)
        }
    }

    static func submit(_ application: Application, by user: DemoUser, at now: Moment, _ rows: ApplicationRows) throws {
        let warnings = application.warnings
        guard warnings.isEmpty else { throw Refusal.incomplete(application.id, warnings) }
        try rows.setState(
            .submitted, submitted: now, timesReturned: application.timesReturned, application: application.id)
        try rows.record(.submitted, by: user.id, at: now, application: application.id)
    }
}

/// What every call shares.
extension ApplicationRegister {
    /// What is due by now is committed first: it stands even if what is asked for then is refused. Both take the
    /// database's write lock before they read, so that two portals over one database decide everything once.
    func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (ApplicationRows, Moment) throws -> Value
    ) async throws -> Value {
        do {
            let value = try await written(body)
            await news?.look()
            return value
        } catch {
            // What was due has happened all the same.
            await news?.look()
            throw error
        }
    }

    private func written<Value: Sendable>(
        _ body: @escaping @Sendable (ApplicationRows, Moment) throws -> Value
    ) async throws -> Value {
        let now = Moment(clock())
        let committee = committee
        return try await database.writeWithoutTransaction { db in
            let rows = ApplicationRows(db: db)
            try db.inTransaction(.immediate) {
                try committee.decide(rows, now: now)
                try InvitedPeople(delay: committee.decisionDelay).answer(rows, now: now)
                return .commit
            }
            var value: Value?
            try db.inTransaction(.immediate) {
                value = try body(rows, now)
                return .commit
            }
            guard let value else { throw CancellationError() }
            return value
        }
    }

    static func visible(_ id: Int, to user: DemoUser, _ rows: ApplicationRows) throws -> Application {
        guard let application = try rows.application(id: id), application.isVisible(to: user) else {
            throw Refusal.noSuchApplication(id)
        }
        return application
    }

    static func own(_ id: Int, of user: DemoUser, _ rows: ApplicationRows) throws -> Application {
        guard let application = try rows.application(id: id) else { throw Refusal.noSuchApplication(id) }
        guard application.applicant == user.id else { throw Refusal.notApplicant(id, user: user.id) }
        return application
    }

    static func editable(_ id: Int, of user: DemoUser, _ rows: ApplicationRows) throws -> Application {
        let application = try own(id, of: user, rows)
        guard application.state.isEditable else { throw Refusal.wrongState(id, application.state) }
        return application
    }
}
