import FoundationEssentials
import GRDB
import PortalDomain

/// Reads full records behind the rows, one call after the other: those that are wanted first, then the newest.
public struct MirrorRecords: Sendable {
    private let writer: MirrorWriter
    private let discovery: DiscoveryService
    private let now: @Sendable () -> Date

    /// - Parameter now: the time.
    public init(
        _ writer: MirrorWriter, from discovery: DiscoveryService, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.writer = writer
        self.discovery = discovery
        self.now = now
    }

    /// So many records are written at once: no more are lost when the program is killed.
    private static let atOnce = 20

    /// - Parameters:
    ///   - first: datasets that are in use.
    ///   - most: how many are read at most.
    /// - Returns: how many were read.
    /// - Throws: what the portal or the disk said. What was read until then is kept.
    public func run(
        first: [DatasetID] = [], atMost most: Int,
        _ tell: @escaping @Sendable (SyncProgress) -> Void = { _ in }
    ) async throws(PortalError) -> Int {
        let wanted = try await wanted(first, most)
        let datasets = try await writer.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dataset") ?? 0 }
        let before = try await writer.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM detail WHERE record NOT NULL") ?? 0
        }
        var read: [(id: DatasetID, detail: DatasetDetail?)] = []
        var done = 0
        for id in wanted {
            do throws(PortalError) {
                read.append((id, try await discovery.dataset(id)))
            } catch {
                guard error.kind == .notFound else {
                    try await writer.take(read, at: now())
                    throw error
                }
                read.append((id, nil))
            }
            done += 1
            if read.count == Self.atOnce {
                try await writer.take(read, at: now())
                read = []
            }
            tell(SyncProgress(work: .records, done: min(before + done, datasets), total: datasets))
        }
        try await writer.take(read, at: now())
        return done
    }

    /// Those without a full record, and those that differ from what it was read for.
    private func wanted(_ first: [DatasetID], _ most: Int) async throws(PortalError) -> [DatasetID] {
        try await writer.read { database in
            let lacking =
                "FROM dataset LEFT JOIN detail USING (number) WHERE (detail.print IS NULL OR detail.print <> dataset.print)"
            let inUse = try first.filter { id in
                try Int.fetchOne(database, sql: "SELECT 1 \(lacking) AND id = ?", arguments: [id.rawValue]) != nil
            }
            let others = try String.fetchAll(
                database, sql: "SELECT id \(lacking) ORDER BY modified DESC, number LIMIT ?", arguments: [most])
            return Array((inUse + others.map { DatasetID($0) }).unique.prefix(most))
        }
    }
}
