import Foundation
import GRDB

/// What a portal was started with.
struct CatalogueSummary: Sendable, Equatable {
    let datasets: Int
    let unreadableCount: Int
    /// The first of the lines that could not be read, at most `CatalogueLoader.reportLimit`.
    let unreadable: [UnreadableLine]
}

/// How far a catalogue is read.
struct CatalogueProgress: Codable, Equatable, Sendable {
    let datasets: Int
    /// Of the file, as it lies on the disk.
    let bytes: Int
    /// How large the file is; 0 where that is not known, as of a pipe.
    let size: Int
}

/// Brings a catalogue into the database, unless just that one is there from an earlier run.
///
/// What is in memory does not grow with the file: it is read in pieces by a thread of its own, which is a few hundred
/// datasets ahead of the one that writes. What grows with the catalogue is the list of its facets' values.
struct CatalogueLoader {
    static let reportLimit = 20

    let database: DatabaseQueue
    /// Told now and then how far it is; not at all where nothing has to be read.
    var progress: @Sendable (CatalogueProgress) -> Void = { _ in }

    /// - Throws: `StartFailure`; the catalogue of an earlier run then stays as it was.
    func load(_ catalogue: DemoOptions.Catalogue) async throws -> CatalogueSummary {
        let source = try CatalogueSource(catalogue)
        if let summary = try await database.read({ db in try Self.loaded(source.fingerprint, db) }) {
            return summary
        }
        return try await database.write { db in
            // Another portal over the same database may have loaded it while this one waited for the lock.
            if let summary = try Self.loaded(source.fingerprint, db) { return summary }
            let pieces = Self.pieces(of: source)
            defer { pieces.abandon() }
            var writer = try CatalogueWriter(db)
            var unreadable = Unreadable()
            while let piece = try pieces.next() {
                for element in piece.elements { try writer.write(element, reportingTo: &unreadable) }
                progress(CatalogueProgress(datasets: writer.datasets, bytes: piece.position, size: source.size))
            }
            if case .file(let path) = catalogue, writer.datasets == 0 {
                let first = unreadable.first.first.map { "line \($0.line), \($0.reason)" }
                throw StartFailure.catalogueWithoutDatasets(path: path, firstReason: first)
            }
            try writer.finish(fingerprint: source.fingerprint, unreadable: unreadable)
            return CatalogueSummary(
                datasets: writer.datasets, unreadableCount: unreadable.count, unreadable: unreadable.first)
        }
    }

    /// What is handed from the thread that reads to the one that writes.
    private struct Piece: Sendable {
        var elements: [CatalogueReader.Element] = []
        var position = 0
    }

    private static let elementsOfPiece = 200
    private static let bytesOfPiece = 1 << 20

    private static func pieces(of source: CatalogueSource) -> ReadAhead<Piece> {
        ReadAhead { hand in
            var reader = CatalogueReader(try source.bytes())
            var piece = Piece()
            var bytes = 0
            while let element = try reader.next() {
                piece.elements.append(element)
                if case .record(_, let json, _) = element { bytes += json.count }
                guard piece.elements.count >= elementsOfPiece || bytes >= bytesOfPiece else { continue }
                piece.position = reader.position
                guard hand(piece) else { return }
                piece = Piece()
                bytes = 0
            }
            piece.position = reader.position
            _ = hand(piece)
        }
    }

    private static func loaded(_ fingerprint: String, _ db: Database) throws -> CatalogueSummary? {
        guard try db.tableExists("catalogue"),
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM catalogue WHERE fingerprint = ?", arguments: [fingerprint]),
            let reports = try? JSONDecoder().decode([UnreadableLine].self, from: row["reports"])
        else { return nil }
        return CatalogueSummary(datasets: row["datasets"], unreadableCount: row["unreadable"], unreadable: reports)
    }
}

/// Lines that are no datasets: how many, and the first of them.
struct Unreadable {
    private(set) var count = 0
    private(set) var first: [UnreadableLine] = []

    mutating func add(_ line: UnreadableLine) {
        count += 1
        if first.count < CatalogueLoader.reportLimit { first.append(line) }
    }
}
