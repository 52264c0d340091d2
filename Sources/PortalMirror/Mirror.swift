import FoundationEssentials
import GRDB
import PortalDomain
import Synchronization

/// The catalogue of a portal as it is kept on this machine, to be searched without a network.
///
/// Reading changes nothing, on any disk. One that was put in another one's place is read on until it is opened anew.
public final class Mirror: Sendable {
    /// Where it is.
    public let place: MirrorPlace
    private let queue: DatabaseQueue
    /// What can be filtered by, as long as nobody writes the file: decoding it costs more than most searches.
    private let kept = Mutex<(version: Int, filters: MirrorFilters)?>(nil)

    static let operation = "reading the mirror"

    /// - Parameter origin: whose mirror it has to be; nil for whatever is there.
    /// - Throws: `.notKept` where there is none; `.local` for one that cannot be read, with the reason.
    public init(_ place: MirrorPlace, of origin: MirrorOrigin? = nil) throws(PortalError) {
        self.place = place
        let failure = MirrorFailure(path: place.path)
        let kind = MirrorGround.kind(of: place.path, followsLinks: true)
        if kind == .noFile { throw failure.error(.noFile(path: place.path), Self.operation) }
        if kind == .database, place.isNamed { throw failure.error(.noMirror(path: place.path), Self.operation) }
        do {
            queue = try MirrorFile.reading(place)
            let reason = try queue.read { database -> MirrorReason? in
                guard try MirrorSchema.version(of: database) == MirrorSchema.version else {
                    return .otherVersion(path: place.path)
                }
                if let origin, try !MirrorMeta(database: database).isOf(origin) {
                    return .ofAnotherPortal(path: place.path)
                }
                return nil
            }
            if let reason { throw failure.error(reason, Self.operation) }
        } catch let error as SystemFailure where error.code == 2 {
            throw failure.error(.none(path: place.path), Self.operation)
        } catch {
            throw failure.error(error, Self.operation)
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        do { return try await queue.read(body) } catch let error as QueryProblem { throw error } catch {
            throw MirrorFailure(path: place.path).error(error, Self.operation)
        }
    }

    /// What can be filtered by, as the database is now.
    func filters(_ database: Database) throws -> MirrorFilters {
        let version = try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
        if let kept = kept.withLock(\.self), kept.version == version { return kept.filters }
        let filters = try MirrorFilters(database)
        kept.withLock { $0 = (version, filters) }
        return filters
    }

    /// Everything of a dataset.
    ///
    /// - Returns: what a list shows of it alone where the full record was not read yet, and nil where it is not there.
    public func dataset(_ id: DatasetID) async throws(PortalError) -> (summary: DatasetSummary, detail: DatasetDetail?)?
    {
        do {
            return try await read { database in
                let sql =
                    "SELECT \(DatasetRow.columns), record FROM dataset LEFT JOIN detail USING (number) WHERE id = ?"
                guard let row = try Row.fetchOne(database, sql: sql, arguments: [id.rawValue]) else { return nil }
                let record: Data? = row["record"]
                return (
                    DatasetRow(row).summary,
                    record.flatMap { try? JSONDecoder().decode(DatasetDetail.self, from: $0) }
                )
            }
        } catch {
            throw MirrorFailure(path: place.path).error(error, Self.operation)
        }
    }

    /// What can be filtered by: the portal's own filters, and those of the mirror besides.
    public func filters() async throws(PortalError) -> [Filter] {
        do {
            return try await read { database in try self.filters(database).all }
        } catch {
            throw MirrorFailure(path: place.path).error(error, Self.operation)
        }
    }

    /// Lets go of the file.
    public func close() { try? queue.close() }
}
