import CSodium
import SecretMemory

/// A secret key as it is kept in a file (Crypt4GH's key format):
///
///     c4gh-v1 | derivation | options, unless it is none | cipher | key | comment, if any
///
/// each a text with its length before it (u16, big-endian). The options are the rounds (u32, big-endian) and a salt.
package struct SecretKeyFile: Sendable {
    static let magic = Array("c4gh-v1".utf8)
    static let label = "CRYPT4GH PRIVATE KEY"
    private static let cipher = "chacha20_poly1305"
    /// A key takes a few hundred bytes; more is read of nothing.
    package static let largest = 64 << 10

    /// Where a passphrase is needed, and how it becomes a key.
    private enum Lock: Sendable {
        case none
        case by(KeyDerivation, rounds: UInt32, salt: [UInt8])
        case unknown(String)
    }

    private let lock: Lock
    /// The key, sealed where there is a lock.
    private let content: SecretBytes
    package let comment: [UInt8]?

    /// Whether it opens with a passphrase alone.
    package var isLocked: Bool { if case .none = lock { false } else { true } }

    /// What a passphrase becomes a key by, in the format's own word.
    package var derivation: String {
        switch lock {
        case .none: "none"
        case .by(let derivation, _, _): derivation.rawValue
        case .unknown(let name): name
        }
    }

    /// - Throws: `.unknownDerivation` where no passphrase helps.
    package func requireKnownLock() throws(KeyFault) {
        if case .unknown(let name) = lock { throw .unknownDerivation(name) }
    }

    /// - Parameter text: the file. What was decoded of it is wiped; the text is its reader's to wipe.
    package init(text: [UInt8]) throws(KeyFault) {
        guard let (label, bytes) = PEM.read(text) else {
            throw text.withoutMark.starts(with: "-----BEGIN ".utf8) ? .damaged : .notAKey
        }
        self = try bytes.withBytes { bytes throws(KeyFault) in
            if bytes.starts(with: OpenSSHKey.magic) {
                return SecretKeyFile(lock: .none, content: try OpenSSHKey.secretKey(bytes), comment: nil)
            }
            guard bytes.starts(with: Self.magic) else {
                throw label.contains("PUBLIC") ? .isPublic : label == Self.label ? .damaged : .notAKey
            }
            return try Self.read(UnsafeRawBufferPointer(rebasing: bytes[Self.magic.count...]))
        }
    }

    private init(lock: Lock, content: SecretBytes, comment: [UInt8]?) {
        self.lock = lock
        self.content = content
        self.comment = comment
    }

    private static func read(_ bytes: UnsafeRawBufferPointer) throws(KeyFault) -> SecretKeyFile {
        var cursor = ByteCursor(bytes)
        func next() throws(KeyFault) -> UnsafeRawBufferPointer {
            guard let count = cursor.bigEndian(UInt16.self), let text = cursor.take(Int(count)) else { throw .damaged }
            return text
        }
        let name = String(decoding: try next(), as: UTF8.self)
        var lock = Lock.none
        if name != "none" {
            var options = ByteCursor(try next())
            guard let rounds = options.bigEndian(UInt32.self) else { throw .damaged }
            let salt = Array(options.rest)
            lock = KeyDerivation(rawValue: name).map { .by($0, rounds: rounds, salt: salt) } ?? .unknown(name)
        }
        let cipher = String(decoding: try next(), as: UTF8.self)
        let content = SecretBytes(copying: try next())
        guard cipher == Self.cipher || cipher == "none" else { throw .unknownCipher(cipher) }
        // A key that lies open needs no passphrase, and one that is sealed needs one.
        guard (cipher == "none") == (name == "none") else { throw .damaged }
        let comment = cursor.rest.isEmpty ? nil : Array(try next())
        return SecretKeyFile(lock: lock, content: content, comment: comment)
    }

    /// - Parameter passphrase: not looked at where none is needed.
    package func open(_ passphrase: SecretBytes?) throws(KeyFault) -> SecretKey {
        let bytes: SecretBytes
        switch lock {
        case .none: bytes = content
        case .unknown(let name): throw .unknownDerivation(name)
        case .by(let derivation, let rounds, let salt):
            guard content.count == SecretKey.size + Sealing.overhead else { throw .damaged }
            guard let passphrase else { throw .isLocked }
            let key = try derivation.key(from: passphrase, salt: salt, rounds: rounds)
            bytes = SecretBytes(count: SecretKey.size)
            let count = content.withBytes { Sealing.open($0, with: key, into: bytes.bytes) }
            guard count == SecretKey.size else { throw .wrongPassphrase }
        }
        guard let key = SecretKey(bytes) else { throw .damaged }
        return key
    }

    /// A key as the text of a file.
    ///
    /// - Parameters:
    ///   - passphrase: nil leaves the key open to whoever can read the file.
    ///   - comment: at most 65,535 bytes; more is cut.
    package static func text(
        of key: SecretKey, passphrase: SecretBytes?, comment: [UInt8]? = nil
    ) throws(KeyFault) -> SecretBytes {
        var bytes = magic
        func add(_ text: some Collection<UInt8>) { bytes += UInt16(text.count).bigEndianBytes + text }
        let content: SecretBytes
        if let passphrase {
            guard passphrase.count > 0 else { throw .emptyPassphrase }
            var salt = [UInt8](repeating: 0, count: KeyDerivation.salt)
            randombytes_buf(&salt, salt.count)
            let derived = try KeyDerivation.scrypt.key(from: passphrase, salt: salt, rounds: 0)
            content = SecretBytes(count: SecretKey.size + Sealing.overhead)
            key.bytes.withBytes { Sealing.seal($0, with: derived, into: content.bytes) }
            add(KeyDerivation.scrypt.rawValue.utf8)
            add(UInt32(0).bigEndianBytes + salt)
            add(cipher.utf8)
        } else {
            content = key.bytes
            add("none".utf8)
            add("none".utf8)
        }
        // The key itself never lies in an array, of which copies could stay behind.
        let tail = comment.map { UInt16(clamping: $0.count).bigEndianBytes + $0.prefix(Int(UInt16.max)) } ?? []
        let length = UInt16(content.count).bigEndianBytes
        let whole = SecretBytes(count: bytes.count + 2 + content.count + tail.count)
        whole.withMutableBytes { output in
            output.copyBytes(from: bytes + length)
            let start = bytes.count + 2
            content.withBytes { UnsafeMutableRawBufferPointer(rebasing: output[start...]).copyMemory(from: $0) }
            UnsafeMutableRawBufferPointer(rebasing: output[(start + content.count)...]).copyBytes(from: tail)
        }
        return PEM.written(whole, label: label)
    }
}
