import CSodium
import FoundationEssentials
import SecretMemory

/// Which data key something is sealed with; tells nothing of the key.
package struct KeyID: Hashable, Sendable, Codable, CustomStringConvertible {
    static let count = 8
    let bytes: [UInt8]

    /// Nil unless there are 8.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.count else { return nil }
        self.bytes = Array(bytes)
    }

    /// As 16 hexadecimal digits.
    package var description: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = Array(try container.decode(String.self).utf8)
        let pairs = stride(from: 0, to: text.count - 1, by: 2).compactMap { place in
            UInt8(String(decoding: text[place...place + 1], as: UTF8.self), radix: 16)
        }
        guard text.count == 2 * Self.count, let id = KeyID(pairs) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "16 hexadecimal digits")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The one key that private values are sealed with: 32 random bytes, which are kept in a lock file only as wraps.
///
/// A sealed value is one format byte (1), the key's id (8 bytes), a random nonce (24) and what XChaCha20-Poly1305 made of
/// the value (16 bytes longer). All before it, and the place where the value lies, are authenticated with it.
package struct SealKey: Sendable {
    /// The format of sealed values; no text and no JSON begins with it.
    package static let format: UInt8 = 1
    static let count = 32

    /// 32 bytes.
    package let secret: SecretBytes
    /// Tells the key from others.
    package let id: KeyID

    private static let nonce = 24
    private static let code = 16
    private static let head = 1 + KeyID.count
    static let overhead = head + nonce + code

    /// By chance.
    package static func new() -> SealKey? { SealKey(SecretBytes(random: count)) }

    /// Nil unless there are 32 bytes.
    package init?(_ secret: SecretBytes) {
        guard secret.count == Self.count,
            let id = KeyID(Self.digest(of: Array("portal data key".utf8), keyed: secret, count: KeyID.count))
        else { return nil }
        self.secret = secret
        self.id = id
    }

    /// BLAKE2b of at most 64 bytes.
    static func digest(of bytes: [UInt8], keyed key: SecretBytes? = nil, count: Int) -> [UInt8] {
        let sum = SecretBytes(count: max(count, 16))
        _ = crypto_generichash(sum.bytes, sum.count, bytes, UInt64(bytes.count), key?.bytes, key?.count ?? 0)
        return sum.withBytes { Array($0.prefix(count)) }
    }

    /// Whether something is a sealed value and not what it was before.
    package static func isSealed(_ bytes: Data) -> Bool { bytes.first == format }

    /// The key that a value is sealed with; nil where it is no sealed value of this format.
    package static func id(of sealed: Data) -> KeyID? {
        guard isSealed(sealed), sealed.count >= overhead else { return nil }
        return KeyID(sealed.dropFirst().prefix(KeyID.count))
    }

    /// The value, sealed for one place alone.
    package func seal(_ plain: Data, at place: SealPlace) -> Data {
        let head = [Self.format] + id.bytes
        var sealed = [UInt8](repeating: 0, count: plain.count + Self.overhead)
        let bound = head + place.bytes
        sealed.withUnsafeMutableBufferPointer { output in
            guard let start = output.baseAddress else { return }
            for (place, byte) in head.enumerated() { start[place] = byte }
            let nonce = start + Self.head
            randombytes_buf(nonce, Self.nonce)
            // A pointer to something even where there is nothing to seal.
            Array(plain + [0]).withUnsafeBufferPointer { plainBytes in
                _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                    nonce + Self.nonce, nil, plainBytes.baseAddress, UInt64(plain.count), bound, UInt64(bound.count),
                    nil,
                    nonce, secret.bytes)
            }
        }
        return Data(sealed)
    }

    /// The value that was sealed for this place.
    ///
    /// - Throws: `.damaged` where it was changed, or was sealed for another place.
    package func open(_ sealed: Data, at place: SealPlace) throws(SealFault) -> Data {
        guard let format = sealed.first else { throw .damaged }
        guard format == Self.format else { throw .newerVersion(Int(format)) }
        guard let named = Self.id(of: sealed) else { throw .damaged }
        guard named == id else { throw .otherKey(named) }
        let bytes = Array(sealed)
        let bound = bytes[..<Self.head] + place.bytes
        var plain = [UInt8](repeating: 0, count: max(bytes.count - Self.overhead, 1))
        var count: UInt64 = 0
        let status = bytes.withUnsafeBufferPointer { input -> Int32 in
            guard let start = input.baseAddress else { return -1 }
            let nonce = start + Self.head
            return crypto_aead_xchacha20poly1305_ietf_decrypt(
                &plain, &count, nil, nonce + Self.nonce, UInt64(bytes.count - Self.head - Self.nonce), Array(bound),
                UInt64(bound.count), nonce, secret.bytes)
        }
        guard status == 0 else { throw .damaged }
        return Data(plain.prefix(Int(count)))
    }
}

/// Where a sealed value lies. It opens nowhere else, so that nobody can put one in the place of another.
package struct SealPlace: Hashable, Sendable {
    let parts: [String]

    /// - Parameter version: of what is in the value.
    package init(table: String, column: String, row: String, version: Int = 1) {
        parts = [table, column, row, String(version)]
    }

    init(parts: [String]) { self.parts = parts }

    /// Each part with its length before it: no two places have the same.
    var bytes: [UInt8] {
        parts.flatMap { part in
            let text = Array(part.utf8)
            return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: text.count >> $0) } + text
        }
    }
}
