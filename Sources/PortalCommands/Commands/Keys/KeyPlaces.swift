import Crypt4GH
import Foundation
import Glibc
import PortalModel
import SecretMemory

/// Where a person's keys of Crypt4GH are: as the reference implementation has it, `~/.c4gh/key` with `key.pub` beside it,
/// or what `C4GH_SECRET_KEY` and `C4GH_PUBLIC_KEY` name.
struct KeyPlaces {
    let secret: String
    let publicKey: String

    /// - Parameter given: the secret key's file, where one is named. Its public key is beside it then.
    init(_ given: String?, _ environment: Environment = .current) throws(CommandFailure) {
        if let given {
            secret = HomePath.expanded(given, home: environment.home)
            publicKey = secret + ".pub"
            return
        }
        if let named = environment["C4GH_SECRET_KEY"] {
            secret = HomePath.expanded(named, home: environment.home)
        } else {
            secret = try Self.folder(environment) + "/key"
        }
        publicKey =
            environment["C4GH_PUBLIC_KEY"].map { HomePath.expanded($0, home: environment.home) } ?? secret + ".pub"
    }

    static func folder(_ environment: Environment = .current) throws(CommandFailure) -> String {
        guard let home = environment.home else { throw CommandFailure(KeyWords.noHome) }
        return home + "/.c4gh"
    }

    // MARK: - Reading

    /// What a file holds, at most `SecretKeyFile.largest` bytes of it.
    static func text(of path: String) throws(CommandFailure) -> (bytes: [UInt8], isReadableByOthers: Bool) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? CommandFailure(KeyWords.notThere(path: path), .notFound)
                : CommandFailure(FileWords.refused(.failed(errno), path: path))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw CommandFailure(FileWords.refused(.failed(errno), path: path))
        }
        var bytes = [UInt8](repeating: 0, count: SecretKeyFile.largest + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw CommandFailure(FileWords.refused(.failed(errno), path: path)) }
            if got == 0 { break }
            count += got
        }
        guard count <= SecretKeyFile.largest else { throw CommandFailure(KeyWords.fault(.notAKey, path: path)) }
        bytes.removeLast(bytes.count - count)
        return (bytes, status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o077 != 0)
    }

    /// A secret key's file, not opened yet.
    ///
    /// - Throws: also where others could take the key.
    static func secretFile(_ path: String) throws(CommandFailure) -> SecretKeyFile {
        var (bytes, isReadableByOthers) = try text(of: path)
        defer { SecretBytes.wipe(&bytes) }
        let file: SecretKeyFile
        do throws(KeyFault) { file = try SecretKeyFile(text: bytes) } catch { throw CommandFailure(error, path) }
        guard file.isLocked || !isReadableByOthers else {
            throw CommandFailure(ConfigurationWords.readableByOthers(path: path))
        }
        return file
    }

    /// A secret key, for which somebody may be asked.
    static func open(_ path: String, _ passphrase: PassphraseOptions) throws(CommandFailure) -> SecretKey {
        let file = try secretFile(path)
        guard file.isLocked else {
            do throws(KeyFault) { return try file.open(nil) } catch { throw CommandFailure(error, path) }
        }
        // Nobody is asked for what does not help.
        do throws(KeyFault) { try file.requireKnownLock() } catch { throw CommandFailure(error, path) }
        return try passphrase.open(path) { typed throws(KeyFault) in try file.open(typed) }
    }

    /// The person's own public key, to be offered in forms; nil where there is none that can be read.
    var dataKey: DataKey? {
        guard let key = try? Self.publicKey(in: publicKey) else { return nil }
        return DataKey(line: key.line, text: key.fileText)
    }

    static func publicKey(in path: String) throws(CommandFailure) -> PublicKey {
        let text = try text(of: path).bytes
        do throws(KeyFault) { return try PublicKey(text: text) } catch { throw CommandFailure(error, path) }
    }
}
