import Foundation
import GRDB

/// Writes datasets into freshly made catalogue tables, within one transaction.
struct CatalogueWriter {
    private let db: Database
    private let insertDataset: Statement
    private let insertText: Statement
    private let insertFacet: Statement
    private var facets = FacetValues()
    private var ranges: [RangeKey: (least: Double, greatest: Double)] = [:]
    private(set) var datasets = 0

    /// Words of the full-text index that are in memory before they are written, in bytes: with SQLite's own megabyte
    /// half of the time goes into merging what was written.
    private static let wordsInMemory = 16 << 20

    init(_ db: Database) throws {
        self.db = db
        try CatalogueSchema.recreate(db)
        try db.execute(
            sql: "INSERT INTO dataset_text (dataset_text, rank) VALUES ('hashsize', ?)",
            arguments: [Self.wordsInMemory])
        insertDataset = try db.makeStatement(
            sql: """
                INSERT OR IGNORE INTO dataset
                (number, line, id, identifier, titleKey, created, modified, individuals, minimalAge, maximalAge,
                people, coverageStart, coverageEnd, record)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insertText = try db.makeStatement(
            sql: """
                INSERT INTO dataset_text (rowid, title, description, keywords, publisher, name, other)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        insertFacet = try db.makeStatement(sql: "INSERT INTO dataset_facet (value, dataset) VALUES (?, ?)")
    }

    mutating func write(_ element: CatalogueReader.Element, reportingTo unreadable: inout Unreadable) throws {
        switch element {
        case .unreadable(let line): unreadable.add(line)
        case .record(let record, let json, let line):
            guard let earlier = try write(record, json: json, line: line) else { return }
            unreadable.add(UnreadableLine(line: line, reason: "its id is already used by line \(earlier)"))
        }
    }

    /// - Returns: nil, or the line that has this id already: then nothing is written.
    private mutating func write(_ record: CatalogueRecord, json: Data, line: Int) throws -> Int? {
        let number = datasets + 1
        let dates = (created: Self.time(record.created), modified: Self.time(record.modified))
        let coverage = (start: Self.time(record.temporalStart), end: Self.time(record.temporalEnd))
        try insertDataset.execute(arguments: [
            number, line, record.id, record.identifier, record.title.lowercased(), dates.created, dates.modified,
            record.individuals, record.minAge, record.maxAge, record.peopleAtBeacon, coverage.start, coverage.end, json,
        ])
        guard db.changesCount == 1 else {
            return try Int.fetchOne(db, sql: "SELECT line FROM dataset WHERE id = ?", arguments: [record.id])
        }
        datasets = number
        note(dates.created, dates.created, .created)
        note(dates.modified, dates.modified, .modified)
        note(coverage.start, coverage.end, .coverage)
        for (key, count) in [
            (RangeKey.individuals, record.individuals), (.minimalAge, record.minAge), (.maximalAge, record.maxAge),
        ] {
            note(count.map(Double.init), count.map(Double.init), key)
        }
        try insertText.execute(arguments: [
            number, SearchText.indexed(record.title), SearchText.indexed(record.description ?? ""),
            SearchText.indexed(record.keywords.joined(separator: "\n")), SearchText.indexed(record.publisher ?? ""),
            SearchText.indexed(record.names), SearchText.indexed(record.otherText),
        ])
        for value in facets.numbers(of: record) { try insertFacet.execute(arguments: [value, number]) }
        return nil
    }

    private static func time(_ text: String?) -> Double? { CatalogueDate.parse(text)?.timeIntervalSince1970 }

    private mutating func note(_ least: Double?, _ greatest: Double?, _ key: RangeKey) {
        guard least != nil || greatest != nil else { return }
        let known = ranges[key] ?? (.infinity, -.infinity)
        ranges[key] = (min(known.least, least ?? .infinity), max(known.greatest, greatest ?? -.infinity))
    }

    mutating func finish(fingerprint: String, unreadable: Unreadable) throws {
        try CatalogueSchema.index(db)
        try facets.nameSeries(db)
        let insert = try db.makeStatement(
            sql: "INSERT INTO facet_value (number, key, value, label, labelKey, total) VALUES (?, ?, ?, ?, ?, ?)")
        for (number, entry) in facets.entries {
            try insert.execute(arguments: [
                number, entry.key.rawValue, entry.value, entry.label, entry.label.lowercased(), entry.total,
            ])
        }
        for (key, range) in ranges where range.least.isFinite && range.greatest.isFinite {
            try db.execute(
                sql: "INSERT INTO facet_range (key, least, greatest) VALUES (?, ?, ?)",
                arguments: [key.rawValue, range.least, range.greatest])
        }
        try db.execute(
            sql: "INSERT INTO catalogue (fingerprint, datasets, unreadable, reports) VALUES (?, ?, ?, ?)",
            arguments: [fingerprint, datasets, unreadable.count, try JSONEncoder().encode(unreadable.first)])
    }
}

extension CatalogueRecord {
    /// What it is called by: people type accessions.
    fileprivate var names: String { identifier == id ? id : "\(identifier)\n\(id)" }

    /// What CKAN's schema copies into `text` besides (`copyField` of `extras_*`, `res_name`).
    fileprivate var otherText: String {
        ([populationCoverage, provenance, contactName] + distributions.map(\.title)).compactMap(\.self)
            .joined(separator: "\n")
    }
}
