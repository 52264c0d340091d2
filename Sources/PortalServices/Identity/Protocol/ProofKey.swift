import Crypto
import FoundationEssentials

/// Proof Key for Code Exchange (RFC 7636), always S256: whoever catches the code cannot use it.
struct ProofKey: Sendable {
    let verifier: Secret

    init(verifier: Secret = .random()) { self.verifier = verifier }

    var challenge: String { Base64URL.encode(SHA256.hash(data: Data(verifier.reveal().utf8))) }

    static let method = "S256"
}
