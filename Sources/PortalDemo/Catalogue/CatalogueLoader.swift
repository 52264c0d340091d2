import Foundation
import GRDB

/// What a portal was started with.
struct CatalogueSummary: Sendable, Equatable {
    let datasets: Int
    let unreadableCount: Int
    /// The first of the lines that could not be read, at most `CatalogueLoader.reportLimit`.
    let unreadable: [UnreadableLine]
}

/// Brings a catalogue into the database, unless just that one is there from an earlier run.
struct CatalogueLoader {
    static let reportLimit = 20

    let database: DatabaseQueue

    /// - Throws: `StartFailure`; the catalogue of an earlier run then stays as it was.
    func load(_ catalogue: DemoOptions.Catalogue) async throws -> CatalogueSummary {
        let source = try CatalogueSource(catalogue)
        if let summary = try await database.read({ db in try Self.loaded(source.fingerprint, db) }) {
            return summary
        }
        return try await database.write { db in
            // Another portal over the same database may have loaded it while this one waited for the lock.
            if let summary = try Self.loaded(source.fingerprint, db) { return summary }
            let data = try source.read()
            var writer = try CatalogueWriter(db)
            var unreadable = 0
            var reports: [UnreadableLine] = []
            for element in CatalogueReader(data) {
                switch element {
                case .record(let record, let json):
                    try writer.write(record, json: json)
                case .unreadable(let line):
                    unreadable += 1
                    if reports.count < Self.reportLimit { reports.append(line) }
                }
            }
            if case .file(let path) = catalogue, writer.datasets == 0 {
                let first = reports.first.map { "line \($0.line), \($0.reason)" }
                throw StartFailure.catalogueWithoutDatasets(path: path, firstReason: first)
            }
            try writer.finish(fingerprint: source.fingerprint, unreadable: unreadable, reports: reports)
            return CatalogueSummary(datasets: writer.datasets, unreadableCount: unreadable, unreadable: reports)
        }
    }

    private static func loaded(_ fingerprint: String, _ db: Database) throws -> CatalogueSummary? {
        guard try db.tableExists("catalogue"),
            let row = try Row.fetchOne(
                db, sql: "SELECT unreadable, reports FROM catalogue WHERE fingerprint = ?", arguments: [fingerprint]),
            let reports = try? JSONDecoder().decode([UnreadableLine].self, from: row["reports"])
        else { return nil }
        let datasets = try Int.fetchOne(db, sql: "SELECT count(*) FROM dataset") ?? 0
        return CatalogueSummary(datasets: datasets, unreadableCount: row["unreadable"], unreadable: reports)
    }
}

/// Where a catalogue's text comes from, and what tells that it is still the same.
private struct CatalogueSource {
    let catalogue: DemoOptions.Catalogue
    let fingerprint: String

    init(_ catalogue: DemoOptions.Catalogue) throws {
        self.catalogue = catalogue
        let schema = "schema \(CatalogueSchema.version)"
        switch catalogue {
        case .bundled:
            let hash = BundledCatalogue.parts.reduce(into: UInt64(0)) { $0 = $0 &* 31 &+ StableHash.of($1) }
            fingerprint = "\(schema), bundled \(hash)"
        case .file(let path):
            var status = stat()
            guard stat(path, &status) == 0 else {
                throw StartFailure.catalogueUnreadable(path: path, reason: String(cString: strerror(errno)))
            }
            guard status.st_mode & S_IFMT != S_IFDIR else {
                throw StartFailure.catalogueUnreadable(path: path, reason: "it is a directory")
            }
            let absolute = URL(filePath: path).standardizedFileURL.path
            let time = status.st_mtim
            fingerprint = "\(schema), \(absolute), \(status.st_size) bytes, \(time.tv_sec).\(time.tv_nsec)"
        }
    }

    func read() throws -> Data {
        switch catalogue {
        case .bundled:
            return Data(BundledCatalogue.parts.joined(separator: "\n").utf8)
        case .file(let path):
            do {
                return try Data(contentsOf: URL(filePath: path))
            } catch {
                throw StartFailure.catalogueUnreadable(path: path, reason: error.plainReason)
            }
        }
    }
}
