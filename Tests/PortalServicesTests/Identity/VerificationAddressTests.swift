import Testing

@testable import PortalServices

@Suite("Where a code is confirmed")
struct VerificationAddressTests {
    @Test(
        "Only web addresses that show their host are shown",
        arguments: [
            ("javascript:alert(1)", VerificationAddress.Refusal.scheme("javascript")),
            ("file:///etc/passwd", .scheme("file")),
            ("data:text/html,x", .scheme("data")), ("HTTP://id.example/device", .unencrypted("id.example")),
            ("https://bank.example@evil.example/", .user("evil.example")),
            ("https://a:b@evil.example/", .user("evil.example")), ("https:///device", .noAddress),
            ("device", .noAddress),
        ])
    func refused(address: String, refusal: VerificationAddress.Refusal) {
        #expect(throws: refusal) { try VerificationAddress(address, allowsInsecure: false) }
        #expect(!refusal.sentence.contains(address))
    }

    @Test(arguments: [
        "https://id.example/device", "http://127.0.0.1:8080/device", "http://localhost/d", "http://[::1]/d",
    ])
    func shown(address: String) throws {
        #expect(try VerificationAddress(address, allowsInsecure: false).text == address)
    }

    @Test func anotherHostThanTheIssuersIsSaid() throws {
        let address = try VerificationAddress("https://www.id.example/device", allowsInsecure: false)
        #expect(address.note(issuer: "https://WWW.ID.EXAMPLE/realms/x") == nil)
        #expect(
            address.note(issuer: "https://id.example/")
                == "Look twice: this address is at www.id.example, and the sign-in service is id.example.")
    }
}
