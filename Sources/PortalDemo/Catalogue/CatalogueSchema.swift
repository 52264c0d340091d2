import GRDB

/// The tables of the catalogue, which are dropped and made again whenever another catalogue is loaded.
enum CatalogueSchema {
    /// Counted up whenever the tables or what is stored in them change.
    static let version = 5

    /// Dropping is three times faster than deleting the rows.
    static func recreate(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS dataset;
                DROP TABLE IF EXISTS dataset_text;
                DROP TABLE IF EXISTS facet_value;
                DROP TABLE IF EXISTS dataset_facet;
                DROP TABLE IF EXISTS facet_range;
                DROP TABLE IF EXISTS catalogue;
                CREATE TABLE dataset (
                    number INTEGER PRIMARY KEY,
                    line INTEGER NOT NULL,
                    id TEXT NOT NULL UNIQUE,
                    identifier TEXT NOT NULL,
                    titleKey TEXT NOT NULL,
                    created REAL,
                    modified REAL,
                    individuals INTEGER,
                    minimalAge INTEGER,
                    maximalAge INTEGER,
                    people INTEGER,
                    coverageStart REAL,
                    coverageEnd REAL,
                    record BLOB NOT NULL
                );
                CREATE VIRTUAL TABLE dataset_text USING fts5(
                    title, description, keywords, publisher, name, other,
                    content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
                );
                CREATE TABLE facet_value (
                    number INTEGER PRIMARY KEY,
                    key TEXT NOT NULL,
                    value TEXT NOT NULL,
                    label TEXT NOT NULL,
                    labelKey TEXT NOT NULL,
                    total INTEGER NOT NULL
                );
                CREATE TABLE dataset_facet (
                    value INTEGER NOT NULL,
                    dataset INTEGER NOT NULL
                );
                CREATE TABLE facet_range (
                    key TEXT PRIMARY KEY,
                    least REAL NOT NULL,
                    greatest REAL NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE catalogue (
                    fingerprint TEXT NOT NULL,
                    datasets INTEGER NOT NULL,
                    unreadable INTEGER NOT NULL,
                    reports BLOB NOT NULL
                );
                """)
    }

    /// Made after the rows, when it costs least.
    static func index(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX dataset_identifier ON dataset (identifier);
                CREATE INDEX dataset_modified ON dataset (modified DESC, number);
                CREATE INDEX dataset_facet_value ON dataset_facet (value, dataset);
                CREATE UNIQUE INDEX facet_value_key ON facet_value (key, value);
                CREATE INDEX facet_value_total ON facet_value (key, total DESC, labelKey, value);
                """)
    }
}
