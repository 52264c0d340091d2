import Glibc
import PortalModel
import PortalServices
import Synchronization

/// A file below a folder that gets its name when it is whole. Until then it is `NAME.part`.
final class FolderFile: Sendable {
    let place: LocalPath
    let descriptor: Int32
    private let folder: Int32
    private let name: String
    var part: String { name + ".part" }

    /// - Parameter goingOn: keeps what is there from before.
    /// - Throws: `DataFolder.Fault`; EEXIST where the name is taken.
    init(_ place: LocalPath, in folder: DataFolder, goingOn: Bool) throws(DataFolder.Fault) {
        self.place = place
        let name = place.parts.last ?? ""
        self.name = name
        self.folder = try folder.parent(of: place, creating: true)
        do throws(DataFolder.Fault) {
            descriptor = try Self.open(name, place, in: self.folder, goingOn)
        } catch {
            close(self.folder)
            throw error
        }
    }

    private static func open(
        _ name: String, _ place: LocalPath, in folder: Int32, _ goingOn: Bool
    ) throws(DataFolder.Fault) -> Int32 {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 else {
            throw DataFolder.Fault(code: EEXIST, name: place.text)
        }
        let part = name + ".part"
        if goingOn {
            let there = openat(folder, part, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            if there >= 0 {
                // Its owner's own and nobody else's: a second name of it could be anywhere.
                if fstat(there, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
                    status.st_uid == geteuid(), fchmod(there, 0o600) == 0
                {
                    return there
                }
                close(there)
            }
        }
        if unlinkat(folder, part, 0) != 0, errno != ENOENT { throw DataFolder.Fault(code: errno, name: place.text) }
        let made = openat(folder, part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard made >= 0 else { throw DataFolder.Fault(code: errno, name: place.text) }
        return made
    }

    deinit {
        close(descriptor)
        close(folder)
    }

    private var fault: DataFolder.Fault { DataFolder.Fault(code: errno, name: place.text) }

    /// In bytes.
    var size: UInt64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? UInt64(status.st_size) : 0
    }

    /// Throws away what is behind a place, where the next bytes go to.
    func cut(at size: UInt64) throws(DataFolder.Fault) {
        guard let offset = off_t(exactly: size), ftruncate(descriptor, offset) == 0 else { throw fault }
        try move(to: size)
    }

    func move(to place: UInt64) throws(DataFolder.Fault) {
        guard let offset = off_t(exactly: place), lseek(descriptor, offset, SEEK_SET) >= 0 else { throw fault }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(DataFolder.Fault) {
        if case .failed(let code) = TerminalWriter(descriptor: descriptor).write(data: bytes) {
            throw DataFolder.Fault(code: code, name: place.text)
        }
    }

    /// Gives it its name, when all of it is on the disk; never over what came there meanwhile.
    func finish() throws(DataFolder.Fault) {
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw fault }
        if linkat(folder, part, folder, name, 0) == 0 {
            unlinkat(folder, part, 0)
            return
        }
        // File systems without second names.
        guard errno != EEXIST, faccessat(folder, name, F_OK, 0) != 0, renameat(folder, part, folder, name) == 0 else {
            throw fault
        }
    }

    /// Removes what did not become whole.
    func discard() { unlinkat(folder, part, 0) }
}

/// The body of a file of Crypt4GH, behind its header.
final class BodySink: ContentSink {
    private let file: FolderFile
    private let headerSize: UInt64
    private let count: Mutex<UInt64>
    private let progress: @Sendable (UInt64) -> Void

    /// - Parameters:
    ///   - header: takes the place of the one before, which is as long.
    ///   - progress: told how much of the body is there.
    init(
        _ file: FolderFile, behind header: some Collection<UInt8>, progress: @escaping @Sendable (UInt64) -> Void
    ) throws(DataFolder.Fault) {
        self.file = file
        self.progress = progress
        headerSize = UInt64(header.count)
        let there = file.size
        try file.move(to: 0)
        let bytes = Array(header)
        var outcome = Result<Void, DataFolder.Fault>.success(())
        bytes.withUnsafeBytes { bytes in
            outcome = Result { () throws(DataFolder.Fault) in try file.write(bytes) }
        }
        try outcome.get()
        count = Mutex(there > headerSize ? there - headerSize : 0)
        try file.move(to: max(there, headerSize))
    }

    var position: UInt64 { count.withLock { $0 } }

    func take(_ bytes: UnsafeRawBufferPointer) throws {
        try file.write(bytes)
        progress(
            count.withLock { count in
                count += UInt64(bytes.count)
                return count
            })
    }

    func restart() throws {
        try file.cut(at: headerSize)
        count.withLock { $0 = 0 }
    }
}
