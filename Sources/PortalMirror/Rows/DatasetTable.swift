import FoundationEssentials
import GRDB
import PortalDomain

/// Statements on a mirror's datasets and all that is derived of them. Part of a transaction.
struct DatasetTable {
    let database: Database
    let book: FacetBook

    enum Found { case new, changed, same }

    /// - Parameter known: the fields that a row of this dialect holds.
    func put(_ dataset: DatasetSummary, known: Int64) throws -> (number: Int, found: Found) {
        let row = DatasetRow(dataset)
        let print = row.print
        let looking = try database.cachedStatement(sql: "SELECT number, print, known FROM dataset WHERE id = ?")
        guard let there = try Row.fetchOne(looking, arguments: [dataset.id.rawValue]) else {
            let number = try insert(row, print: print, known: known | row.present)
            try addDerived(of: dataset, detail: nil, number: number)
            return (number, .new)
        }
        let number: Int = there[0]
        guard there[1] as Int64 != print else { return (number, .same) }
        let detail = try self.detail(of: number)
        try removeDerived(number)
        let whole: Int64 = detail == nil ? 0 : MirrorField.everything
        try update(row, number: number, print: print, known: known | row.present | whole)
        try addDerived(of: dataset, detail: detail, number: number)
        return (number, .changed)
    }

    /// - Parameter detail: nil where the portal does not have the dataset any more; it is not asked for again then.
    func put(_ detail: DatasetDetail?, of id: DatasetID, at now: Date) throws {
        let looking = try database.cachedStatement(sql: "SELECT number, print FROM dataset WHERE id = ?")
        guard let row = try Row.fetchOne(looking, arguments: [id.rawValue]) else { return }
        let (number, print): (Int, Int64) = (row[0], row[1])
        let contents = try detail.map { try JSONEncoder().encode($0) }
        try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO detail (number, at, print, record) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [number, now.timeIntervalSince1970, print, contents])
        guard let detail, let summary = try summary(number) else { return }
        try removeFacets(number)
        try addFacets(DatasetTerms(summary, detail: detail), number)
        try database.cachedStatement(sql: "UPDATE dataset SET known = ? WHERE number = ?")
            .execute(arguments: [MirrorField.everything, number])
    }

    func remove(_ number: Int) throws {
        try removeDerived(number)
        for table in ["dataset", "detail", "sweep"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE number = ?").execute(arguments: [number])
        }
    }

    /// - Returns: whether it was not seen in this sweep before.
    func noteSeen(_ number: Int) throws -> Bool {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO sweep (number) VALUES (?)").execute(arguments: [number]
        )
        return database.changesCount > 0
    }

    // MARK: The record itself

    private func insert(_ row: DatasetRow, print: Int64, known: Int64) throws -> Int {
        let columns = DatasetRow.assigned.joined(separator: ", ")
        let signs = DatasetRow.assigned.map { _ in "?" }.joined(separator: ", ")
        try database.cachedStatement(sql: "INSERT INTO dataset (\(columns), id) VALUES (\(signs), ?)")
            .execute(arguments: row.arguments(print: print, known: known) + [row.summary.id.rawValue])
        return Int(database.lastInsertedRowID)
    }

    private func update(_ row: DatasetRow, number: Int, print: Int64, known: Int64) throws {
        let columns = DatasetRow.assigned.map { "\($0) = ?" }.joined(separator: ", ")
        try database.cachedStatement(sql: "UPDATE dataset SET \(columns) WHERE number = ?")
            .execute(arguments: row.arguments(print: print, known: known) + [number])
    }

    private func summary(_ number: Int) throws -> DatasetSummary? {
        let reading = try database.cachedStatement(sql: "SELECT \(DatasetRow.columns) FROM dataset WHERE number = ?")
        return try Row.fetchOne(reading, arguments: [number]).map { DatasetRow($0).summary }
    }

    private func detail(of number: Int) throws -> DatasetDetail? {
        let reading = try database.cachedStatement(sql: "SELECT record FROM detail WHERE number = ?")
        guard let contents = try Data?.fetchOne(reading, arguments: [number]) ?? nil else { return nil }
        return try? JSONDecoder().decode(DatasetDetail.self, from: contents)
    }

    // MARK: What is derived of it

    private func addDerived(of dataset: DatasetSummary, detail: DatasetDetail?, number: Int) throws {
        try database.cachedStatement(
            sql: "INSERT INTO dataset_text (rowid, title, description, keywords, names) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: DatasetTexts(dataset).arguments(number: number))
        try addFacets(DatasetTerms(dataset, detail: detail), number)
    }

    private func removeDerived(_ number: Int) throws {
        // The words are taken out as they were put in: by the record that is there.
        if let dataset = try summary(number) {
            try database.cachedStatement(
                sql: """
                    INSERT INTO dataset_text (dataset_text, rowid, title, description, keywords, names)
                    VALUES ('delete', ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: DatasetTexts(dataset).arguments(number: number))
        }
        try removeFacets(number)
    }

    private func addFacets(_ terms: DatasetTerms, _ number: Int) throws {
        let values = try book.numbers(of: terms, database)
        let insert = try database.cachedStatement(sql: "INSERT INTO dataset_facet (value, dataset) VALUES (?, ?)")
        for value in values {
            try insert.execute(arguments: [value, number])
            book.count(value, 1)
        }
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO facet_row (number, packed) VALUES (?, ?)")
            .execute(arguments: [number, Data(PackedNumbers.pack(values))])
    }

    private func removeFacets(_ number: Int) throws {
        let reading = try database.cachedStatement(sql: "SELECT packed FROM facet_row WHERE number = ?")
        guard let packed = try Data.fetchOne(reading, arguments: [number]) else { return }
        let delete = try database.cachedStatement(sql: "DELETE FROM dataset_facet WHERE value = ? AND dataset = ?")
        var values: [Int] = []
        packed.withUnsafeBytes { bytes in PackedNumbers.forEach(in: bytes) { values.append($0) } }
        for value in values {
            try delete.execute(arguments: [value, number])
            book.count(value, -1)
        }
        try database.cachedStatement(sql: "DELETE FROM facet_row WHERE number = ?").execute(arguments: [number])
    }
}
