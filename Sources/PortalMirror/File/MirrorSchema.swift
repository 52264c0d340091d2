import GRDB

/// The tables of a mirror. A file of another version is filled anew beside the old one: nothing is migrated, since the
/// portal has it all.
enum MirrorSchema {
    /// Counted up whenever the tables change, or what is derived from a record for the index: what was put into the
    /// full-text index can only be taken out with the same words.
    static let version = 2

    /// Tells a mirror from other programs' databases (`application_id`): "pMir".
    static let mark: Int32 = 0x704D_6972

    /// Case and accents are folded.
    static let tokenizer = ["unicode61", "remove_diacritics", "2"]

    /// From so many letters on a word finds what begins with it. The index has a part of its own for beginnings of that
    /// length.
    static let shortestBeginning = 3

    /// How much a word weighs by where it stands: title, description, keywords, names.
    static let weights = "10.0, 1.0, 5.0, 3.0"

    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE dataset (
                    number INTEGER PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE,
                    print INTEGER NOT NULL,
                    known INTEGER NOT NULL,
                    identifier TEXT,
                    modified REAL,
                    created REAL,
                    individuals INTEGER,
                    records INTEGER,
                    files INTEGER,
                    coverageStart REAL,
                    coverageEnd REAL,
                    flags INTEGER NOT NULL,
                    titleKey TEXT NOT NULL,
                    title TEXT NOT NULL,
                    terms TEXT NOT NULL,
                    description TEXT NOT NULL
                );
                CREATE INDEX dataset_identifier ON dataset (identifier) WHERE identifier NOT NULL;
                CREATE INDEX dataset_modified ON dataset (modified) WHERE modified NOT NULL;
                CREATE INDEX dataset_created ON dataset (created) WHERE created NOT NULL;
                CREATE INDEX dataset_title ON dataset (titleKey);
                CREATE INDEX dataset_individuals ON dataset (individuals) WHERE individuals NOT NULL;
                CREATE INDEX dataset_records ON dataset (records) WHERE records NOT NULL;
                CREATE INDEX dataset_files ON dataset (files) WHERE files NOT NULL;
                CREATE INDEX dataset_coverage ON dataset (coverageStart, coverageEnd)
                    WHERE coverageStart NOT NULL OR coverageEnd NOT NULL;
                CREATE INDEX dataset_known ON dataset (known);
                CREATE VIRTUAL TABLE dataset_text USING fts5(
                    title, description, keywords, names,
                    content = '', tokenize = '\(tokenizer.joined(separator: " "))', prefix = '3'
                );
                CREATE TABLE facet_key (place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, label TEXT NOT NULL);
                CREATE TABLE facet_value (
                    number INTEGER PRIMARY KEY,
                    key INTEGER NOT NULL,
                    value TEXT NOT NULL,
                    label TEXT NOT NULL,
                    foldedValue TEXT,
                    foldedLabel TEXT NOT NULL,
                    total INTEGER NOT NULL
                );
                CREATE UNIQUE INDEX facet_value_value ON facet_value (key, value);
                CREATE INDEX facet_value_foldedValue ON facet_value (key, foldedValue) WHERE foldedValue NOT NULL;
                CREATE INDEX facet_value_foldedLabel ON facet_value (key, foldedLabel);
                CREATE TABLE dataset_facet (
                    value INTEGER NOT NULL,
                    dataset INTEGER NOT NULL,
                    PRIMARY KEY (value, dataset)
                ) WITHOUT ROWID;
                CREATE TABLE facet_row (number INTEGER PRIMARY KEY, packed BLOB NOT NULL);
                CREATE TABLE detail (number INTEGER PRIMARY KEY, at REAL NOT NULL, print INTEGER NOT NULL, record BLOB);
                CREATE TABLE sweep (number INTEGER PRIMARY KEY);
                CREATE TABLE filter (place INTEGER PRIMARY KEY, contents BLOB NOT NULL);
                CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
                PRAGMA user_version = \(version);
                PRAGMA application_id = \(mark);
                """)
        // Words that are in memory before they are written, in bytes: with less, time goes into merging.
        try database.execute(
            sql: "INSERT INTO dataset_text (dataset_text, rank) VALUES ('hashsize', ?)", arguments: [16 << 20])
    }

    static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
}
