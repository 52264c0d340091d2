import Foundation
import GRDB
import HTTPTypes

/// Everything a person may do with applications. Each call is one transaction, begun with what the committee owes.
struct ApplicationRegister: Sendable {
    let database: DatabaseQueue
    let committee: Committee
    let clock: @Sendable () -> Date

    func list(for user: DemoUser) async throws -> [Application] {
        try await transaction { rows, _ in try rows.applications(of: user.id) }
    }

    /// - Throws: `Problem` 404 when there is none, or it is somebody else's: its existence is nobody's business.
    func retrieve(_ id: Int, for user: DemoUser) async throws -> Application {
        try await transaction { rows, _ in
            guard let application = try rows.application(id: id), application.applicant == user.id else {
                throw Self.notFound(id)
            }
            return application
        }
    }

    func entitlements(of user: DemoUser) async throws -> [Entitlement] {
        try await transaction { rows, _ in try rows.entitlements(of: user.id) }
    }

    /// - Returns: The new application's id.
    func create(identifiers: [String], for user: DemoUser) async throws -> Int {
        guard !identifiers.isEmpty else {
            throw Problem(.badRequest, "Application not created", "An application needs at least one dataset.")
        }
        return try await transaction { rows, now in
            var seen = Set<String>()
            let datasets = try identifiers.filter { seen.insert($0).inserted }.map { try Self.requestable($0, rows.db) }
            return try rows.insert(applicant: user.id, datasets: datasets, at: now)
        }
    }

    private static func requestable(_ identifier: String, _ db: Database) throws -> RequestedDataset {
        guard let record = try CatalogueStore.record(identifier: identifier, db) else {
            throw Problem(.notFound, "Catalogue Item not found", "No dataset can be requested as \(identifier).")
        }
        guard !record.isGovernedElsewhere else {
            throw Problem(
                .badRequest, "Application not created",
                "The dataset \(identifier) is governed externally. Ask for it where its holder says.")
        }
        return RequestedDataset(record)
    }

    func delete(_ id: Int, for user: DemoUser) async throws {
        try await transaction { rows, _ in
            let application = try Self.own(id, of: user, rows)
            guard application.state == .draft else { throw Self.wrongState(application) }
            try rows.delete(id: id)
        }
    }

    /// Merges answers into those that are saved. Wrong values are kept too: they are named when it is submitted.
    func save(_ changes: Answers, to id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            let application = try Self.editable(id, of: user, rows)
            let merged = application.answers.merging(changes) { _, new in new }
            try rows.replaceAnswers(Self.kept(merged, application.forms), application: id)
            // One event for a run of saves: an editor that saves every second would bury the others.
            if application.events.last?.type == .draftSaved {
                try rows.touch(at: now, application: id)
            } else {
                try rows.record(.draftSaved, by: user.id, at: now, application: id)
            }
        }
    }

    /// Without answers to what is not asked, or not shown any more.
    private static func kept(_ answers: Answers, _ forms: [FormDefinition]) -> Answers {
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
            _ = try Self.editable(id, of: user, rows)
            try rows.replaceAcceptedLicences(licences.intersection(Licence.ids), application: id)
            try rows.record(.licencesAccepted, by: user.id, at: now, application: id)
        }
    }

    func submit(_ id: Int, for user: DemoUser) async throws {
        try await transaction { rows, now in
            let application = try Self.editable(id, of: user, rows)
            let warnings = application.warnings
            guard warnings.isEmpty else {
                throw Problem(
                    .badRequest, "Application not submitted",
                    "Application \(id) could not be submitted: licences or answers are missing.", warnings: warnings)
            }
            try rows.setState(
                .submitted, submitted: now, timesReturned: application.timesReturned, application: id)
            try rows.record(.submitted, by: user.id, at: now, application: id)
        }
    }

    // MARK: What every call shares

    /// The decisions that are due are committed first: they stand even if what is asked for then is refused.
    private func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (ApplicationRows, Moment) throws -> Value
    ) async throws -> Value {
        let now = Moment(clock())
        let committee = committee
        return try await database.writeWithoutTransaction { db in
            let rows = ApplicationRows(db: db)
            try db.inTransaction {
                try committee.decide(rows, now: now)
                return .commit
            }
            var value: Value?
            try db.inTransaction {
                value = try body(rows, now)
                return .commit
            }
            guard let value else { throw CancellationError() }
            return value
        }
    }

    private static func own(_ id: Int, of user: DemoUser, _ rows: ApplicationRows) throws -> Application {
        guard let application = try rows.application(id: id) else { throw notFound(id) }
        guard application.applicant == user.id else {
            throw Problem(
                .forbidden, "User not applicant", "Application \(id) does not belong to applicant \(user.id)")
        }
        return application
    }

    private static func editable(_ id: Int, of user: DemoUser, _ rows: ApplicationRows) throws -> Application {
        let application = try own(id, of: user, rows)
        guard application.state.isEditable else { throw wrongState(application) }
        return application
    }

    private static func notFound(_ id: Int) -> Problem {
        Problem(.notFound, "Application not found", "Application \(id) not found")
    }

    private static func wrongState(_ application: Application) -> Problem {
        Problem(
            .conflict, "Application not in correct state",
            "Application \(application.id) is in state \(application.state.rawValue)")
    }
}
