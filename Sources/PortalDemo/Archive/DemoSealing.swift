import CSodium

/// Crypt4GH as an archive writes it, made here from the specification and shared with nobody: `portal` reads with
/// code of its own, so that one mistake cannot hide in both.
///
///     crypt4gh | u32 1 | u32 1 | u32 108 | u32 0 | writer's public key | nonce | sealed: u32 0, u32 0, data key | code
///
/// A body is segments of nonce, up to 65,536 sealed bytes and code. All numbers are little-endian.
enum DemoSealing {
    static let segment = 65_536
    /// What a segment takes besides.
    static let overhead = Int(
        crypto_aead_chacha20poly1305_ietf_npubbytes() + crypto_aead_chacha20poly1305_ietf_abytes())

    /// A header for one reader, by a writer's key that is made and thrown away: other bytes each time.
    ///
    /// - Returns: nil for a key that keeps nothing secret.
    static func header(for reader: [UInt8], dataKey: [UInt8]) -> [UInt8]? {
        var writer = [UInt8](repeating: 0, count: 32)
        var secret = [UInt8](repeating: 0, count: 32)
        crypto_kx_keypair(&writer, &secret)
        var unused = [UInt8](repeating: 0, count: 32)
        var shared = [UInt8](repeating: 0, count: 32)
        // The first half of BLAKE2b over shared point, reader's key and writer's: what a server sends to a client with.
        guard crypto_kx_server_session_keys(&unused, &shared, writer, secret, reader) == 0 else { return nil }
        var nonce = [UInt8](repeating: 0, count: 12)
        randombytes_buf(&nonce, nonce.count)
        let sealed = seal([UInt8](repeating: 0, count: 8) + dataKey, with: shared, nonce: nonce)
        return Array("crypt4gh".utf8) + [1, 0, 0, 0, 1, 0, 0, 0, 108, 0, 0, 0, 0, 0, 0, 0] + writer + sealed
    }

    /// The body of a file. The same file gives the same bytes whenever it is made, as archived files stay as they are:
    /// its nonces come from its id.
    static func body(of plain: [UInt8], id: String, dataKey: [UInt8]) -> [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(plain.count + (plain.count / segment + 1) * overhead)
        for (number, start) in stride(from: 0, to: plain.count, by: segment).enumerated() {
            let nonce = hash(Array("nonce \(number) of \(id)".utf8), length: 16).prefix(12)
            body += seal(Array(plain[start..<min(start + segment, plain.count)]), with: dataKey, nonce: Array(nonce))
        }
        return body
    }

    private static func seal(_ plain: [UInt8], with key: [UInt8], nonce: [UInt8]) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: plain.count + Int(crypto_aead_chacha20poly1305_ietf_abytes()))
        _ = crypto_aead_chacha20poly1305_ietf_encrypt(
            &sealed, nil, plain, UInt64(plain.count), nil, 0, nil, nonce, key)
        return nonce + sealed
    }

    /// BLAKE2b.
    static func hash(_ bytes: [UInt8], length: Int, key: [UInt8] = []) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: length)
        crypto_generichash(&output, length, bytes, UInt64(bytes.count), key, key.count)
        return output
    }

    /// SHA-256 in hexadecimal digits.
    static func sha256(_ bytes: [UInt8]) -> String {
        var output = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256(&output, bytes, UInt64(bytes.count))
        return hexadecimal(output)
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
