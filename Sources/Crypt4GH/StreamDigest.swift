import CSodium
import Crypto

/// A checksum of bytes that come one after the other: SHA-256 or SHA-512, and MD5 for archives that give nothing else.
package final class StreamDigest {
    private enum State {
        case sha256(crypto_hash_sha256_state)
        case sha512(crypto_hash_sha512_state)
        case md5(Insecure.MD5)
    }

    private var state: State
    /// How many bytes were taken.
    package private(set) var count: UInt64 = 0

    /// Those that are known here, best first.
    package static let algorithms = ["sha512", "sha256", weak]
    /// It tells accidents: other bytes of the same one can be made on purpose.
    package static let weak = "md5"

    /// - Parameter algorithm: by its name in small letters without a hyphen.
    /// - Returns: nil for one that is not known.
    package init?(_ algorithm: String) {
        switch algorithm {
        case "sha256":
            var hash = crypto_hash_sha256_state()
            crypto_hash_sha256_init(&hash)
            state = .sha256(hash)
        case "sha512":
            var hash = crypto_hash_sha512_state()
            crypto_hash_sha512_init(&hash)
            state = .sha512(hash)
        case Self.weak: state = .md5(Insecure.MD5())
        default: return nil
        }
    }

    package func take(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        count += UInt64(bytes.count)
        switch state {
        case .sha256(var hash):
            crypto_hash_sha256_update(&hash, start, UInt64(bytes.count))
            state = .sha256(hash)
        case .sha512(var hash):
            crypto_hash_sha512_update(&hash, start, UInt64(bytes.count))
            state = .sha512(hash)
        case .md5(var hash):
            hash.update(bufferPointer: bytes)
            state = .md5(hash)
        }
    }

    /// Of all that was taken so far, in hexadecimal digits, small letters.
    package var digits: String {
        var output: [UInt8]
        switch state {
        case .sha256(var hash):
            output = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
            crypto_hash_sha256_final(&hash, &output)
        case .sha512(var hash):
            output = [UInt8](repeating: 0, count: Int(crypto_hash_sha512_bytes()))
            crypto_hash_sha512_final(&hash, &output)
        case .md5(let hash): output = Array(hash.finalize())
        }
        return output.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
