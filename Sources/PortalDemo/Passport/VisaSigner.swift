import Crypto
import CryptoExtras
import Foundation

/// A key that visas are signed with, as a JWS in compact form (RFC 7515, 7.1). Made when the portal starts or is first
/// asked, and gone with it: nothing outside of it believes what it signs.
final class VisaSigner: Sendable {
    private enum Key: Sendable {
        case rsa(_RSA.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    private let key: Key
    let id: String

    /// RS256, as REMS signs (`rems src/clj/rems/ga4gh.clj`).
    static func rsa(id: String) throws -> VisaSigner { VisaSigner(.rsa(try .init(keySize: .bits2048)), id) }

    /// ES256, the other algorithm that GA4GH AAI 1.2 has.
    static func p256(id: String) -> VisaSigner { VisaSigner(.p256(.init()), id) }

    private init(_ key: Key, _ id: String) {
        self.key = key
        self.id = id
    }

    private struct Header: Encodable {
        let alg: String
        let jku: String
        let kid: String
        let typ: String
    }

    /// - Parameter keys: where its public key is (`jku`).
    func sign(_ claims: some Encodable, keys: String, type: String) throws -> String {
        let header = Header(alg: algorithm, jku: keys, kid: id, typ: type)
        let signed = try Self.encoded(Self.json(header)) + "." + Self.encoded(Self.json(claims))
        return signed + "." + Self.encoded(try signature(of: Data(signed.utf8)))
    }

    private var algorithm: String {
        switch key {
        case .rsa: "RS256"
        case .p256: "ES256"
        }
    }

    private func signature(of message: Data) throws -> Data {
        let digest = SHA256.hash(data: message)
        return switch key {
        case .rsa(let key): try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        case .p256(let key): try key.signature(for: digest).rawRepresentation
        }
    }

    /// Its public key (RFC 7517) in a set of one.
    func keySet() throws -> [String: [[String: String]]] {
        var entry = ["kid": id, "alg": algorithm, "use": "sig"]
        switch key {
        case .rsa(let key):
            let parts = try key.publicKey.getKeyPrimitives()
            entry["kty"] = "RSA"
            entry["n"] = Self.encoded(parts.modulus)
            entry["e"] = Self.encoded(parts.publicExponent)
        case .p256(let key):
            let point = key.publicKey.rawRepresentation
            entry["kty"] = "EC"
            entry["crv"] = "P-256"
            entry["x"] = Self.encoded(point.prefix(32))
            entry["y"] = Self.encoded(point.suffix(32))
        }
        return ["keys": [entry]]
    }

    private static func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return try encoder.encode(value)
    }

    private static func encoded(_ data: some DataProtocol) -> String {
        Data(data).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
