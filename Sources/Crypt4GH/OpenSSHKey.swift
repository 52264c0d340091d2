import CSodium
import SecretMemory

/// Keys of OpenSSH of the kind ed25519, which have the same curve in another form: read, as the reference implementation
/// does, and never made.
enum OpenSSHKey {
    static let magic = Array("openssh-key-v1\0".utf8)
    private static let kind = "ssh-ed25519"

    /// - Parameter blob: base64, the second word of the line.
    static func publicKey(kind: String, _ blob: ArraySlice<UInt8>?) throws(KeyFault) -> PublicKey {
        guard kind == Self.kind else { throw .unknownSSHKind(kind) }
        var text = Array(blob ?? [])
        guard let bytes = PEM.decoded(&text) else { throw .damaged }
        let signing = bytes.withBytes { bytes -> [UInt8]? in
            var cursor = ByteCursor(bytes)
            guard let name = string(&cursor), name.elementsEqual(Self.kind.utf8), let key = string(&cursor),
                key.count == 32
            else { return nil }
            return Array(key)
        }
        guard let signing else { throw .damaged }
        var point = [UInt8](repeating: 0, count: PublicKey.size)
        guard crypto_sign_ed25519_pk_to_curve25519(&point, signing) == 0, let key = PublicKey(point) else {
            throw .damaged
        }
        return key
    }

    /// The secret key of a file that no passphrase locks.
    ///
    /// - Throws: `.unknownDerivation` for one that is locked: OpenSSH does that by bcrypt.
    static func secretKey(_ bytes: UnsafeRawBufferPointer) throws(KeyFault) -> SecretBytes {
        var cursor = ByteCursor(UnsafeRawBufferPointer(rebasing: bytes[magic.count...]))
        guard string(&cursor) != nil, let derivation = string(&cursor), string(&cursor) != nil,
            let keys = cursor.bigEndian(UInt32.self), keys == 1, string(&cursor) != nil, let content = string(&cursor)
        else { throw .damaged }
        guard derivation.elementsEqual("none".utf8) else {
            throw .unknownDerivation(String(decoding: derivation, as: UTF8.self))
        }
        var inner = ByteCursor(content)
        guard let first = inner.bigEndian(UInt32.self), let second = inner.bigEndian(UInt32.self), first == second,
            let kind = string(&inner)
        else { throw .damaged }
        guard kind.elementsEqual(Self.kind.utf8) else {
            throw .unknownSSHKind(String(decoding: kind, as: UTF8.self))
        }
        guard string(&inner) != nil, let pair = string(&inner), pair.count == 64 else { throw .damaged }
        let signing = SecretBytes(copying: pair)
        let secret = SecretBytes(count: SecretKey.size)
        guard crypto_sign_ed25519_sk_to_curve25519(secret.bytes, signing.bytes) == 0 else { throw .damaged }
        return secret
    }

    /// With its length before it (u32, big-endian: RFC 4251, 5).
    private static func string(_ cursor: inout ByteCursor) -> UnsafeRawBufferPointer? {
        cursor.bigEndian(UInt32.self).flatMap { cursor.take(Int($0)) }
    }
}
