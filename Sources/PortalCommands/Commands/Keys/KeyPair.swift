import Crypt4GH
import Glibc
import PortalModel
import SecretMemory

/// Makes the two files of a key. None takes another's place.
struct KeyPair {
    let places: KeyPlaces

    /// - Throws: where a file is there already; nobody has been asked for anything then.
    func requireFree() throws(CommandFailure) {
        for path in [places.secret, places.publicKey] {
            var status = stat()
            guard lstat(path, &status) != 0 else { throw CommandFailure(KeyWords.isThere(path: path)) }
        }
    }

    func write(_ key: SecretKey, _ passphrase: SecretBytes?, comment: String?) throws(CommandFailure) {
        let text = try Self.text(of: key, passphrase, comment: comment.map { Array($0.utf8) }, places.secret)
        try makeFolder()
        try Self.create(places.secret, mode: 0o400, text)
        var publicText = Array(key.publicKey.fileText.utf8)
        do throws(CommandFailure) {
            try Self.create(places.publicKey, mode: 0o644, SecretBytes(taking: &publicText))
        } catch {
            // Half a pair is none, and nobody has used it yet.
            unlink(places.secret)
            throw error
        }
    }

    static func text(
        of key: SecretKey, _ passphrase: SecretBytes?, comment: [UInt8]?, _ path: String
    ) throws(CommandFailure) -> SecretBytes {
        do throws(KeyFault) {
            return try SecretKeyFile.text(of: key, passphrase: passphrase, comment: comment)
        } catch { throw CommandFailure(error, path) }
    }

    /// The folder of the keys, which is the person's alone; no other is made.
    private func makeFolder() throws(CommandFailure) {
        guard let folder = try? KeyPlaces.folder(), places.secret.hasPrefix(folder + "/") else { return }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Self.failure(errno, folder) }
    }

    static func create(_ path: String, mode: mode_t, _ text: SecretBytes) throws(CommandFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? CommandFailure(KeyWords.isThere(path: path)) : failure(errno, path)
        }
        var isWritten = TerminalWriter(descriptor: descriptor).write(secret: text)
        // Not by the umask alone, which may leave a key open or a public one shut. Where the file system has no such
        // rights that is so for all that lies there.
        if isWritten, fchmod(descriptor, mode) != 0 { isWritten = errno == EPERM || errno == EOPNOTSUPP }
        if isWritten { isWritten = fsync(descriptor) == 0 || errno == EINVAL }
        let code = errno
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed else {
            unlink(path)
            throw failure(isWritten ? errno : code, path)
        }
    }

    /// Puts a new text in the place of a key's file, as a whole, with the rights that it has.
    static func replace(_ path: String, _ text: SecretBytes) throws(CommandFailure) {
        // A link stays one: the file that it leads to changes.
        guard let resolved = realpath(path, nil) else { throw failure(errno, path) }
        defer { free(resolved) }
        let target = String(cString: resolved)
        var status = stat()
        guard stat(target, &status) == 0 else { throw failure(errno, path) }
        let temporary = "\(target).\(getpid())-\(UInt32.random(in: 0 ... .max))"
        try create(temporary, mode: status.st_mode & 0o700, text)
        guard rename(temporary, target) == 0 else {
            let code = errno
            unlink(temporary)
            throw failure(code, path)
        }
    }

    private static func failure(_ code: Int32, _ path: String) -> CommandFailure {
        CommandFailure(FileWords.notWritten(.failed(code), path: path))
    }
}

extension TerminalWriter {
    /// - Returns: whether all of it was written; `errno` says why not.
    fileprivate func write(secret: SecretBytes) -> Bool {
        secret.withBytes { write(data: $0) } == .written
    }
}
