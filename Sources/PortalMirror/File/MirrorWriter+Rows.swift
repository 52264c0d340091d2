import FoundationEssentials
import GRDB
import PortalDomain

/// What a page of a search brought.
struct PageOutcome: Equatable, Sendable {
    /// How many records came, those that could not be read among them.
    var rows = 0
    /// Datasets that were not here.
    var new = 0
    /// Datasets that were here and differ.
    var changed = 0
    /// Datasets that were here as they are.
    var known = 0
    /// Records that could not be understood; they are at the portal and not here.
    var unreadable = 0
    /// Whether the dataset at the beginning of the page was read before: of a sweep, in that sweep.
    var beginsKnown = false
    /// Whether datasets came, and all of them were read before: of a sweep, in that sweep.
    var isAllKnown = false
    /// How many are here now.
    var count = 0
}

extension MirrorWriter {
    /// Writes the datasets of a page, and with them whatever `alongside` writes.
    func take(
        _ results: [SearchResult], isSweeping: Bool = false,
        alongside: @escaping @Sendable (Database, PageOutcome) throws -> Void = { _, _ in }
    ) async throws(PortalError) -> PageOutcome {
        let rowFields = MirrorField.bits(origin.rowFields)
        return try await write { database, book in
            var outcome = PageOutcome(rows: results.count, beginsKnown: true)
            var isFirst = true
            var isAnyUnknown = false
            let table = DatasetTable(database: database, book: book)
            for result in results {
                guard let dataset = result.dataset else {
                    outcome.unreadable += 1
                    continue
                }
                let (number, found) = try table.put(dataset, known: rowFields)
                let wasThere = try isSweeping ? !table.noteSeen(number) : found != .new
                if !wasThere { isAnyUnknown = true }
                switch found {
                case .new: outcome.new += 1
                case .changed: outcome.changed += 1
                case .same: outcome.known += 1
                }
                if isFirst { outcome.beginsKnown = wasThere }
                isFirst = false
            }
            outcome.isAllKnown = !isAnyUnknown && results.contains { $0.dataset != nil }
            try book.writeTotals(database)
            outcome.count = try Int.fetchOne(database, sql: "SELECT count(*) FROM dataset") ?? 0
            try alongside(database, outcome)
            return outcome
        }
    }

    /// Keeps the full record of a dataset; nil where the portal does not have it any more.
    func take(_ details: [(id: DatasetID, detail: DatasetDetail?)], at now: Date) async throws(PortalError) {
        try await write { database, book in
            let table = DatasetTable(database: database, book: book)
            for (id, detail) in details { try table.put(detail, of: id, at: now) }
            try book.writeTotals(database)
        }
    }

    /// Removes datasets that the portal does not have any more.
    func remove(_ numbers: [Int]) async throws(PortalError) {
        try await write { database, book in
            let table = DatasetTable(database: database, book: book)
            for number in numbers { try table.remove(number) }
            try book.writeTotals(database)
        }
    }

    /// Keeps what the portal can be filtered by.
    func take(_ filters: [Filter]) async throws(PortalError) {
        try await write { database, _ in
            try database.execute(sql: "DELETE FROM filter")
            for (place, filter) in filters.enumerated() {
                try database.execute(
                    sql: "INSERT INTO filter (place, contents) VALUES (?, ?)",
                    arguments: [place, try JSONEncoder().encode(filter)])
            }
        }
    }
}
