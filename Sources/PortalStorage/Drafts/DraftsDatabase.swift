import FoundationEssentials
import GRDB
import PortalDomain
import Synchronization

/// The drafts of a profile, open. Safe to use from anywhere; writes run one after the other on GRDB's own queue.
///
/// A file that is deleted, replaced or found damaged while the program runs is replaced in turn, with what it held:
/// what was confirmed as saved must be there at the next start.
final class DraftsDatabase: Sendable {
    /// Nil in memory.
    private let opener: DraftsOpener?
    private let connection: Mutex<DraftsConnection>
    private let noted: Mutex<[KeptReason]>

    init(_ opener: DraftsOpener) throws(StorageFailure) {
        var notes: [KeptReason] = []
        let opened = try opener.open(notes: &notes)
        self.opener = opener
        connection = Mutex(opened)
        noted = Mutex(notes)
    }

    /// In memory: gone with the program.
    init() throws(PortalError) {
        do {
            let queue = try DatabaseQueue()
            try DraftSchema.migrator.migrate(queue)
            opener = nil
            connection = Mutex(DraftsConnection(queue: queue, identity: nil, isExclusive: false))
            noted = Mutex([])
        } catch {
            throw PortalError(.local, operation: "opening the drafts", because: .disk(.noMemory))
        }
    }

    var notes: [KeptReason] { noted.withLock { $0 } }

    func note(_ reason: KeptReason) { noted.withLock { $0.append(reason) } }

    // MARK: Reading and writing

    /// Runs on the calling thread. `operation` says in an error what was tried, such as "saving the draft".
    func read<Value>(_ operation: String, _ body: (Database) throws -> Value) throws(PortalError) -> Value {
        try attempt(operation) { queue in try queue.read(body) }
    }

    /// Runs on the calling thread; the transaction is on the disk on return.
    func writeNow<Value>(_ operation: String, _ body: (Database) throws -> Value) throws(PortalError) -> Value {
        try attempt(operation) { queue in try queue.write(body) }
    }

    /// Runs on the calling thread, without a transaction around it.
    func maintain(_ operation: String, _ body: (Database) throws -> Void) throws(PortalError) {
        try attempt(operation) { queue in try queue.writeWithoutTransaction(body) }
    }

    /// The transaction is on the disk on return. A task that is cancelled meanwhile does not undo it.
    func write<Value: Sendable>(
        _ operation: String, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(PortalError) -> Value {
        let current = try currentConnection(operation)
        do {
            return try await Self.perform(body, on: current.queue).get()
        } catch {
            let replacement = try replaceIfDamaged(current, error, operation)
            do {
                return try await Self.perform(body, on: replacement.queue).get()
            } catch {
                throw failure(error, operation)
            }
        }
    }

    private static func perform<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value, on queue: DatabaseQueue
    ) async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            queue.asyncWrite(body) { _, result in continuation.resume(returning: result) }
        }
    }

    private func attempt<Value>(
        _ operation: String, _ body: (DatabaseQueue) throws -> Value
    ) throws(PortalError) -> Value {
        let current = try currentConnection(operation)
        do {
            return try body(current.queue)
        } catch {
            let replacement = try replaceIfDamaged(current, error, operation)
            do {
                return try body(replacement.queue)
            } catch {
                throw failure(error, operation)
            }
        }
    }

    /// Gives the file free for others.
    func close(releasing holder: LeaseHolder) {
        connection.withLock { current in
            // Whatever fails here, the process is ending and its locks and leases end with it.
            try? current.queue.write { try Lease.release(by: holder, in: $0) }
            try? current.queue.close()
            if current.isExclusive, let opener {
                try? FileManager.default.removeItem(atPath: opener.file.holderPath)
            }
        }
    }

    // MARK: Failures

    /// The connection to the file that is at the path now.
    private func currentConnection(_ operation: String) throws(PortalError) -> DraftsConnection {
        guard let opener else { return connection.withLock { $0 } }
        let outcome = connection.withLock { current in
            guard current.identity != PrivateFiles.identity(opener.file.path) else {
                return Result<DraftsConnection, StorageFailure>.success(current)
            }
            return replace(&current, opener) { salvage, notes throws(StorageFailure) in
                notes.append(.writtenAgain(path: opener.file.path))
                let opened = try opener.open(notes: &notes)
                do {
                    try opened.queue.write { try salvage.merge(into: $0) }
                } catch {
                    throw opener.failure(error)
                }
                return opened
            }
        }
        return try outcome.mapError { $0.portalError(during: operation) }.get()
    }

    /// A new connection when `error` says that the file is damaged; else throws what the error means.
    private func replaceIfDamaged(
        _ failed: DraftsConnection, _ error: any Error, _ operation: String
    ) throws(PortalError) -> DraftsConnection {
        guard let opener, StorageFailure.isDamage(error) else { throw failure(error, operation) }
        let outcome = connection.withLock { current in
            // Another call may have replaced it already.
            guard current.queue === failed.queue else {
                return Result<DraftsConnection, StorageFailure>.success(current)
            }
            return replace(&current, opener) { salvage, notes throws(StorageFailure) in
                try opener.replaceDamaged(notes: &notes, knowing: salvage)
            }
        }
        return try outcome.mapError { $0.portalError(during: operation) }.get()
    }

    private func replace(
        _ current: inout DraftsConnection, _ opener: DraftsOpener,
        by open: (Salvage, inout [KeptReason]) throws(StorageFailure) -> DraftsConnection
    ) -> Result<DraftsConnection, StorageFailure> {
        // Read before anything is moved: pages in memory may be whole where the file is not.
        let salvage = Salvage(current.queue)
        var notes: [KeptReason] = []
        do {
            let opened = try open(salvage, &notes)
            try? current.queue.close()
            current = opened
            noted.withLock { $0 += notes }
            return .success(opened)
        } catch {
            return .failure(error)
        }
    }

    private func failure(_ error: any Error, _ operation: String) -> PortalError {
        guard let opener else {
            return PortalError(.local, operation: operation, because: .disk(.memoryFailed))
        }
        let failure = opener.failure(error)
        if failure.leavesDoubt { try? PrivateFiles.createIfMissing(opener.file.doubtPath) }
        return failure.portalError(during: operation)
    }
}
