import Foundation
import PortalModel
import Testing

@testable import PortalServices

@Suite("The ID token")
struct IDTokenTests {
    private static let now = 1_800_000_000
    private static let good: [String: String] = [
        "iss": #""https://id.example""#, "sub": #""42""#, "aud": #""portal""#, "azp": #""portal""#,
        "iat": "\(now)", "exp": "\(now + 300)", "nonce": #""n""#, "name": #""Ada""#,
    ]

    @Test(
        "What is right is accepted",
        arguments: [
            [:], ["azp": nil], ["aud": #"["portal"]"#, "azp": nil], ["aud": #"["other", "portal"]"#],
            ["aud": #"["portal", "account"]"#, "azp": nil], ["aud": #"["account", "portal"]"#, "azp": "null"],
            ["iat": "\(now + 59)"], ["iat": "\(now - 86400)"], ["exp": "\(now - 59)"],
            ["name": nil, "email": #""ada@example.org""#], ["extra": "null"], ["iat": "\(now).5"],
        ] as [[String: String?]])
    func accepted(change: [String: String?]) throws {
        let token = try read(change)
        #expect(Account(claims: token.claims)?.subject == "42")
    }

    @Test(
        "What is wrong is not",
        arguments: [
            (["iss": #""https://evil.example""#], "iss"), (["iss": nil], "iss"), (["sub": nil], "sub"),
            (["aud": #""other""#], "aud"), (["aud": #"["other"]"#], "aud"), (["aud": nil], "aud"),
            (["aud": "[]"], "aud"),
            (["azp": #""other""#], "azp"), (["aud": #"["portal", "other"]"#, "azp": #""other""#], "azp"),
            (["azp": "7"], "azp"), (["azp": "[]"], "azp"),
            (["nonce": #""m""#], "nonce"), (["nonce": nil], "nonce"), (["exp": nil], "exp"), (["iat": nil], "iat"),
            (["exp": #""soon""#], "exp"),
        ] as [([String: String?], String)])
    func refused(change: [String: String?], claim: String) {
        #expect(
            failure(change)?.sentence.contains("(\(claim)") == true || failure(change)?.sentence.contains(claim) == true
        )
    }

    @Test("A clock that is wrong is called that", arguments: [(-7200, 120), (7200, -120)])
    func clock(difference: Int, minutes: Int) {
        // The service's clock is right: what it issues lies ahead of a clock that is behind.
        let change = ["iat": "\(Self.now + difference)", "exp": "\(Self.now + difference + 300)"]
        let service = Date(timeIntervalSince1970: TimeInterval(Self.now + difference))
        #expect(failure(change, serverDate: service) == .wrongClock(minutesAhead: minutes))
        #expect(failure(change) == .wrongClock(minutesAhead: minutes))
    }

    @Test("A token of the future is a matter of clocks, although the server's agrees")
    func future() {
        let change = ["iat": "\(Self.now + 100)", "exp": "\(Self.now + 300)"]
        let service = Date(timeIntervalSince1970: TimeInterval(Self.now))
        #expect(failure(change, serverDate: service) == .wrongClock(minutesAhead: -2))
    }

    @Test("A token that has ended although both clocks agree is refused")
    func ended() {
        let change = ["iat": "\(Self.now - 30)", "exp": "\(Self.now - 61)"]
        #expect(
            failure(change, serverDate: Date(timeIntervalSince1970: TimeInterval(Self.now)))?.sentence.contains("exp")
                == true)
    }

    @Test(
        "What is no token is refused", arguments: ["", "a", "a.b", "a.b.c", "e30.e30.e30.e30", "e30.W10.x", "••.••.••"])
    func noToken(text: String) {
        #expect(throws: LoginFailure.self) { try IDToken(Secret(text), expecting: Self.expectation()) }
    }

    @Test("A token without a signature is refused", arguments: ["none", "NONE"])
    func unsigned(algorithm: String) {
        let token = FakeIssuer.idToken(Self.json([:]), algorithm: algorithm)
        #expect(throws: LoginFailure.self) { try IDToken(Secret(token), expecting: Self.expectation()) }
    }

    @Test("At a refresh another person is refused, and a nonce is not asked for")
    func otherPerson() throws {
        var expectation = Self.expectation()
        expectation.nonce = nil
        expectation.subject = "43"
        let token = Secret(FakeIssuer.idToken(Self.json(["nonce": nil])))
        #expect(throws: LoginFailure.self) { try IDToken(token, expecting: expectation) }
        expectation.subject = "42"
        #expect(throws: Never.self) { try IDToken(token, expecting: expectation) }
    }

    // MARK: -

    private static func json(_ change: [String: String?]) -> String {
        let claims = good.merging(change.filter { $0.value != nil }.mapValues { $0 ?? "" }) { $1 }
            .filter { change[$0.key] != .some(nil) }
        return "{" + claims.map { #""\#($0.key)":\#($0.value)"# }.joined(separator: ",") + "}"
    }

    private static func expectation(serverDate: Date? = nil) -> IDToken.Expectation {
        IDToken.Expectation(
            issuer: "https://id.example", clientID: "portal", nonce: Secret("n"), subject: nil,
            now: Date(timeIntervalSince1970: TimeInterval(now)), serverDate: serverDate)
    }

    private func read(_ change: [String: String?], serverDate: Date? = nil) throws(LoginFailure) -> IDToken {
        try IDToken(
            Secret(FakeIssuer.idToken(Self.json(change))), expecting: Self.expectation(serverDate: serverDate))
    }

    private func failure(_ change: [String: String?], serverDate: Date? = nil) -> LoginFailure? {
        do throws(LoginFailure) {
            _ = try read(change, serverDate: serverDate)
            return nil
        } catch {
            return error
        }
    }
}
