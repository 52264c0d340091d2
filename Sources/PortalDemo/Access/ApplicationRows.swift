import Foundation
import GRDB

/// Reads and writes applications, one statement a method.
struct ApplicationRows {
    let db: Database

    func application(id: Int) throws -> Application? {
        try Row.fetchOne(db, sql: "SELECT * FROM application WHERE id = ?", arguments: [id]).map(application)
    }

    /// Those that a person made or is a member of, the newest first.
    func applications(of user: String) throws -> [Application] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM application
                WHERE applicant = ? OR id IN (SELECT application FROM application_member WHERE user = ?)
                ORDER BY id DESC
                """,
            arguments: [user, user]
        ).map(application)
    }

    /// Those that wait for a decision and were submitted at this moment or earlier.
    func submitted(until moment: Moment) throws -> [Application] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM application WHERE state = ? AND submitted <= ? ORDER BY submitted, id",
            arguments: [ApplicationState.submitted.rawValue, moment.milliseconds]
        ).map(application)
    }

    func entitlements(of holder: String) throws -> [Entitlement] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM entitlement WHERE holder = ? ORDER BY start, rowid", arguments: [holder]
        ).map { row in
            Entitlement(
                application: row["application"], identifier: row["identifier"],
                start: Moment(milliseconds: row["start"]), end: Moment(milliseconds: row["end"]))
        }
    }

    private func application(_ row: Row) throws -> Application {
        let id: Int = row["id"]
        guard let state = ApplicationState(rawValue: row["state"]) else {
            throw DatabaseError(resultCode: .SQLITE_MISMATCH, message: "unknown state of application \(id)")
        }
        return Application(
            id: id, applicant: row["applicant"], state: state, created: Moment(milliseconds: row["created"]),
            modified: Moment(milliseconds: row["modified"]), lastActivity: Moment(milliseconds: row["lastActivity"]),
            submitted: (row["submitted"] as Int64?).map(Moment.init(milliseconds:)),
            timesReturned: row["timesReturned"], datasets: try datasets(of: id), answers: try answers(of: id),
            acceptedLicences: try Int.fetchSet(
                db, sql: "SELECT licence FROM application_licence WHERE application = ?", arguments: [id]),
            members: try members(of: id), invitations: try invitations(of: id), attachments: try attachments(of: id),
            copiedFrom: try (row["copiedFrom"] as Int?).flatMap(number(of:)), guideRequest: try guideRequest(of: id),
            duoCodes: try Self.decoded(row["duoCodes"]), events: try events(of: id))
    }

    /// nil for one that was deleted.
    private func number(of id: Int) throws -> ApplicationNumber? {
        try Int64.fetchOne(db, sql: "SELECT created FROM application WHERE id = ?", arguments: [id]).map {
            ApplicationNumber(id: id, created: Moment(milliseconds: $0))
        }
    }

    private func datasets(of id: Int) throws -> [RequestedDataset] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM application_dataset WHERE application = ? ORDER BY position", arguments: [id]
        ).map { row in
            RequestedDataset(
                item: row["item"], identifier: row["identifier"], title: row["title"], language: row["language"],
                url: row["url"], isRefused: row["isRefused"], isAboutPeople: row["isAboutPeople"],
                organisation: .known(as: row["organisation"]), dataUse: try Self.decoded(row["dataUse"]) ?? [])
        }
    }

    private func answers(of id: Int) throws -> Answers {
        let rows = try Row.fetchAll(
            db, sql: "SELECT form, field, value FROM application_answer WHERE application = ?", arguments: [id])
        return Dictionary(
            uniqueKeysWithValues: rows.map { (AnswerKey(form: $0["form"], field: $0["field"]), $0["value"]) })
    }

    private func events(of id: Int) throws -> [ApplicationEvent] {
        try Row.fetchAll(
            db, sql: "SELECT type, actor, time, comment FROM application_event WHERE application = ? ORDER BY number",
            arguments: [id]
        ).compactMap { row in
            ApplicationEventType(rawValue: row["type"]).map {
                ApplicationEvent(
                    type: $0, actor: row["actor"], time: Moment(milliseconds: row["time"]), comment: row["comment"])
            }
        }
    }

    // MARK: Writing

    /// - Parameter original: The application that this one is a copy of.
    func insert(
        applicant: String, datasets: [RequestedDataset], copyOf original: Int? = nil, at now: Moment
    ) throws -> Int {
        let time = now.milliseconds
        try db.execute(
            sql: """
                INSERT INTO application (applicant, state, created, modified, lastActivity, copiedFrom)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [applicant, ApplicationState.draft.rawValue, time, time, time, original])
        let id = Int(db.lastInsertedRowID)
        try insert(datasets, application: id)
        try record(.created, by: applicant, at: now, application: id)
        return id
    }

    func replaceDatasets(_ datasets: [RequestedDataset], application id: Int) throws {
        try db.execute(sql: "DELETE FROM application_dataset WHERE application = ?", arguments: [id])
        try insert(datasets, application: id)
    }

    private func insert(_ datasets: [RequestedDataset], application id: Int) throws {
        for (position, dataset) in datasets.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO application_dataset
                    (application, position, item, identifier, title, language, url, isRefused, isAboutPeople,
                    organisation, dataUse) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, position, dataset.item, dataset.identifier, dataset.title, dataset.language, dataset.url,
                    dataset.isRefused, dataset.isAboutPeople, dataset.organisation.key,
                    try Self.encoded(dataset.dataUse),
                ])
        }
    }

    func replaceDUOCodes(_ codes: [DUOCode], application id: Int) throws {
        try db.execute(
            sql: "UPDATE application SET duoCodes = ? WHERE id = ?", arguments: [try Self.encoded(codes), id])
    }

    private static func encoded(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    private static func decoded<Value: Decodable>(_ text: String?) throws -> Value? {
        try text.map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
    }

    func delete(id: Int) throws {
        try db.execute(sql: "DELETE FROM application WHERE id = ?", arguments: [id])
    }

    func replaceAnswers(_ answers: Answers, application id: Int) throws {
        try db.execute(sql: "DELETE FROM application_answer WHERE application = ?", arguments: [id])
        for (key, value) in answers {
            try db.execute(
                sql: "INSERT INTO application_answer VALUES (?, ?, ?, ?)", arguments: [id, key.form, key.field, value])
        }
    }

    func replaceAcceptedLicences(_ licences: Set<Int>, application id: Int) throws {
        try db.execute(sql: "DELETE FROM application_licence WHERE application = ?", arguments: [id])
        for licence in licences {
            try db.execute(sql: "INSERT INTO application_licence VALUES (?, ?)", arguments: [id, licence])
        }
    }

    func setState(_ state: ApplicationState, submitted: Moment?, timesReturned: Int, application id: Int) throws {
        try db.execute(
            sql: "UPDATE application SET state = ?, submitted = ?, timesReturned = ? WHERE id = ?",
            arguments: [state.rawValue, submitted?.milliseconds, timesReturned, id])
    }

    /// Notes when the application changed last, without an event of its own.
    func touch(at now: Moment, application id: Int) throws {
        try db.execute(
            sql: "UPDATE application SET modified = ?, lastActivity = ? WHERE id = ?",
            arguments: [now.milliseconds, now.milliseconds, id])
    }

    func record(
        _ type: ApplicationEventType, by actor: String, at now: Moment, comment: String = "", application id: Int
    ) throws {
        try db.execute(
            sql: "INSERT INTO application_event (application, type, actor, time, comment) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, type.rawValue, actor, now.milliseconds, comment])
        try touch(at: now, application: id)
    }

    func insert(_ entitlement: Entitlement, holder: String) throws {
        try db.execute(
            sql: "INSERT INTO entitlement (holder, identifier, start, end, application) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                holder, entitlement.identifier, entitlement.start.milliseconds, entitlement.end.milliseconds,
                entitlement.application,
            ])
    }
}
