import Foundation
import GRDB

/// Writes datasets into freshly made catalogue tables, within one transaction.
struct CatalogueWriter {
    private let db: Database
    private let insertDataset: Statement
    private let insertText: Statement
    private let insertFacet: Statement
    private var facets: [FacetKey: [String: FacetEntry]] = [:]
    private var facetCount = 0
    private(set) var datasets = 0
    /// The ids of the series that datasets are part of, by the datasets' numbers.
    private var memberships: [(dataset: Int, series: String)] = []
    private var seriesTitles: [String: String] = [:]

    private struct FacetEntry {
        let number: Int
        let label: String
        var total: Int
    }

    init(_ db: Database) throws {
        self.db = db
        try CatalogueSchema.recreate(db)
        insertDataset = try db.makeStatement(
            sql: """
                INSERT INTO dataset
                (number, id, identifier, titleKey, created, modified, individuals, minimalAge, maximalAge,
                people, coverageStart, coverageEnd, record)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insertText = try db.makeStatement(
            sql: "INSERT INTO dataset_text (rowid, title, description, keywords, publisher) VALUES (?, ?, ?, ?, ?)")
        insertFacet = try db.makeStatement(sql: "INSERT INTO dataset_facet (value, dataset) VALUES (?, ?)")
    }

    mutating func write(_ record: CatalogueRecord, json: Data) throws {
        datasets += 1
        try insertDataset.execute(arguments: [
            datasets, record.id, record.identifier, record.title.lowercased(),
            CatalogueDate.parse(record.created)?.timeIntervalSince1970,
            CatalogueDate.parse(record.modified)?.timeIntervalSince1970,
            record.individuals, record.minAge, record.maxAge, record.peopleAtBeacon,
            CatalogueDate.parse(record.temporalStart)?.timeIntervalSince1970,
            CatalogueDate.parse(record.temporalEnd)?.timeIntervalSince1970, json,
        ])
        if record.isSeries { seriesTitles[record.id] = record.title }
        if let series = record.inSeries { memberships.append((datasets, series)) }
        try insertText.execute(arguments: [
            datasets, SearchText.indexed(record.title), SearchText.indexed(record.description ?? ""),
            SearchText.indexed(record.keywords.joined(separator: "\n")), SearchText.indexed(record.publisher ?? ""),
        ])
        for (key, values) in FacetKey.values(of: record) {
            // Two words of a catalogue may stand for one value of a vocabulary.
            var seen = Set<String>()
            for value in values where seen.insert(value.value).inserted {
                try insertFacet.execute(arguments: [number(of: value, key), datasets])
            }
        }
    }

    private mutating func number(of value: ValueLabel, _ key: FacetKey) -> Int {
        if let entry = facets[key]?[value.value] {
            facets[key]?[value.value]?.total += 1
            return entry.number
        }
        facetCount += 1
        facets[key, default: [:]][value.value] = FacetEntry(number: facetCount, label: value.label, total: 1)
        return facetCount
    }

    mutating func finish(fingerprint: String, unreadable: Int, reports: [UnreadableLine]) throws {
        for (dataset, series) in memberships {
            let title = seriesTitles[series] ?? series
            try insertFacet.execute(arguments: [
                number(of: ValueLabel(value: title, label: title), .seriesTitle), dataset,
            ])
        }
        let insert = try db.makeStatement(
            sql: "INSERT INTO facet_value (number, key, value, label, labelKey, total) VALUES (?, ?, ?, ?, ?, ?)")
        for (key, entries) in facets {
            for (value, entry) in entries {
                try insert.execute(arguments: [
                    entry.number, key.rawValue, value, entry.label, entry.label.lowercased(), entry.total,
                ])
            }
        }
        try CatalogueSchema.index(db)
        try db.execute(
            sql: "INSERT INTO catalogue (fingerprint, unreadable, reports) VALUES (?, ?, ?)",
            arguments: [fingerprint, unreadable, try JSONEncoder().encode(reports)])
    }
}
