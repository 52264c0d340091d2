import FoundationEssentials
import Glibc

/// The lock of a data folder, in a small file of its own: the only thing that opens what is sealed, so a copy lies beside
/// it for when it is deleted or damaged.
package struct LockFile: Hashable, Sendable {
    /// Absolute, without a slash at its end.
    package let directory: String

    package init(directory: String) { self.directory = directory }

    /// Where it lies.
    package var path: String { directory + "/lock.json" }
    /// Written after it, and read only where it cannot be.
    package var copyPath: String { directory + "/lock.copy.json" }

    /// Nil where there is no lock.
    package func read() throws(SealFault) -> LockDocument? {
        let failure: SealFault?
        do throws(SealFault) {
            if let document = try Self.read(path) { return document }
            failure = nil
        } catch { failure = error }
        let copy: LockDocument?
        do throws(SealFault) { copy = try Self.read(copyPath) } catch { throw failure ?? error }
        if let copy { return copy }
        if let failure { throw failure }
        return nil
    }

    /// Which files it is made of now: another answer says that it has to be read again.
    package var stamp: LockStamp { LockStamp(file: Self.stamp(path), copy: Self.stamp(copyPath)) }

    /// Changes the lock while nobody else does. What the body throws leaves it as it was.
    ///
    /// - Parameter body: gets what is there and gives what is to be there.
    package func change(
        _ body: (LockDocument?) throws(SealFault) -> LockDocument
    ) throws(SealFault) {
        let turn = try Turn(directory + "/lock.turn")
        defer { turn.end() }
        let document = try body(try read())
        guard let contents = document.contents, (try LockDocument(contents: contents)) == document else {
            throw .damaged
        }
        try PrivateFile.replace(path, with: contents)
        try PrivateFile.replace(copyPath, with: contents)
    }

    /// Moves it aside: what is sealed somewhere still, such as in a backup, opens with it.
    ///
    /// - Returns: where it is now; nil where there was none.
    package func retire() throws(SealFault) -> String? {
        let turn = try Turn(directory + "/lock.turn")
        defer { turn.end() }
        guard let document = try read() else { return nil }
        var aside = "\(directory)/lock-\(document.key).old.json"
        while access(aside, F_OK) == 0 { aside += "-again" }
        guard let contents = document.contents else { throw .damaged }
        try PrivateFile.create(aside, contents)
        PrivateFile.syncFolder(of: aside)
        for name in [path, copyPath] where unlink(name) != 0 && errno != ENOENT {
            throw .system(path: name, code: errno)
        }
        PrivateFile.syncFolder(of: aside)
        return aside
    }

    private static func read(_ path: String) throws(SealFault) -> LockDocument? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .system(path: path, code: errno)
        }
        defer { close(descriptor) }
        var contents = [UInt8](repeating: 0, count: LockDocument.largest + 1)
        var count = 0
        while count < contents.count {
            let got = contents.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .system(path: path, code: errno) }
            if got == 0 { break }
            count += got
        }
        return try LockDocument(contents: Data(contents.prefix(count)))
    }

    private static func stamp(_ path: String) -> [Int64] {
        var status = stat()
        guard lstat(path, &status) == 0 else { return [] }
        return [
            Int64(status.st_ino), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec), Int64(status.st_size),
        ]
    }
}

/// Which files a lock is made of.
package struct LockStamp: Hashable, Sendable {
    let file: [Int64]
    let copy: [Int64]

    /// Neither of them is there.
    package var isNone: Bool { file.isEmpty && copy.isEmpty }
}

/// One program at a time changes a lock.
private struct Turn {
    private let descriptor: Int32

    init(_ path: String) throws(SealFault) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .system(path: path, code: errno) }
        // Whoever changes a lock has it for a moment only; 10 seconds are somebody who hangs.
        for _ in 0..<200 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            usleep(50_000)
        }
        let code = errno
        close(descriptor)
        throw code == EWOULDBLOCK ? .inUse : .system(path: path, code: code)
    }

    func end() { close(descriptor) }
}
