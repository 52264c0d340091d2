import GRDB

/// The tables of the access service. Migrations are only ever added, so that any earlier file can be read.
enum ApplicationSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 applications and entitlements") { db in
            // Times are milliseconds since 1970. What is known of a dataset is copied, because the catalogue may be
            // another one in the next run.
            try db.execute(
                sql: """
                    CREATE TABLE application (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        applicant TEXT NOT NULL,
                        state TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        modified INTEGER NOT NULL,
                        lastActivity INTEGER NOT NULL,
                        submitted INTEGER,
                        timesReturned INTEGER NOT NULL DEFAULT 0
                    );
                    CREATE TABLE application_dataset (
                        application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
                        position INTEGER NOT NULL,
                        identifier TEXT NOT NULL,
                        title TEXT NOT NULL,
                        language TEXT NOT NULL,
                        url TEXT,
                        isRefused INTEGER NOT NULL,
                        isAboutPeople INTEGER NOT NULL,
                        PRIMARY KEY (application, position)
                    );
                    CREATE TABLE application_answer (
                        application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
                        form INTEGER NOT NULL,
                        field TEXT NOT NULL,
                        value TEXT NOT NULL,
                        PRIMARY KEY (application, form, field)
                    );
                    CREATE TABLE application_licence (
                        application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
                        licence INTEGER NOT NULL,
                        PRIMARY KEY (application, licence)
                    );
                    CREATE TABLE application_event (
                        number INTEGER PRIMARY KEY,
                        application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
                        type TEXT NOT NULL,
                        actor TEXT NOT NULL,
                        time INTEGER NOT NULL
                    );
                    CREATE INDEX application_event_application ON application_event (application);
                    CREATE TABLE entitlement (
                        holder TEXT NOT NULL,
                        identifier TEXT NOT NULL,
                        start INTEGER NOT NULL,
                        end INTEGER NOT NULL
                    );
                    """)
        }
        return migrator
    }
}
