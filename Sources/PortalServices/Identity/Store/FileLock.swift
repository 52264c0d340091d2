import FoundationEssentials
import Glibc
import PortalDomain

/// Lets one program at a time renew the tokens of a file, on this machine and on others that share the home directory.
///
/// `flock(2)`: it belongs to the open file, so that it also keeps two sessions of one process apart and ends with the
/// process however that ends; over NFS (since Linux 2.6.12) it is a byte-range lock at the server. Where a file system
/// has no locks (NFS without lockd, Lustre mounted without `flock`), a file that only one program can create stands in
/// for it, and is taken for forgotten after a while.
struct FileLock: ~Copyable {
    private enum Held {
        case byLock(CInt)
        case byFile
    }

    private let directory: String
    private let name: String
    private let held: Held

    /// Waits for the lock.
    ///
    /// - Parameters:
    ///   - name: of the lock file. It stays when the lock is given back: a file that is removed and made anew could be
    ///     locked twice.
    ///   - patience: how long to wait for another program.
    static func acquire(
        _ name: String, in directory: String, patience: Duration = .seconds(40)
    ) async throws(TokenFileFailure) -> FileLock {
        let deadline = ContinuousClock.now + patience
        while true {
            if let lock = try attempt(name, in: directory) { return lock }
            guard ContinuousClock.now < deadline else {
                throw TokenFileFailure(.heldForLong(folder: directory))
            }
            // At random, so that several that wait do not knock in step. In a task of its own, because a wait that was
            // cancelled would end at once and turn this into a busy loop.
            await Task { try? await Task.sleep(for: .milliseconds(Int.random(in: 20...80))) }.value
        }
    }

    /// The lock, or nil while somebody else has it.
    private static func attempt(_ name: String, in path: String) throws(TokenFileFailure) -> FileLock? {
        let directory = try PrivateDirectory(path)
        guard let file = directory.openOrCreate(name) else { throw TokenFileFailure("\(path)/\(name)") }
        if flock(file.number, LOCK_EX | LOCK_NB) == 0 {
            // Closed in children from the first moment: one that is just being started would go on holding the lock.
            let kept = fcntl(file.number, F_DUPFD_CLOEXEC, 0)
            guard kept >= 0 else { throw TokenFileFailure("\(path)/\(name)") }
            return FileLock(directory: path, name: name, held: .byLock(kept))
        }
        switch errno {
        case EWOULDBLOCK, EINTR: return nil
        case ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL: return try attemptByFile(name, in: directory)
        default: throw TokenFileFailure("\(path)/\(name)")
        }
    }

    static func attemptByFile(
        _ name: String, in directory: borrowing PrivateDirectory, now: Date = Date()
    ) throws(TokenFileFailure) -> FileLock? {
        let marker = name + ".held"
        if directory.create(marker) != nil {
            return FileLock(directory: directory.path, name: name, held: .byFile)
        }
        guard errno == EEXIST else { throw TokenFileFailure("\(directory.path)/\(marker)") }
        // Longer than any renewal takes, clocks of two machines that differ by a minute included.
        if let age = directory.age(of: marker, now: now), age > 180 { try directory.remove(marker) }
        return nil
    }

    /// Gives it back; the end of the process does so too.
    consuming func release() {}

    deinit {
        switch held {
        case .byLock(let descriptor): close(descriptor)
        case .byFile: try? PrivateDirectory(directory).remove(name + ".held")
        }
    }
}
