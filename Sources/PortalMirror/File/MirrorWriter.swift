import FoundationEssentials
import GRDB
import Glibc
import PortalDomain

/// A mirror that is being filled. What is written is a whole page with the place where the filling is: a program that
/// is killed at any point goes on there.
public final class MirrorWriter: Sendable {
    let place: MirrorPlace
    let origin: MirrorOrigin
    let queue: DatabaseQueue
    /// The file that is written: the mirror itself, or the one beside it that takes its place when it is whole.
    let path: String
    let book = FacetBook()
    private let turn: FillingTurn
    private let isAnew: Bool

    /// Opens the mirror, goes on with one that was begun, or begins one.
    ///
    /// - Parameters:
    ///   - isAnew: whatever is there, a new one is begun; it takes the place of the old one when it is whole.
    ///   - maximumPages: of SQLite's, for tests of a full disk.
    /// - Throws: `.local` with the reason; `.heldElsewhere` while another program fills it.
    public init(
        _ place: MirrorPlace, of origin: MirrorOrigin, isAnew: Bool = false, maximumPages: Int? = nil
    ) throws(PortalError) {
        (self.place, self.origin, self.isAnew) = (place, origin, isAnew)
        if let objection = MirrorGround(place: place).objectionToFilling(isAnew: isAnew) {
            throw MirrorFailure(path: place.path).error(objection, Self.operation)
        }
        do {
            turn = try FillingTurn(place.turnPath)
            (queue, path) = try Self.open(place, origin, isAnew: isAnew, maximumPages)
        } catch {
            throw MirrorFailure(path: place.path).error(error, Self.operation)
        }
    }

    static let operation = "filling the mirror"

    /// Whether it takes the place of another file when it is whole.
    var isBeside: Bool { path != place.path }

    private static func open(
        _ place: MirrorPlace, _ origin: MirrorOrigin, isAnew: Bool, _ maximumPages: Int?
    ) throws -> (DatabaseQueue, String) {
        let isThere = access(place.path, F_OK) == 0
        if !isAnew, place.kind == .own, !isThere || isUsable(place.path, origin, inPlace: true) {
            return (try begin(place.path, origin, isShared: false, maximumPages), place.path)
        }
        if isAnew || !isUsable(place.workPath, origin, inPlace: false) {
            try MirrorFile.remove(place.workPath)
            if !isAnew, place.kind == .shared, isUsable(place.path, origin, inPlace: false) {
                try copy(place.path, to: place.workPath)
            }
        }
        return (try begin(place.workPath, origin, isShared: true, maximumPages), place.workPath)
    }

    /// Whether a file can be gone on with.
    private static func isUsable(_ path: String, _ origin: MirrorOrigin, inPlace: Bool) -> Bool {
        guard access(path, F_OK) == 0 else { return false }
        // Nobody else has it: `FillingTurn`.
        guard let queue = try? MirrorFile.writing(path, isShared: !inPlace) else { return false }
        defer { try? queue.close() }
        let isUsable = try? queue.read { database in
            try MirrorSchema.version(of: database) == MirrorSchema.version
                && MirrorMeta(database: database).isOf(origin)
        }
        return isUsable ?? false
    }

    private static func begin(
        _ path: String, _ origin: MirrorOrigin, isShared: Bool, _ maximumPages: Int?
    ) throws -> DatabaseQueue {
        let queue = try MirrorFile.writing(path, isShared: isShared, maximumPages: maximumPages)
        try queue.write { database in
            if try MirrorSchema.version(of: database) == 0 {
                try MirrorSchema.create(database)
                try MirrorMeta(database: database).begin(origin)
            }
        }
        return queue
    }

    private static func copy(_ path: String, to other: String) throws {
        do { try FileManager.default.copyItem(atPath: path, toPath: other) } catch {
            throw SystemFailure()
        }
    }

    // MARK: Writing

    /// One transaction, which is on the disk on return or not there at all.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database, FacetBook) throws -> Value
    ) async throws(PortalError) -> Value {
        do {
            return try await queue.write { [book] database in try body(database, book) }
        } catch {
            _ = try? await queue.write { [book] _ in book.forget() }
            throw MirrorFailure(path: path).error(error, Self.operation)
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(PortalError) -> Value {
        do { return try await queue.read(body) } catch { throw MirrorFailure(path: path).error(error, Self.operation) }
    }

    /// Ends the filling for now. Only a mirror that is whole takes the place of another file.
    public func close(isWhole: Bool) throws(PortalError) {
        defer { turn.end() }
        do {
            // What is in the log goes into the file: whoever copies that alone has all of it.
            if !isBeside { _ = try? queue.inDatabase { try $0.checkpoint(.truncate) } }
            try queue.close()
            guard isBeside, isWhole else { return }
            // Filling takes long: somebody may have put something else there meanwhile.
            if let objection = MirrorGround(place: place).objectionToFilling(isAnew: isAnew) {
                throw MirrorFailure(path: place.path).error(objection, Self.operation)
            }
            try MirrorFile.putInPlace(path, as: place.path)
        } catch {
            throw MirrorFailure(path: path).error(error, Self.operation)
        }
    }
}
