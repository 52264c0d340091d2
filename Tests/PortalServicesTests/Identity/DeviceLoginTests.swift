import Foundation
import JSONStream
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("Signing in by a code")
struct DeviceLoginTests {
    @Test("The code is shown, confirmed, and gives tokens")
    func confirmed() async throws {
        let issuer = FakeIssuer()
        issuer.on("/device", answers: [FakeIssuer.deviceCode()])
        try await issuer.run { address in
            issuer.on(
                "/token",
                answers: [
                    FakeIssuer.refusal("authorization_pending"),
                    FakeIssuer.tokens("at", refresh: "rt", identity: FakeIssuer.idToken(claims(issuer: address))),
                ])
            let (session, hands) = session(address)
            let shown = Shown()
            let account = try await session.signIn(.device) { shown.show($0) }
            #expect(account == Account(subject: "42", name: "Ada Lovelace"))
            let prompt = try #require(shown.devicePrompt)
            #expect(prompt.code == "ABCD-EFGH")
            #expect(prompt.completeAddress == "https://id.example/device?user_code=ABCD-EFGH")
            #expect(prompt.expires == TestClock.start.addingTimeInterval(600))
            #expect(hands.now == TestClock.start.addingTimeInterval(10))
            #expect(try await session.token()?.reveal() == "at")
            await session.shutdown()
        }
        let asked = try #require(issuer.calls("/device").first)
        let polled = try #require(issuer.calls("/token").last)
        #expect(asked["client_id"] == "portal")
        #expect(asked["scope"] == "openid profile email")
        #expect(asked["code_challenge_method"] == "S256")
        #expect(polled["device_code"] == "dc")
        #expect(polled["grant_type"] == "urn:ietf:params:oauth:grant-type:device_code")
        let verifier = try #require(polled["code_verifier"])
        #expect(ProofKey(verifier: Secret(verifier)).challenge == asked["code_challenge"])
    }

    @Test("slow_down adds five seconds for good, and the service's own interval is kept, minutes too")
    func pace() async throws {
        let answers = [
            FakeIssuer.refusal("authorization_pending"), FakeIssuer.refusal("slow_down"),
            FakeIssuer.refusal("authorization_pending"), FakeIssuer.tokens("at"),
        ]
        #expect(try await secondsUntilSignedIn(interval: nil, answers) == 5 + 5 + 10 + 10)
        #expect(try await secondsUntilSignedIn(interval: 1, answers) == 1 + 1 + 6 + 6)
        #expect(try await secondsUntilSignedIn(interval: 120, answers, expires: 3600) == 120 + 120 + 125 + 125)
    }

    @Test("A confirmation between the last question and the end of the code counts")
    func lastQuestion() async throws {
        let answers = [FakeIssuer.refusal("authorization_pending"), FakeIssuer.tokens("at")]
        #expect(try await secondsUntilSignedIn(interval: 300, answers, expires: 400) == 400)
    }

    @Test(
        "Every ending is told from the others",
        arguments: [
            (FakeIssuer.refusal("access_denied", status: "403 Forbidden"), LoginFailure.denied),
            (FakeIssuer.refusal("expired_token"), .expired),
            (FakeIssuer.refusal("expired_token", status: "401 Unauthorized"), .expired),
        ])
    func endings(answer: ScriptedServer.Answer, failure: LoginFailure) async throws {
        #expect(try await ending([FakeIssuer.refusal("authorization_pending"), answer]) == failure)
    }

    @Test("A service that never says that the code has ended is not asked for ever")
    func neverExpired() async throws {
        #expect(try await ending([FakeIssuer.refusal("authorization_pending")]) == .expired)
        #expect(try await ending([FakeIssuer.refusal("slow_down")]) == .expired)
    }

    @Test("A code that the service has forgotten is called expired, not refused")
    func forgotten() async throws {
        let (clock, _) = TestClock.leaping()
        var polling = DevicePolling(interval: 5, expires: clock.now(), begun: clock.now())
        let refusal = OAuthRefusal(
            IdentityAnswer(status: 400, json: .object(["error": .string("access_denied")]), isPage: false))
        #expect(polling.refused(refusal, at: clock.now()) == .expired)
    }

    @Test(
        "A refusal with an empty body or a code of its own ends the login with words", arguments: ["", "{}", "<p>no"])
    func oddRefusal(body: String) async throws {
        let failure = try await ending([HTTPText.answer(body, status: "400 Bad Request")])
        #expect(failure?.sentence.contains("400") == true)
    }

    @Test("A network that fails for a while costs nothing but time")
    func network() async throws {
        let answers: [ScriptedServer.Answer] = [
            .closeWithoutAnswer, HTTPText.answer("<h1>Bad Gateway</h1>", status: "502 Bad Gateway"),
            HTTPText.answer("", status: "429 Too Many Requests", headers: ["Retry-After: 30"]),
            FakeIssuer.tokens("at"),
        ]
        #expect(try await secondsUntilSignedIn(interval: 5, answers) > 5 + 10 + 20)
    }

    @Test("Times beyond every calendar are cut to what can be waited for and shown")
    func absurdTimes() async throws {
        let answers = [FakeIssuer.tokens("at", expires: .max)]
        #expect(try await secondsUntilSignedIn(interval: .max, answers, expires: .max) == 86_400)
        #expect(try await secondsUntilSignedIn(interval: .min, answers) == 1)
    }

    @Test("What an answer holds besides what is missing is not shown: it may be a code or a token")
    func halfAnswers() async throws {
        let device = try await ending([], device: HTTPText.json(#"{"device_code": "planted", "expires_in": 600}"#))
        let token = try await ending([HTTPText.json(#"{"refresh_token": "planted", "id_token": "planted"}"#)])
        #expect(device?.sentence == "The sign-in service answered without a code.")
        #expect(token != nil)
        #expect(!"\(String(describing: device)) \(String(describing: token))".contains("planted"))
    }

    @Test(
        "An answer without a token that could be used ends the login at once, with its reason",
        arguments: [
            ("{}", "without a token"), (#"{"access_token": null}"#, "without a token"),
            (#"{"access_token": ""}"#, "without a token"),
            (#"{"access_token": "AT\r\nX-Evil: 1"}"#, "signs that no token has"),
            (#"{"access_token": " AT "}"#, "signs that no token has"),
            (#"{"access_token": "ATé"}"#, "signs that no token has"),
            (#"{"access_token": "at", "token_type": "DPoP"}"#, "“DPoP”"),
        ])
    func uselessToken(body: String, words: String) async throws {
        let failure = try await ending([HTTPText.json(body), FakeIssuer.tokens("later")])
        #expect(failure?.sentence.contains(words) == true, "\(String(describing: failure))")
    }

    @Test("A refusal with status 200 is one")
    func refusedBySuccess() async throws {
        let pending = FakeIssuer.refusal("authorization_pending", status: "200 OK")
        #expect(try await ending([pending, FakeIssuer.refusal("access_denied", status: "200 OK")]) == .denied)
    }

    @Test("Stopping ends the login at once and leaves nobody signed in")
    func stopped() async throws {
        let issuer = FakeIssuer()
        issuer.on("/device", answers: [FakeIssuer.deviceCode()])
        try await issuer.run { address in
            let session = Session(
                IdentitySettings(issuer: address, clientID: "portal"), store: nil, clock: TestClock.standing().clock)
            let shown = Shown()
            let login = Task {
                await ended { () throws(LoginFailure) in try await session.signIn(.device) { shown.show($0) } }
            }
            await shown.wait()
            login.cancel()
            #expect(await login.value == .cancelled)
            let token = try await session.token()
            #expect(token == nil)
            await session.shutdown()
        }
        #expect(issuer.calls("/token").isEmpty)
    }

    @Test("A device endpoint that the discovery document leaves out can be configured")
    func configuredEndpoint() async throws {
        let issuer = FakeIssuer(leavingOut: ["device_authorization_endpoint"])
        issuer.on("/hidden", answers: [FakeIssuer.deviceCode()])
        issuer.on("/token", answers: [FakeIssuer.tokens("at")])
        try await issuer.run { address in
            let (without, _) = session(address)
            let failure = await ended { () throws(LoginFailure) in try await without.signIn(.device) { _ in } }
            #expect(failure == .unsupported(.device))
            #expect(try await without.serviceStatus().words == "offers sign-in by a browser")
            let (session, _) = session(address) { $0.deviceEndpoint = address + "/hidden" }
            _ = try await session.signIn(.device) { _ in }
            #expect(try await session.token()?.reveal() == "at")
            await without.shutdown()
            await session.shutdown()
        }
    }

    @Test("A service that trips over the challenge is asked without it")
    func strictService() async throws {
        let issuer = FakeIssuer()
        issuer.on("/device") {
            $0["code_challenge"] == nil ? FakeIssuer.deviceCode() : FakeIssuer.refusal("invalid_request")
        }
        issuer.on("/token", answers: [FakeIssuer.tokens("at")])
        try await issuer.run { address in
            let (session, _) = session(address)
            _ = try await session.signIn(.device) { _ in }
            await session.shutdown()
        }
        #expect(issuer.calls("/token").first?["code_verifier"] == nil)
    }

    @Test("Without an ID token the user-info endpoint tells who it is; without both nobody minds")
    func whoWithoutIDToken() async throws {
        let issuer = FakeIssuer()
        issuer.on("/device", answers: [FakeIssuer.deviceCode()])
        issuer.on("/token", answers: [FakeIssuer.tokens("at")])
        issuer.on(
            "/userinfo", answers: [HTTPText.json(#"{"sub":"42","preferred_username":"ada"}"#), FakeIssuer.refusal("x")])
        try await issuer.run { address in
            let (session, _) = session(address)
            let named = try await session.signIn(.device) { _ in }
            #expect(named == Account(subject: "42", name: "ada"))
            let unnamed = try await session.signIn(.device) { _ in }
            #expect(unnamed == nil)
            let token = try await session.token()
            #expect(token != nil)
            await session.shutdown()
        }
        #expect(issuer.authorizations("/userinfo").first == "Bearer at")
    }

    // MARK: -

    private func claims(issuer: String) -> String {
        let now = Int(TestClock.start.timeIntervalSince1970)
        return
            #"{"iss":"\#(issuer)","sub":"42","aud":"portal","name":"Ada Lovelace","iat":\#(now),"exp":\#(now + 300)}"#
    }

    private func session(
        _ address: String, _ change: (inout IdentitySettings) -> Void = { _ in }
    ) -> (Session, TestClock.Hands) {
        var settings = IdentitySettings(issuer: address, clientID: "portal")
        change(&settings)
        let (clock, hands) = TestClock.leaping()
        return (Session(settings, store: nil, clock: clock), hands)
    }

    private func secondsUntilSignedIn(
        interval: Int?, _ answers: [ScriptedServer.Answer], expires: Int = 600
    ) async throws -> Double {
        let issuer = FakeIssuer()
        issuer.on("/device", answers: [FakeIssuer.deviceCode(interval: interval, expires: expires)])
        issuer.on("/token", answers: answers)
        return try await issuer.run { address in
            let (session, hands) = session(address)
            _ = try await session.signIn(.device) { _ in }
            await session.shutdown()
            return hands.now.timeIntervalSince(TestClock.start)
        }
    }

    private func ending(
        _ answers: [ScriptedServer.Answer], device: ScriptedServer.Answer = FakeIssuer.deviceCode()
    ) async throws -> LoginFailure? {
        let issuer = FakeIssuer()
        issuer.on("/device", answers: [device])
        issuer.on("/token", answers: answers)
        return try await issuer.run { address in
            let (session, _) = session(address)
            let failure = await ended { () throws(LoginFailure) in try await session.signIn(.device) { _ in } }
            let token = try await session.token()
            #expect(token == nil)
            await session.shutdown()
            return failure
        }
    }
}

/// How a login ends; nil when somebody is signed in.
func ended<Result: Sendable>(_ login: () async throws(LoginFailure) -> Result) async -> LoginFailure? {
    do throws(LoginFailure) {
        _ = try await login()
        return nil
    } catch {
        return error
    }
}

/// What a login shows.
final class Shown: Sendable {
    private let prompts = Mutex<[LoginPrompt]>([])
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    var prompt: LoginPrompt? { prompts.withLock { $0.last } }

    var devicePrompt: DevicePrompt? {
        if case .device(let prompt) = prompt { prompt } else { nil }
    }

    var browserPrompt: BrowserPrompt? {
        if case .browser(let prompt) = prompt { prompt } else { nil }
    }

    func show(_ prompt: LoginPrompt) {
        prompts.withLock { $0.append(prompt) }
        continuation.yield()
    }

    /// Returns once something is shown.
    func wait() async { for await _ in stream { return } }
}
