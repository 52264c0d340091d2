import CSodium
import FoundationEssentials

/// A key that ssh-agent has.
package struct AgentIdentity: Hashable, Sendable {
    /// As the agent names it.
    let blob: [UInt8]
    /// What its owner calls it.
    package let comment: String

    /// As OpenSSH writes it: `SHA256:` and base64 without its filling.
    package var fingerprint: String {
        var sum = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        _ = crypto_hash_sha256(&sum, blob, UInt64(blob.count))
        let text = Data(sum).base64EncodedString()
        return "SHA256:" + text.prefix { $0 != "=" }
    }

    /// Such as `ssh-ed25519`.
    package var kind: String {
        var reader = AgentReader(blob[...])
        return reader.string().map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Whether its signatures of the same are the same: ECDSA's are not, nor are those of security keys, which count.
    package var isSteady: Bool { Self.signatureKind(of: kind) != nil }

    /// How a key of a kind signs; nil for those whose signatures differ.
    static func signatureKind(of algorithm: String) -> (name: String, flags: UInt32)? {
        switch algorithm {
        case "ssh-ed25519": ("ssh-ed25519", 0)
        case "ssh-rsa": ("rsa-sha2-512", 4)
        default: nil
        }
    }
}

/// What ssh-agent says, piece by piece (draft-ietf-sshm-ssh-agent): numbers are big-endian, strings have their length
/// before them.
struct AgentReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// Nil where there are fewer.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func byte() -> UInt8? { take(1)?.first }

    mutating func number() -> UInt32? { take(4).map { $0.reduce(0) { $0 << 8 | UInt32($1) } } }

    mutating func string() -> ArraySlice<UInt8>? { number().flatMap { take(Int($0)) } }
}

/// What is said to ssh-agent.
enum AgentWriter {
    static func number(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    static func string(_ bytes: some Collection<UInt8>) -> [UInt8] { number(UInt32(bytes.count)) + bytes }
}
