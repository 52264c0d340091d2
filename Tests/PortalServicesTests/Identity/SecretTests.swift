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
