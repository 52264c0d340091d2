import Dispatch
import FoundationEssentials
import GRDB
import Glibc
import PortalDomain
import Synchronization

/// The SQLite file of kept answers. A throw-away: whatever is wrong with it, it is deleted and begun anew.
///
/// All work is done on a queue of its own, in the order in which it was asked for. Several programs may have the file
/// open, and another one may empty or delete it at any time.
final class AnswersFile: Sendable {
    /// Absolute path of the profile's folder, without a slash at its end.
    let directory: String
    private let log: @Sendable (String) -> Void
    private let opened: @Sendable (Database) throws -> Void
    private let queue = DispatchQueue(label: "portal.answers", qos: .utility)
    private let state = Mutex(State())

    private struct State {
        var connection: (database: DatabaseQueue, identity: FileIdentity?)?
        /// How often the file was begun anew. After a few times something else is wrong.
        var restarts = 0
        /// Nothing is kept any more in this run.
        var isOff = false
    }

    /// - Parameter opened: done once when a file has been opened.
    init(
        directory: String, log: @escaping @Sendable (String) -> Void,
        opened: @escaping @Sendable (Database) throws -> Void = { _ in }
    ) {
        self.directory = directory
        self.log = log
        self.opened = opened
    }

    static func path(in directory: String) -> String { directory + "/answers.sqlite" }
    var path: String { Self.path(in: directory) }

    /// The database and what SQLite puts beside it.
    static let suffixes = ["", "-journal", "-wal", "-shm"]

    /// - Parameter makesFile: false for what makes no sense without an earlier answer.
    /// - Returns: nil when it could not be done; the log has the reason.
    func perform<Value: Sendable>(
        makesFile: Bool = true, _ body: @escaping @Sendable (Database) throws -> Value
    ) async -> Value? {
        await inOrder { self.attempt(makesFile: makesFile, body) }
    }

    /// Returns at once.
    func enqueue(makesFile: Bool = true, _ body: @escaping @Sendable (Database) throws -> Void) {
        queue.async { _ = self.attempt(makesFile: makesFile, body) }
    }

    /// Does other work, on other files of the folder, in the same order.
    func inOrder<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }

    func enqueueInOrder(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }

    /// Deletes the file, whatever is in it.
    func delete() async throws(FileFailure) {
        let failure = await inOrder {
            self.state.withLock { state in
                try? state.connection?.database.close()
                state.connection = nil
                return Self.remove(in: self.directory)
            }
        }
        if let failure { throw failure }
    }

    /// Gives the room of what was deleted back to the disk.
    func vacuum() async {
        // While another program reads it is refused: then the pages stay, overwritten.
        await inOrder { self.state.withLock { try? $0.connection?.database.vacuum() } }
    }

    /// Waits for what was asked for before, and closes the file.
    func close() {
        queue.sync {
            state.withLock { state in
                try? state.connection?.database.close()
                state.connection = nil
                state.isOff = true
            }
        }
    }

    /// Removes a folder's file with what is beside it.
    static func remove(in directory: String) -> FileFailure? {
        // The journal first: without its database it would be taken for that of the next one.
        for suffix in suffixes.reversed() {
            let path = path(in: directory) + suffix
            if unlink(path) != 0, errno != ENOENT { return FileFailure(path) }
        }
        return nil
    }

    // MARK: On the queue

    private func attempt<Value: Sendable>(makesFile: Bool, _ body: (Database) throws -> Value) -> Value? {
        state.withLock { state in
            for _ in 0..<2 {
                guard !state.isOff, makesFile || PrivateFiles.exists(path) else { return nil }
                do {
                    return try connect(&state).write(body)
                } catch {
                    guard begunAnew(after: error, &state) else { return nil }
                }
            }
            return nil
        }
    }

    /// The connection to the file that is at the path now.
    private func connect(_ state: inout State) throws -> DatabaseQueue {
        if let open = state.connection {
            if open.identity == PrivateFiles.identity(path) { return open.database }
            try? open.database.close()
            state.connection = nil
        }
        try PrivateFiles.makeDirectory(directory)
        try PrivateFiles.keepPrivate(directory, mode: 0o700, followsLinks: true)
        try PrivateFiles.createIfMissing(path)
        try PrivateFiles.keepPrivate(path, mode: 0o600)
        let database = try AnswersSchema.open(path)
        try database.write(opened)
        state.connection = (database, PrivateFiles.identity(path))
        return database
    }

    /// True when the file was deleted and the work can be tried with a new one.
    private func begunAnew(after error: any Error, _ state: inout State) -> Bool {
        let isBusy = (error as? DatabaseError).map { [.SQLITE_BUSY, .SQLITE_LOCKED].contains($0.resultCode) } ?? false
        // Another program is writing: this answer is not kept, or not found.
        if isBusy { return false }
        try? state.connection?.database.close()
        state.connection = nil
        guard AnswersSchema.isUseless(after: error), state.restarts < 3 else {
            log("Answers are not kept in \(path) in this run: \(Self.words(error))")
            state.isOff = true
            return false
        }
        state.restarts += 1
        log("\(path) could not be used (\(Self.words(error))) and is begun anew.")
        return Self.remove(in: directory) == nil
    }

    /// Without any value that was on its way into the file.
    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as DatabaseError: "SQLite \(error.extendedResultCode.rawValue)"
        case let failure as FileFailure: "\(failure.path), error \(failure.code)"
        default: "\(type(of: error))"
        }
    }
}
