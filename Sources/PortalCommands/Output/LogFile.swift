import Foundation
import Glibc
import Synchronization

/// Lines that only the user can read. A file that has grown over its limit is put aside as `.1`, the one before as
/// `.2`, and so on up to a number of files.
///
/// Several programs may log into the same file: each line is one write, and whoever finds that another has put the
/// file aside opens the new one.
final class LogFile: Sendable {
    let path: String
    private let largest: Int
    private let kept: Int
    private let descriptor: Mutex<Int32>

    /// Nil when the file cannot be opened.
    init?(path: String, largest: Int, kept: Int) {
        self.path = path
        self.largest = largest
        self.kept = kept
        let opened = Self.open(path)
        guard opened >= 0 else { return nil }
        descriptor = Mutex(opened)
    }

    deinit { descriptor.withLock { _ = close($0) } }

    package func write(_ line: String) {
        // One write a line: appended whole even when two programs log into the file.
        let bytes = Array((line + "\n").utf8)
        descriptor.withLock { descriptor in
            rotate(&descriptor, before: bytes.count)
            _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        }
    }

    private func rotate(_ descriptor: inout Int32, before count: Int) {
        var own = stat()
        guard fstat(descriptor, &own) == 0 else { return }
        var named = stat()
        let isCurrent = stat(path, &named) == 0 && named.st_ino == own.st_ino
        guard !isCurrent || Int(own.st_size) + count > largest else { return }
        // Held by one program at a time, so that a new file is not put aside at once.
        if isCurrent, flock(descriptor, LOCK_EX) == 0 {
            if stat(path, &named) == 0, named.st_ino == own.st_ino { putAside() }
            flock(descriptor, LOCK_UN)
        }
        let new = Self.open(path)
        guard new >= 0 else { return }
        close(descriptor)
        descriptor = new
    }

    private func putAside() {
        guard kept > 0 else {
            unlink(path)
            return
        }
        for number in stride(from: kept - 1, through: 1, by: -1) {
            rename("\(path).\(number)", "\(path).\(number + 1)")
        }
        rename(path, path + ".1")
    }

    private static func open(_ path: String) -> Int32 {
        Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
}
