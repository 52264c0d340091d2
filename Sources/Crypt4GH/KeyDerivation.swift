import CSodium
import SecretMemory

/// How a passphrase becomes the key that a secret key is sealed with. New files take scrypt, as the reference
/// implementation does.
enum KeyDerivation: String {
    /// RFC 7914 with N = 2^14, r = 8, p = 1: fixed, and the rounds that a file names are 0.
    case scrypt
    /// RFC 8018 with HMAC-SHA-256.
    case pbkdf2 = "pbkdf2_hmac_sha256"

    static let salt = 16
    /// A file that wants more would keep a machine busy for minutes.
    static let mostRounds: UInt32 = 50_000_000

    func key(
        from passphrase: SecretBytes, salt: [UInt8], rounds: UInt32
    ) throws(KeyFault) -> SecretBytes {
        switch self {
        case .scrypt:
            let key = SecretBytes(count: 32)
            let status = crypto_pwhash_scryptsalsa208sha256_ll(
                passphrase.bytes, passphrase.count, salt, salt.count, 1 << 14, 8, 1, key.bytes, key.count)
            guard status == 0 else { throw .noMemory }
            return key
        case .pbkdf2:
            guard rounds > 0 else { throw .damaged }
            guard rounds <= Self.mostRounds else { throw .tooManyRounds(rounds) }
            return Self.pbkdf2(passphrase, salt, rounds)
        }
    }

    /// One block: 32 bytes are what SHA-256 gives and what a key takes.
    private static func pbkdf2(_ passphrase: SecretBytes, _ salt: [UInt8], _ rounds: UInt32) -> SecretBytes {
        let keyed = SecretBytes(count: MemoryLayout<crypto_auth_hmacsha256_state>.size)
        keyed.withMutableBytes { bytes in
            let state = bytes.bindMemory(to: crypto_auth_hmacsha256_state.self).baseAddress
            if let state { crypto_auth_hmacsha256_init(state, passphrase.bytes, passphrase.count) }
        }
        let working = SecretBytes(count: keyed.count)
        let block = SecretBytes(count: 32)
        let key = SecretBytes(count: 32)
        /// HMAC with the passphrase; its start is copied and not made anew for each round.
        func code(_ input: UnsafePointer<UInt8>, _ count: Int, _ more: [UInt8] = []) {
            working.withMutableBytes { bytes in
                keyed.withBytes { bytes.copyMemory(from: $0) }
                guard let state = bytes.bindMemory(to: crypto_auth_hmacsha256_state.self).baseAddress else { return }
                crypto_auth_hmacsha256_update(state, input, UInt64(count))
                if !more.isEmpty { crypto_auth_hmacsha256_update(state, more, UInt64(more.count)) }
                crypto_auth_hmacsha256_final(state, block.bytes)
            }
        }
        code(salt, salt.count, UInt32(1).bigEndianBytes)
        key.withMutableBytes { key in block.withBytes { key.copyMemory(from: $0) } }
        for _ in 1..<rounds {
            code(block.bytes, block.count)
            for index in 0..<32 { key.bytes[index] ^= block.bytes[index] }
        }
        return key
    }
}
