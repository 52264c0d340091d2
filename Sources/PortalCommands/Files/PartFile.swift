import Glibc
import PortalModel

/// A file that gets its name when it is whole: until then it is `NAME.part`, for the person's eyes only, and what is in it
/// can be kept when it does not become whole.
final class PartFile {
    let path: String
    let part: String
    private let replacing: Bool
    private let descriptor: Int32
    private var isOpen = true

    /// - Throws: `.exists` for a file that is there, unless it is replaced; before anything is written.
    init(_ path: String, replacing: Bool) throws(PrivateFile.Refusal) {
        var status = stat()
        if lstat(path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw .failed(EISDIR) }
            guard replacing else { throw .exists }
        }
        self.path = path
        self.replacing = replacing
        part = path + ".part"
        // That of a try before gives way, unless that one still runs. Not its own before all is well, since what is its own
        // is closed when it goes. What is no file is not waited for.
        let opened = open(part, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard opened >= 0 else { throw .failed(errno) }
        if let code = Self.claim(opened) {
            close(opened)
            throw .failed(code)
        }
        descriptor = opened
    }

    /// Makes an open file empty, and this program's alone.
    ///
    /// - Returns: the system's number where it cannot be.
    private static func claim(_ descriptor: Int32) -> Int32? {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return ETXTBSY }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return errno }
        guard status.st_mode & S_IFMT == S_IFREG else { return EEXIST }
        guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else { return errno }
        return nil
    }

    deinit { if isOpen { close(descriptor) } }

    /// How many bytes may still be written where it lies; nil where the file system does not say.
    var room: UInt64? {
        var status = statvfs()
        guard fstatvfs(descriptor, &status) == 0, status.f_blocks > 0 else { return nil }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(PrivateFile.Refusal) {
        guard case .failed(let code) = TerminalWriter(descriptor: descriptor).write(data: bytes) else { return }
        throw .failed(code)
    }

    /// Gives it its name, when all of it is on the disk.
    func finish() throws(PrivateFile.Refusal) {
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .failed(errno) }
        // Never over a file that came meanwhile: a second name is refused where there is one, renaming is not.
        if !replacing {
            if link(part, path) == 0 {
                unlink(part)
                return
            }
            guard errno != EEXIST else { throw .exists }
            // File systems without second names.
            guard access(path, F_OK) != 0 else { throw .exists }
        }
        guard rename(part, path) == 0 else { throw .failed(errno) }
    }

    /// Removes it, with what is in it; a second time does nothing.
    func discard() {
        guard isOpen else { return }
        unlink(part)
        close(descriptor)
        isOpen = false
    }
}
