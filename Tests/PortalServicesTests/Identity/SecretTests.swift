import Foundation
import Testing

@testable import PortalServices

@Suite("Secrets")
struct SecretTests {
    @Test("A secret shows itself to nobody")
    func masked() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(["token": secret], to: &dumped)
        let tokens = TokenSet(access: secret, obtained: Date(timeIntervalSince1970: 0))
        var dumpedTokens = ""
        dump(tokens, to: &dumpedTokens)
        for shown in [
            "\(secret)", String(describing: secret), String(reflecting: secret), dumped, dumpedTokens, "\(tokens)",
        ] {
            #expect(!shown.contains("hunter2"))
        }
        #expect(secret.reveal() == "hunter2")
    }

    @Test(
        "A ready token is taken as people give it",
        arguments: [
            ("abc.def-ghi_~+/=", "abc.def-ghi_~+/="), ("  abc\n", "abc"), ("Bearer abc", "abc"),
            ("bearer  abc ", "abc"),
            ("", nil), ("   ", nil), ("a b", nil), ("abc\r\nX-Evil: 1", nil), ("ab\u{1B}c", nil), ("té", nil),
        ])
    func readyToken(text: String, token: String?) {
        #expect(Secret(readyToken: text)?.reveal() == token)
    }

    @Test("Random secrets are long, safe in addresses, and never the same")
    func random() {
        let secrets = Set((0..<100).map { _ in Secret.random() })
        #expect(secrets.count == 100)
        #expect(secrets.allSatisfy { $0.reveal().utf8.count == 43 })
        #expect(secrets.allSatisfy { BaseAddress.percentEncoded($0.reveal()) == $0.reveal() })
    }

    @Test(
        "SHA-256 gives NIST's digests",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
            (
                String(repeating: "b", count: 64),
                "a0fab1377f49a759b57f63318262ebe89fabfc990e8e93ceac2984561482b9d4"
            ),
        ])
    func digest(message: String, digest: String) {
        #expect(SHA256.digest(message.utf8).map { String(format: "%02x", $0) }.joined() == digest)
    }

    @Test("The challenge is that of RFC 7636, appendix B")
    func challenge() {
        let proof = ProofKey(verifier: Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        #expect(proof.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("Base64 for addresses comes back as it went", arguments: 0..<70)
    func base64(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 250) }
        let text = Base64URL.encode(bytes)
        #expect(!text.contains { "+/=".contains($0) })
        #expect(Base64URL.decode(text).map(Array.init) == bytes)
    }
}
