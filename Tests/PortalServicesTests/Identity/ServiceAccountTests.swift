import Foundation
import PortalModel
import Testing

@testable import PortalServices

@Suite("Calling as a service")
struct ServiceAccountTests {
    @Test("A service account renews with its own secret", arguments: [true, false])
    func serviceAccount(basic: Bool) async throws {
        let methods = basic ? "" : #","token_endpoint_auth_methods_supported":["client_secret_post"]"#
        let issuer = FakeIssuer(more: methods)
        issuer.on("/token", answers: [FakeIssuer.tokens("one"), FakeIssuer.tokens("two")])
        try await issuer.run { address in
            let (clock, hands) = TestClock.leaping()
            let settings = IdentitySettings(issuer: address, clientID: "robot", clientSecret: Secret("s&cret"))
            let session = Session(settings, store: nil, clock: clock)
            let first = try await session.token()
            #expect(first?.reveal() == "one")
            hands.advance(250)
            #expect(try await session.token()?.reveal() == "two")
            await session.shutdown()
        }
        let form = try #require(issuer.calls("/token").first)
        #expect(form["grant_type"] == "client_credentials")
        #expect(form["client_secret"] == (basic ? nil : "s&cret"))
        let basicHeader = "Basic " + Data("robot:s%26cret".utf8).base64EncodedString()
        #expect(issuer.authorizations("/token").first == (basic ? basicHeader : nil))
    }

    @Test("A service whose secret is refused is told so, and is not called signed out")
    func refusedService() async throws {
        let issuer = FakeIssuer()
        issuer.on("/token", answers: [FakeIssuer.refusal("invalid_client"), FakeIssuer.tokens("one")])
        try await issuer.run { address in
            let settings = IdentitySettings(issuer: address, clientID: "robot", clientSecret: Secret("old"))
            let session = Session(settings, store: nil)
            do throws(PortalError) {
                _ = try await session.token()
                Issue.record("A refused secret gave a token.")
            } catch {
                #expect(error.kind == .forbidden)
                #expect(error.detail?.contains("invalid_client") == true)
            }
            // The next call tries again.
            let token = try await session.token()
            #expect(token?.reveal() == "one")
            await session.shutdown()
        }
    }
}
