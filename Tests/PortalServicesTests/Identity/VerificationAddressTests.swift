import PortalDomain
import Testing

@testable import PortalServices

@Suite("Where a code is confirmed")
struct VerificationAddressTests {
    @Test(
        "Only web addresses that show their host are shown",
        arguments: [
            ("javascript:alert(1)", SignInReason.UnsafeAddress.scheme("javascript")),
            ("file:///etc/passwd", .scheme("file")),
            ("data:text/html,x", .scheme("data")), ("HTTP://id.example/device", .unencrypted(host: "id.example")),
            ("https://bank.example@evil.example/", .user(host: "evil.example")),
            ("https://a:b@evil.example/", .user(host: "evil.example")), ("https:///device", .noAddress),
            ("device", .noAddress),
        ])
    func refused(address: String, fault: SignInReason.UnsafeAddress) {
        #expect(throws: VerificationAddress.Refusal(fault)) { try VerificationAddress(address, allowsInsecure: false) }
        #expect(!SignInReason.unsafeAddress(fault).sentence.contains(address))
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
                == .signIn(.lookTwice(host: "www.id.example", issuerHost: "id.example")))
    }
}
