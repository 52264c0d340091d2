import FoundationEssentials
import Glibc
import SecretMemory

/// A file whose contents open the lock. It has to lie elsewhere than what it opens.
package enum KeyFile {
    /// In bytes: as long as a key at least.
    package static let sizes = 32...65_536

    /// What the file holds; `.poorKeyFile` where that is no key.
    package static func read(_ path: String) throws(SealFault) -> SecretBytes {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(path: path, code: errno) }
        defer { close(descriptor) }
        let contents = SecretBytes(count: sizes.upperBound + 1)
        var count = 0
        while count < contents.count {
            let got = Glibc.read(descriptor, contents.bytes + count, contents.count - count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .system(path: path, code: errno) }
            if got == 0 { break }
            count += got
        }
        guard sizes.contains(count) else { throw .poorKeyFile }
        return contents.part(0..<count)
    }

    /// Makes a file of 32 random bytes in base64, for its owner alone; none takes another's place.
    package static func create(_ path: String) throws(SealFault) {
        let text = SecretBytes(random: SealKey.count).withBytes { Data($0).base64EncodedString() }
        try PrivateFile.create(path, Data("\(text)\n".utf8), mode: 0o400)
    }
}

/// Files that only their owner can read, on the disk before they count.
enum PrivateFile {
    /// A new one; whatever goes wrong, none is left.
    static func create(_ path: String, _ contents: Data, mode: mode_t = 0o600) throws(SealFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw .system(path: path, code: errno) }
        var rest = Array(contents)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        let isKept = rest.isEmpty && fsync(descriptor) == 0
        let code = errno
        let isClosed = close(descriptor) == 0
        guard isKept, isClosed else {
            unlink(path)
            throw .system(path: path, code: isKept ? errno : code)
        }
    }

    /// Puts the contents in the place of the file as a whole, 0600.
    static func replace(_ path: String, with contents: Data) throws(SealFault) {
        let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max))"
        try create(temporary, contents)
        guard rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw .system(path: path, code: code)
        }
        syncFolder(of: path)
    }

    /// The names in it too. Some network file systems cannot, and have done so already.
    static func syncFolder(of path: String) {
        guard let slash = path.lastIndex(of: "/") else { return }
        let folder = open(String(path[...slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
