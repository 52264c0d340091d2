import FoundationEssentials
import Glibc

/// A call to the operating system that failed on a path.
struct FileFailure: Error, Hashable {
    var path: String
    /// `errno` of the call.
    var code: CInt

    init(_ path: String, _ code: CInt = errno) {
        self.path = path
        self.code = code
    }
}

/// Files and folders that only their owner can read.
enum PrivateFiles {
    /// Creates the folder and those above it that are missing, with mode 0700.
    static func makeDirectory(_ path: String) throws(FileFailure) {
        if mkdir(path, 0o700) == 0 { return }
        switch errno {
        case EEXIST:
            var status = stat()
            guard stat(path, &status) == 0 else { throw FileFailure(path) }
            guard status.st_mode & S_IFMT == S_IFDIR else { throw FileFailure(path, ENOTDIR) }
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw FileFailure(path, ENOENT) }
            try makeDirectory(String(path[..<slash]))
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileFailure(path) }
        default:
            throw FileFailure(path)
        }
    }

    /// Takes from others what an older program, a copy or a restored backup let them do.
    static func keepPrivate(_ path: String, mode: mode_t, followsLinks: Bool = false) throws(FileFailure) {
        var status = stat()
        guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { throw FileFailure(path) }
        guard status.st_mode & S_IFMT != S_IFLNK else { throw FileFailure(path, ELOOP) }
        if status.st_mode & 0o077 != 0, chmod(path, mode) != 0 { throw FileFailure(path) }
    }

    /// Creates an empty file with mode 0600 unless there is one: SQLite gives its journals the mode of its database.
    ///
    /// An existing file is not opened: closing it again would drop the locks that SQLite has on it in this process.
    static func createIfMissing(_ path: String) throws(FileFailure) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            Glibc.close(descriptor)
        } else if errno != EEXIST {
            throw FileFailure(path)
        }
    }

    /// Puts `contents` in the place of the file as a whole, with mode 0600.
    /// - Parameter isForced: the contents are on the disk before they take the place of what was there.
    static func replace(_ path: String, with contents: Data, isForced: Bool = false) throws(FileFailure) {
        let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFailure(temporary) }
        do throws(FileFailure) {
            try write(contents, to: descriptor, path: path)
            if isForced, fsync(descriptor) != 0 { throw FileFailure(path) }
        } catch {
            Glibc.close(descriptor)
            unlink(temporary)
            throw error
        }
        guard Glibc.close(descriptor) == 0, rename(temporary, path) == 0 else {
            let failure = FileFailure(path)
            unlink(temporary)
            throw failure
        }
    }

    /// What was written to a file, or which names a folder holds, is on the disk when it returns.
    static func force(_ path: String) throws(FileFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path) }
        defer { Glibc.close(descriptor) }
        // Some file systems know no such thing for folders.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileFailure(path) }
    }

    private static func write(_ contents: Data, to descriptor: CInt, path: String) throws(FileFailure) {
        var written = 0
        while written < contents.count {
            let count = contents.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw FileFailure(path)
            }
        }
    }

    /// Why a folder takes no more, as the code of the call that it refuses; nil when it takes something. Found out by
    /// writing a little into it, which is taken away again.
    static func refusal(in folder: String) -> CInt? {
        let path = "\(folder)/.room-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return errno }
        defer {
            Glibc.close(descriptor)
            unlink(path)
        }
        do throws(FileFailure) {
            // More than a page of a database, which did not fit.
            try write(Data(repeating: 1, count: 65_536), to: descriptor, path: path)
        } catch {
            return error.code
        }
        // A network's file system may refuse only now.
        return fsync(descriptor) == 0 ? nil : errno
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Which file is at a path now, or nil when there is none: tells whether it was replaced since.
    static func identity(_ path: String) -> FileIdentity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
}

/// A file as the operating system tells files apart.
struct FileIdentity: Hashable, Sendable {
    var device: UInt64
    var inode: UInt64
}
