import FoundationEssentials
import Glibc
import PortalDomain

/// A call to the operating system that failed, with its path.
struct TokenFileFailure: Error, Hashable {
    let reason: TokenReason

    init(_ reason: TokenReason) { self.reason = reason }

    init(_ path: String, errno code: CInt = errno) {
        reason = code == ELOOP ? .isLink(path: path) : .system(path: path, words: Self.words(code))
    }

    private static func words(_ code: CInt) -> String { String(cString: strerror(code)) }
}

/// An open file, closed with its last use.
struct Descriptor: ~Copyable {
    let number: CInt

    init?(_ number: CInt) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { close(number) }
}

/// A directory for secrets: 0700 and the user's own. Files in it are reached through it, never by their path, so that
/// nobody can put something else in the way between two calls.
struct PrivateDirectory: ~Copyable {
    let path: String
    private let descriptor: Descriptor

    /// Opens the directory, and creates it and those above it where they are missing.
    ///
    /// Opening also makes an NFS client ask its server what the directory holds now.
    init(_ path: String) throws(TokenFileFailure) {
        try Self.create(path)
        try self.init(existing: path)
    }

    /// The directory if it is there.
    static func ifThere(_ path: String) throws(TokenFileFailure) -> PrivateDirectory? {
        var status = stat()
        return lstat(path, &status) == 0 ? try PrivateDirectory(existing: path) : nil
    }

    private init(existing path: String) throws(TokenFileFailure) {
        self.path = path
        guard let descriptor = Descriptor(open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)) else {
            throw TokenFileFailure(path)
        }
        var status = stat()
        guard fstat(descriptor.number, &status) == 0 else { throw TokenFileFailure(path) }
        guard status.st_uid == geteuid() else {
            throw TokenFileFailure(.ofAnotherUser(path: path))
        }
        if status.st_mode & 0o077 != 0, fchmod(descriptor.number, 0o700) != 0 { throw TokenFileFailure(path) }
        self.descriptor = descriptor
    }

    private static func create(_ path: String) throws(TokenFileFailure) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw TokenFileFailure(path)
        }
        try create(String(path[..<slash]))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw TokenFileFailure(path) }
    }

    /// The contents of a file, or nil when there is none. What others could read is closed to them on the way.
    func read(_ name: String) throws(TokenFileFailure) -> Data? {
        guard let file = Descriptor(openat(descriptor.number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)) else {
            if errno == ENOENT { return nil }
            throw TokenFileFailure("\(path)/\(name)")
        }
        var status = stat()
        guard fstat(file.number, &status) == 0 else { throw TokenFileFailure("\(path)/\(name)") }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
            throw TokenFileFailure(.noFile(path: "\(path)/\(name)"))
        }
        if status.st_mode & 0o077 != 0 { fchmod(file.number, 0o600) }
        return try contents(of: file, name)
    }

    private func contents(of file: borrowing Descriptor, _ name: String) throws(TokenFileFailure) -> Data {
        var contents = Data()
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = Glibc.read(file.number, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw TokenFileFailure("\(path)/\(name)") }
            guard count > 0, contents.count < 1024 * 1024 else { return contents }
            contents.append(contentsOf: buffer.prefix(count))
        }
    }

    /// Puts `contents` in the place of the file as a whole, 0600, and on the disk before it returns: a refresh token
    /// that the service has just replaced exists nowhere else.
    func replace(_ name: String, with contents: Data) throws(TokenFileFailure) {
        removeLeftovers(of: name)
        let temporary = "\(name).\(getpid())-\(UInt32.random(in: 0 ... .max))"
        do throws(TokenFileFailure) {
            try write(contents, to: temporary)
            guard renameat(descriptor.number, temporary, descriptor.number, name) == 0 else {
                throw TokenFileFailure("\(path)/\(name)")
            }
        } catch {
            unlinkat(descriptor.number, temporary, 0)
            throw error
        }
        // The name too. Some network file systems cannot, and have done so already.
        fsync(descriptor.number)
    }

    /// What a program that was killed while it wrote has left: it holds what the file itself does.
    private func removeLeftovers(of name: String) {
        // An own descriptor, since closing the listing closes it.
        let listed = openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard listed >= 0 else { return }
        guard let listing = fdopendir(listed) else {
            close(listed)
            return
        }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let found = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let rest = found.wholeMatch(of: #/(.+)\.[0-9]+-[0-9]+/#), rest.1 == name else { continue }
            // Another program may be writing just now, perhaps on another machine.
            if let age = age(of: found, now: Date()), age > Self.longestWrite { unlinkat(descriptor.number, found, 0) }
        }
    }

    /// In seconds; after so long nobody writes any more.
    private static let longestWrite: TimeInterval = 60

    private func write(_ contents: Data, to name: String) throws(TokenFileFailure) {
        guard let file = create(name) else { throw TokenFileFailure("\(path)/\(name)") }
        var rest = Array(contents)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file.number, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw TokenFileFailure("\(path)/\(name)") }
            rest = rest.dropFirst(count)
        }
        guard fsync(file.number) == 0 else { throw TokenFileFailure("\(path)/\(name)") }
    }

    /// A new file of that name, or nil with `errno` set.
    func create(_ name: String) -> Descriptor? {
        Descriptor(openat(descriptor.number, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600))
    }

    /// The file of that name, made where it is missing, or nil with `errno` set.
    func openOrCreate(_ name: String) -> Descriptor? {
        Descriptor(openat(descriptor.number, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600))
    }

    /// Seconds since the file was written, by the file server's clock where both are its; nil when there is none.
    func age(of name: String, now: Date) -> TimeInterval? {
        var status = stat()
        guard fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return now.timeIntervalSince1970 - TimeInterval(status.st_mtim.tv_sec)
    }

    func remove(_ name: String) throws(TokenFileFailure) {
        guard unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT else {
            throw TokenFileFailure("\(path)/\(name)")
        }
    }
}
