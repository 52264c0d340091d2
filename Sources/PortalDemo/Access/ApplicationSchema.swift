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
        migrator.registerMigration("2 members, attachments, copies and the other dialects") { db in
            try db.execute(
                sql: """
                    ALTER TABLE application ADD COLUMN copiedFrom INTEGER;
                    ALTER TABLE application_dataset ADD COLUMN item INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE application_dataset ADD COLUMN organisation TEXT NOT NULL DEFAULT 'demo-portal';
                    ALTER TABLE application_event ADD COLUMN comment TEXT NOT NULL DEFAULT '';
                    ALTER TABLE entitlement ADD COLUMN application INTEGER NOT NULL DEFAULT 0;
                    CREATE TABLE application_member (
                        application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
                        user TEXT NOT NULL,
                        PRIMARY KEY (application, user)
                    );
                    CREATE INDEX application_member_user ON application_member (user);
                    CREATE TABLE invitation (
                        application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
                        name TEXT NOT NULL,
                        email TEXT NOT NULL,
                        time INTEGER NOT NULL,
                        PRIMARY KEY (application, email)
                    );
                    CREATE TABLE attachment (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        application INTEGER NOT NULL REFERENCES application ON DELETE CASCADE,
                        owner TEXT NOT NULL,
                        filename TEXT NOT NULL,
                        mediaType TEXT NOT NULL,
                        content BLOB NOT NULL
                    );
                    CREATE INDEX attachment_application ON attachment (application);
                    CREATE TABLE guide_request (
                        application INTEGER PRIMARY KEY REFERENCES application ON DELETE CASCADE,
                        dataset TEXT NOT NULL,
                        data BLOB NOT NULL
                    );
                    """)
        }
        migrator.registerMigration("3 codes of data use") { db in
            // Both are JSON: codes as REMS takes them, and texts as the catalogue has them.
            try db.execute(
                sql: """
                    ALTER TABLE application ADD COLUMN duoCodes TEXT;
                    ALTER TABLE application_dataset ADD COLUMN dataUse TEXT NOT NULL DEFAULT '[]';
                    """)
        }
        return migrator
    }
}
