import CSodium
import SecretMemory

/// ChaCha20 with Poly1305 (RFC 8439), with the nonce before what is sealed and the authentication code behind it: as
/// headers, segments and key files have it.
enum Sealing {
    static let nonce = 12
    static let code = 16
    /// How much longer something is when it is sealed.
    static let overhead = nonce + code

    /// - Parameters:
    ///   - output: at least as long as what is sealed; may begin where it does.
    ///   - additional: authenticated beside it.
    /// - Returns: how many bytes were in it; nil where the code is not right, or there is no room for one.
    static func open(
        _ sealed: UnsafeRawBufferPointer, with key: SecretBytes, into output: UnsafeMutablePointer<UInt8>,
        additional: [UInt8] = []
    ) -> Int? {
        guard sealed.count >= overhead, let start = sealed.baseAddress?.assumingMemoryBound(to: UInt8.self)
        else { return nil }
        var count: UInt64 = 0
        let status = crypto_aead_chacha20poly1305_ietf_decrypt(
            output, &count, nil, start + nonce, UInt64(sealed.count - nonce), additional, UInt64(additional.count),
            start, key.bytes)
        return status == 0 ? Int(count) : nil
    }

    /// - Parameter output: has room for the overhead too.
    static func seal(
        _ plain: UnsafeRawBufferPointer, with key: SecretBytes, into output: UnsafeMutablePointer<UInt8>,
        additional: [UInt8] = []
    ) {
        randombytes_buf(output, nonce)
        var none: UInt8 = 0
        withUnsafePointer(to: &none) { empty in
            let start = plain.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? empty
            _ = crypto_aead_chacha20poly1305_ietf_encrypt(
                output + nonce, nil, start, UInt64(plain.count), additional, UInt64(additional.count), nil, output,
                key.bytes)
        }
    }
}

extension FixedWidthInteger {
    var littleEndianBytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}

/// Numbers and texts one after the other, out of bytes that somebody else wrote.
struct ByteCursor {
    private(set) var rest: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    /// - Returns: nil where there are fewer.
    mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<count])
    }

    mutating func littleEndian<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        take(MemoryLayout<Number>.size).map { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
    }

    mutating func bigEndian<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        take(MemoryLayout<Number>.size).map { Number(bigEndian: $0.loadUnaligned(as: Number.self)) }
    }
}
