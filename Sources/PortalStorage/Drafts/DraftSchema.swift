import GRDB

/// The tables of the drafts file. Append only: a migration that was ever released is never changed.
enum DraftSchema {
    static let migrator: DatabaseMigrator = {
        // There are no foreign keys, so there is nothing to check after each migration.
        var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
        migrator.registerMigration("1 drafts, basket, seen states", migrate: createDrafts)
        migrator.registerMigration("2 leases", migrate: createLeases)
        migrator.registerMigration("3 answers seen at the service", migrate: addSeenAnswers)
        migrator.registerMigration("4 ids of requests as text", migrate: widenIDs)
        migrator.registerMigration("5 what both sides know of a draft", migrate: addSharedKnowledge)
        migrator.registerMigration("6 what was submitted", migrate: createSubmissions)
        return migrator
    }()

    @Sendable private static func createDrafts(_ database: Database) throws {
        try database.create(table: "draft") { table in
            table.primaryKey("id", .text)
            table.column("application", .integer)
            table.column("phase", .text).notNull()
            table.column("created", .double).notNull()
            table.column("modified", .double).notNull()
            table.column("revision", .integer).notNull()
            table.column("savedAtService", .integer).notNull()
            table.column("datasets", .jsonText).notNull()
            table.column("answers", .jsonText).notNull()
            table.column("acceptedLicences", .jsonText).notNull()
        }
        try database.create(table: "basket") { table in
            table.primaryKey("position", .integer)
            table.column("dataset", .jsonText).notNull()
        }
        try database.create(table: "seen") { table in
            table.primaryKey("application", .integer)
            table.column("state", .text).notNull()
        }
    }

    @Sendable private static func addSeenAnswers(_ database: Database) throws {
        try database.alter(table: "draft") { table in table.add(column: "seenAtService", .jsonText) }
    }

    /// What was sent, put aside, submitted and copied, and the form as the service last described it.
    @Sendable private static func addSharedKnowledge(_ database: Database) throws {
        try database.alter(table: "draft") { table in
            for column in ["sentToService", "aside", "submitted", "copied"] { table.add(column: column, .jsonText) }
        }
        try database.create(table: "draftForm") { table in
            table.primaryKey("draft", .text)
            table.column("application", .jsonText).notNull()
        }
    }

    @Sendable private static func createSubmissions(_ database: Database) throws {
        try database.create(table: "submission") { table in
            table.primaryKey("draft", .text)
            table.column("application", .text)
            table.column("datasets", .jsonText).notNull()
            table.column("digest", .text).notNull()
            table.column("phase", .text).notNull()
            table.column("time", .double).notNull()
        }
    }

    @Sendable private static func createLeases(_ database: Database) throws {
        try database.create(table: "lease") { table in
            table.primaryKey("draft", .text)
            table.column("host", .text).notNull()
            table.column("process", .integer).notNull()
            table.column("started", .text).notNull()
            table.column("namespace", .text).notNull()
            table.column("refreshed", .double).notNull()
        }
    }

    /// Not every service numbers its requests.
    @Sendable private static func widenIDs(_ database: Database) throws {
        try database.alter(table: "draft") { table in
            table.add(column: "request", .text)
            table.add(column: "knownBefore", .jsonText)
        }
        try database.execute(sql: "UPDATE draft SET request = CAST(application AS TEXT)")
        try database.alter(table: "draft") { table in
            table.drop(column: "application")
            table.rename(column: "request", to: "application")
        }
        try database.create(table: "seenByText") { table in
            table.primaryKey("application", .text)
            table.column("state", .text).notNull()
        }
        try database.execute(sql: "INSERT INTO seenByText SELECT CAST(application AS TEXT), state FROM seen")
        try database.drop(table: "seen")
        try database.rename(table: "seenByText", to: "seen")
    }
}
