import GRDB

/// Reads and writes applications, one statement a method.
struct ApplicationRows {
    let db: Database

    func application(id: Int) throws -> Application? {
        try Row.fetchOne(db, sql: "SELECT * FROM application WHERE id = ?", arguments: [id]).map(application)
    }

    /// The newest first.
    func applications(of applicant: String) throws -> [Application] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM application WHERE applicant = ? ORDER BY id DESC", arguments: [applicant]
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
                identifier: row["identifier"], start: Moment(milliseconds: row["start"]),
                end: Moment(milliseconds: row["end"]))
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
            events: try events(of: id))
    }

    private func datasets(of id: Int) throws -> [RequestedDataset] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM application_dataset WHERE application = ? ORDER BY position", arguments: [id]
        ).map { row in
            RequestedDataset(
                identifier: row["identifier"], title: row["title"], language: row["language"], url: row["url"],
                isRefused: row["isRefused"], isAboutPeople: row["isAboutPeople"])
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
            db, sql: "SELECT type, actor, time FROM application_event WHERE application = ? ORDER BY number",
            arguments: [id]
        ).compactMap { row in
            ApplicationEventType(rawValue: row["type"]).map {
                ApplicationEvent(type: $0, actor: row["actor"], time: Moment(milliseconds: row["time"]))
            }
        }
    }

    // MARK: Writing

    func insert(applicant: String, datasets: [RequestedDataset], at now: Moment) throws -> Int {
        let time = now.milliseconds
        try db.execute(
            sql: "INSERT INTO application (applicant, state, created, modified, lastActivity) VALUES (?, ?, ?, ?, ?)",
            arguments: [applicant, ApplicationState.draft.rawValue, time, time, time])
        let id = Int(db.lastInsertedRowID)
        for (position, dataset) in datasets.enumerated() {
            try db.execute(
                sql: "INSERT INTO application_dataset VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, position, dataset.identifier, dataset.title, dataset.language, dataset.url,
                    dataset.isRefused, dataset.isAboutPeople,
                ])
        }
        try record(.created, by: applicant, at: now, application: id)
        return id
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

    func record(_ type: ApplicationEventType, by actor: String, at now: Moment, application id: Int) throws {
        try db.execute(
            sql: "INSERT INTO application_event (application, type, actor, time) VALUES (?, ?, ?, ?)",
            arguments: [id, type.rawValue, actor, now.milliseconds])
        try touch(at: now, application: id)
    }

    func insert(_ entitlement: Entitlement, holder: String) throws {
        try db.execute(
            sql: "INSERT INTO entitlement VALUES (?, ?, ?, ?)",
            arguments: [
                holder, entitlement.identifier, entitlement.start.milliseconds, entitlement.end.milliseconds,
            ])
    }
}
