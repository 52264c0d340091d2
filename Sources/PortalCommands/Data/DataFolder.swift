import Foundation
import Glibc
import PortalModel

/// The folder that data is fetched into. All below it is reached from its descriptor, step by step and through no link,
/// whatever is done to the paths meanwhile.
final class DataFolder: Sendable {
    let path: String
    private let descriptor: Int32

    /// Why something of a folder cannot be used.
    struct Fault: Error, Equatable {
        /// The system's number.
        var code: Int32
        /// Below the folder; empty for the folder itself.
        var name: String
    }

    /// Where a dataset's data goes when nothing is said of it: beside where the program was started.
    static func usual(for dataset: String) -> String { "data-" + PrivateFile.safe(dataset) }

    /// - Parameter creating: makes it where it is not there, for the person alone.
    init(_ path: String, creating: Bool) throws(Fault) {
        self.path = path
        if creating, mkdir(path, 0o700) != 0, errno != EEXIST { throw Fault(code: errno, name: "") }
        descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Fault(code: errno, name: "") }
    }

    deinit { close(descriptor) }

    /// Keeps other runs of this program out of it, until this one ends. Where the file system knows no locks nobody is.
    func claim() throws(Fault) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            throw Fault(code: EWOULDBLOCK, name: "")
        }
    }

    /// One that is fetched into, made where it is not there, and kept from other runs of this program.
    static func claimed(_ path: String) throws(CommandFailure) -> DataFolder {
        do throws(Fault) {
            let folder = try DataFolder(path, creating: true)
            try folder.claim()
            return folder
        } catch {
            guard error.code != EWOULDBLOCK else { throw CommandFailure(FetchWords.folderInUse(path: path)) }
            throw CommandFailure(FileWords.refused(.failed(error.code), path: path))
        }
    }

    /// How many bytes may still be written there; nil where the file system does not say.
    var room: UInt64? {
        var status = statvfs()
        guard fstatvfs(descriptor, &status) == 0, status.f_blocks > 0 else { return nil }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize)
    }

    /// The folder that a file lies in.
    ///
    /// - Returns: a descriptor that its user closes.
    func parent(of place: LocalPath, creating: Bool) throws(Fault) -> Int32 {
        var current = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard current >= 0 else { throw Fault(code: errno, name: "") }
        for part in place.parts.dropLast() {
            if creating, mkdirat(current, part, 0o700) != 0, errno != EEXIST {
                let code = errno
                close(current)
                throw Fault(code: code, name: place.text)
            }
            let next = openat(current, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let code = errno
            close(current)
            guard next >= 0 else { throw Fault(code: code, name: place.text) }
            current = next
        }
        return current
    }

    /// Opens a file to be read.
    ///
    /// - Returns: a descriptor that its user closes, and the file's size in bytes.
    func open(_ place: LocalPath) throws(Fault) -> (descriptor: Int32, size: UInt64) {
        let folder = try parent(of: place, creating: false)
        defer { close(folder) }
        let file = openat(folder, place.parts.last ?? "", O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw Fault(code: errno, name: place.text) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw Fault(code: EINVAL, name: place.text)
        }
        return (file, UInt64(status.st_size))
    }

    // MARK: - What is remembered

    /// What was fetched into it; nil where nothing was.
    func record() throws -> FetchedFolder? {
        let file: (descriptor: Int32, size: UInt64)
        let place = LocalPath(trusted: [FetchedFolder.name])
        do throws(Fault) { file = try open(place) } catch {
            guard error.code != ENOENT else { return nil }
            throw error
        }
        let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: true)
        guard file.size < 1 << 30, let data = try handle.readToEnd(), let record = FetchedFolder(lines: data) else {
            throw Fault(code: EBADMSG, name: FetchedFolder.name)
        }
        return record
    }

    /// Writes all of it anew.
    func keep(_ record: FetchedFolder) throws(Fault) {
        let part = FetchedFolder.name + ".part"
        unlinkat(descriptor, part, 0)
        let file = openat(descriptor, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Fault(code: errno, name: FetchedFolder.name) }
        defer { close(file) }
        let outcome = record.lines.withUnsafeBytes { TerminalWriter(descriptor: file).write(data: $0) }
        if case .failed(let code) = outcome {
            unlinkat(descriptor, part, 0)
            throw Fault(code: code, name: FetchedFolder.name)
        }
        guard fsync(file) == 0 || errno == EINVAL, renameat(descriptor, part, descriptor, FetchedFolder.name) == 0
        else {
            throw Fault(code: errno, name: FetchedFolder.name)
        }
    }

    /// Adds a line.
    func append(_ line: Data) throws(Fault) {
        let flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        let file = openat(descriptor, FetchedFolder.name, flags)
        guard file >= 0 else { throw Fault(code: errno, name: FetchedFolder.name) }
        defer { close(file) }
        let outcome = line.withUnsafeBytes { TerminalWriter(descriptor: file).write(data: $0) }
        if case .failed(let code) = outcome { throw Fault(code: code, name: FetchedFolder.name) }
        guard fsync(file) == 0 || errno == EINVAL else { throw Fault(code: errno, name: FetchedFolder.name) }
    }
}
