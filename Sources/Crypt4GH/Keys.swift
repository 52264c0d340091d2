import CSodium
import SecretMemory

/// What others encrypt for: a point of Curve25519 (RFC 7748).
package struct PublicKey: Hashable, Sendable {
    package static let size = 32
    package let bytes: [UInt8]

    /// - Returns: nil unless there are 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }
}

/// What is encrypted for somebody is opened with.
package struct SecretKey: Sendable {
    package static let size = 32
    package let bytes: SecretBytes
    package let publicKey: PublicKey

    /// - Returns: nil unless there are 32 bytes.
    package init?(_ bytes: SecretBytes) {
        guard bytes.count == Self.size else { return nil }
        var point = [UInt8](repeating: 0, count: PublicKey.size)
        crypto_scalarmult_base(&point, bytes.bytes)
        guard let publicKey = PublicKey(point) else { return nil }
        self.bytes = bytes
        self.publicKey = publicKey
    }

    /// A new one, by chance.
    package static func new() -> SecretKey {
        // 32 bytes, which are all that is asked of one.
        while true { if let key = SecretKey(SecretBytes(random: size)) { return key } }
    }
}

/// What both ends of a header's packet come to by their own secret and the other's public key: the first half of
/// BLAKE2b-512 over the shared point, the reader's key and the writer's (Crypt4GH, "X25519_chacha20_ietf_poly1305").
struct SharedKey {
    let bytes: SecretBytes

    enum Role { case reader, writer }

    /// - Returns: nil for a public key that gives everybody the same point.
    init?(_ own: SecretKey, _ role: Role, with other: PublicKey) {
        let point = SecretBytes(count: 32)
        guard crypto_scalarmult(point.bytes, own.bytes.bytes, other.bytes) == 0 else { return nil }
        let (reader, writer) = role == .reader ? (own.publicKey, other) : (other, own.publicKey)
        let input = SecretBytes(count: 96)
        input.withMutableBytes { input in
            point.withBytes { input.copyMemory(from: $0) }
            UnsafeMutableRawBufferPointer(rebasing: input[32..<64]).copyBytes(from: reader.bytes)
            UnsafeMutableRawBufferPointer(rebasing: input[64..<96]).copyBytes(from: writer.bytes)
        }
        let hash = SecretBytes(count: 64)
        crypto_generichash(hash.bytes, 64, input.bytes, 96, nil, 0)
        bytes = hash.part(0..<32)
    }
}
