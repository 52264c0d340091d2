import Crypto
import CryptoExtras
import FoundationEssentials
import JSONStream

/// An issuer's public keys (a JWK Set, RFC 7517). What is not understood is left out: a key of another kind hides no
/// other (5: unknown `kty` are to be ignored).
public struct KeySet: Sendable {
    fileprivate struct Key: Sendable {
        var id: String?
        /// Nil where it may be used for any algorithm of its kind.
        var algorithm: String?
        var material: KeyMaterial
    }

    private var keys: [Key] = []

    /// More are not read.
    static let mostKeys = 100

    /// Nil where the value is no key set at all.
    package init?(_ value: JSONValue) {
        guard case .array(let keys) = value["keys"] else { return nil }
        self.keys = keys.prefix(Self.mostKeys).compactMap(Key.init)
    }

    /// How many can be used here.
    var count: Int { keys.count }

    /// Those that a header means. Ids may come twice, after a change of keys, and then each is tried; without an id every
    /// key of the kind is, as far as they are few.
    func candidates(id: String?, _ algorithm: VisaAlgorithm) -> [KeyMaterial] {
        let fitting = keys.filter { key in
            key.material.algorithm == algorithm && (key.algorithm ?? algorithm.rawValue) == algorithm.rawValue
                && (id == nil || key.id == id)
        }
        return fitting.prefix(Self.mostTries).map(\.material)
    }

    private static let mostTries = 4
}

/// Algorithms that are accepted; `none` and shared secrets never are (GA4GH AAI 1.2 has these two).
enum VisaAlgorithm: String, Sendable {
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, 3.3).
    case rs256 = "RS256"
    /// ECDSA on P-256 with SHA-256 (RFC 7518, 3.4).
    case es256 = "ES256"
}

/// A public key that signatures can be held against.
enum KeyMaterial: Sendable {
    case rsa(_RSA.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)

    var algorithm: VisaAlgorithm {
        switch self {
        case .rsa: .rs256
        case .p256: .es256
        }
    }

    func verifies(_ signature: Data, of message: Data) -> Bool {
        switch self {
        case .rsa(let key):
            key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message),
                padding: .insecurePKCS1v1_5)
        case .p256(let key):
            // r and s as 32 bytes each (RFC 7518, 3.4); any other length is no signature.
            (try? P256.Signing.ECDSASignature(rawRepresentation: signature)).map {
                key.isValidSignature($0, for: SHA256.hash(data: message))
            } ?? false
        }
    }
}

extension KeySet.Key {
    fileprivate init?(_ value: JSONValue) {
        guard (value["use"].string ?? "sig") == "sig", let material = KeyMaterial(value) else { return nil }
        let uses = value["key_ops"].strings
        guard uses.isEmpty || uses.contains("verify") else { return nil }
        id = value["kid"].string
        algorithm = value["alg"].string
        self.material = material
    }
}

extension KeyMaterial {
    fileprivate init?(_ value: JSONValue) {
        func bytes(_ name: String, atMost most: Int) -> Data? {
            guard let text = value[name].string, text.utf8.count <= most * 2,
                let data = Base64URLText.decode(text.utf8), !data.isEmpty, data.count <= most
            else { return nil }
            return data
        }
        switch value["kty"].string {
        case "RSA":
            // An exponent as long as the modulus would make one signature take seconds.
            guard let modulus = bytes("n", atMost: 1024 + 1), let exponent = bytes("e", atMost: 8),
                let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
            else { return nil }
            self = .rsa(key)
        case "EC":
            guard value["crv"].string == "P-256", let x = bytes("x", atMost: 32), let y = bytes("y", atMost: 32),
                x.count == 32, y.count == 32,
                let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            self = .p256(key)
        default: return nil
        }
    }
}
