import CFileSystem
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

    /// Why there can be none; nothing has been written then.
    enum Refusal: Error, Equatable {
        case file(PrivateFile.Refusal)
        /// Somebody else's file has the name that it would have meanwhile.
        case partIsTaken(path: String)
    }

    /// - Throws: `.exists` for a file that is there, unless it is replaced; before anything is written.
    init(_ path: String, replacing: Bool) throws(Refusal) {
        var status = stat()
        if lstat(path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw .file(.failed(EISDIR)) }
            guard replacing else { throw .file(.exists) }
        }
        let path = try Self.place(of: path, replacing: replacing)
        self.path = path
        self.replacing = replacing
        part = path + ".part"
        descriptor = try Self.opened(part)
    }

    /// Where it gets its name: a link that is replaced leads there.
    private static func place(of path: String, replacing: Bool) throws(Refusal) -> String {
        guard replacing else { return path }
        do throws(PrivateFile.Refusal) { return try PrivateFile.target(of: path) } catch { throw .file(error) }
    }

    private static func opened(_ part: String) throws(Refusal) -> Int32 {
        let made = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if made >= 0 {
            mark_as_part(made)
            guard flock(made, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
                close(made)
                throw .file(.failed(ETXTBSY))
            }
            return made
        }
        guard errno == EEXIST else { throw .file(.failed(errno)) }
        // That of a try before gives way, unless that one still runs, and nothing else does: other programs give files
        // this ending too. What is no file is not waited for.
        let there = open(part, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard there >= 0 else { throw .file(.failed(errno)) }
        do throws(Refusal) { try claim(there, part) } catch {
            close(there)
            throw error
        }
        return there
    }

    /// Makes a file of a try before empty, and this program's alone.
    private static func claim(_ descriptor: Int32, _ part: String) throws(Refusal) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { throw .file(.failed(ETXTBSY)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(.failed(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG, is_marked_as_part(descriptor) != 0 else {
            throw .partIsTaken(path: part)
        }
        guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else { throw .file(.failed(errno)) }
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
                unmark_as_part(descriptor)
                return
            }
            guard errno != EEXIST else { throw .exists }
            // File systems without second names.
            guard access(path, F_OK) != 0 else { throw .exists }
        }
        guard rename(part, path) == 0 else { throw .failed(errno) }
        unmark_as_part(descriptor)
    }

    /// Removes it, with what is in it; a second time does nothing.
    func discard() {
        guard isOpen else { return }
        unlink(part)
        close(descriptor)
        isOpen = false
    }
}
