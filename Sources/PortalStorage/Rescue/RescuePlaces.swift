import FoundationEssentials
import Glibc

/// Where drafts are kept that the disk has not taken when the program has to end, as editors keep theirs.
///
/// One copy goes into memory, which has room when a disk has none, and one to where a restart, or the end of the last
/// session of the user (which clears both places in memory on many systems), leaves it.
public struct RescuePlaces: Hashable, Sendable {
    /// Folders in memory, best first. Each is made with mode 0700 where it is missing.
    var inMemory: [String]
    /// Folders on a disk, best first.
    var onDisk: [String]

    public init(inMemory: [String], onDisk: [String]) {
        self.inMemory = inMemory
        self.onDisk = onDisk
    }

    /// `$XDG_RUNTIME_DIR` or else `/dev/shm`; and `$TMPDIR` or else `/tmp`.
    public static func standard(environment: [String: String]) -> RescuePlaces {
        func folder(_ variable: String) -> String? { environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        let name = "portal-\(geteuid())"
        return RescuePlaces(
            inMemory: [folder("XDG_RUNTIME_DIR").map { $0 + "/portal" }, "/dev/shm/\(name)"].compactMap(\.self),
            onDisk: [folder("TMPDIR"), "/tmp"].compactMap { $0.map { "\($0)/\(name)" } })
    }

    var all: [String] { inMemory + onDisk }
}

/// A folder that is this user's alone, reached by an open descriptor: others write into the folders above it, and must not
/// be able to put something in its place.
struct RescueFolder: ~Copyable {
    let path: String
    private let descriptor: CInt

    /// Nil where it cannot be had, or is somebody else's.
    init?(_ path: String, makes: Bool) {
        if makes { mkdir(path, 0o700) }
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0 || fchmod(opened, 0o700) == 0
        else {
            close(opened)
            return nil
        }
        self.path = path
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// Writes a new file with mode 0600. False where it cannot be written as a whole.
    func write(_ contents: Data, to name: String) -> Bool {
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        var written = 0
        while written < contents.count {
            let count = contents.withUnsafeBytes { bytes in
                Glibc.write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = written == contents.count && fsync(file) == 0
        close(file)
        if !isWhole { remove(name) }
        return isWhole
    }

    /// The contents of a plain file of this user's.
    func read(_ name: String) -> Data? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_size <= Self.largest
        else { return nil }
        return FileManager.default.contents(atPath: "/proc/self/fd/\(file)")
    }

    /// Far more than drafts take.
    private static let largest = 256 * 1024 * 1024

    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    func rename(_ name: String, to other: String) { renameat(descriptor, name, descriptor, other) }
}
