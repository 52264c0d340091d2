import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import PortalModel
import Testing

@testable import PortalServices

@Suite("Signing in with a browser")
struct BrowserLoginTests {
    @Test("The browser comes back to the port, sees a page, and somebody is signed in")
    func loopback() async throws {
        try await withLogin { login in
            let prompt = login.prompt
            let port = try #require(prompt.port)
            let query = login.query
            #expect(query["response_type"] == "code")
            #expect(query["client_id"] == "portal")
            #expect(query["scope"] == "openid profile email")
            #expect(query["redirect_uri"] == "http://127.0.0.1:\(port)/callback")
            #expect(query["code_challenge_method"] == "S256")
            let (status, page) = try await get(
                "http://127.0.0.1:\(port)/callback?code=c1&state=\(query["state"] ?? "")")
            #expect(status == 200)
            #expect(page.contains("You can close this page"))
            #expect(await login.ending.value == nil)
            let redeemed = try #require(login.issuer.calls("/token").first)
            #expect(redeemed["code"] == "c1")
            #expect(redeemed["redirect_uri"] == query["redirect_uri"])
            #expect(ProofKey(verifier: Secret(redeemed["code_verifier"] ?? "")).challenge == query["code_challenge"])
            #expect(await login.session.tokens?.access == Secret("at"))
        }
    }

    @Test("Other requests get 404 and end nothing; after the answer the port is closed")
    func strangers() async throws {
        try await withLogin { login in
            let port = try #require(login.prompt.port)
            let base = "http://127.0.0.1:\(port)"
            let state = login.query["state"] ?? ""
            for path in [
                "/", "/favicon.ico", "/callback", "/callback?code=evil&state=other", "/other?code=c1&state=\(state)",
            ] {
                #expect(try await get(base + path).status == 404)
            }
            #expect(try await get(base + "/callback?code=c1&state=\(state)", method: "POST").status == 404)
            // A page elsewhere whose name was made to point here.
            #expect(try await get(base + "/callback?code=c1&state=\(state)", host: "evil.example").status == 404)
            #expect(login.issuer.calls("/token").isEmpty)
            #expect(try await get(base + "/callback?code=c1&state=\(state)").status == 200)
            #expect(await login.ending.value == nil)
            await #expect(throws: (any Error).self) { try await get(base + "/callback?code=c1&state=\(state)") }
        }
    }

    @Test("The address can be pasted, wrapped and quoted as terminals and mails do")
    func pasted() async throws {
        try await withLogin { login in
            let state = login.query["state"] ?? ""
            let half = state.index(state.startIndex, offsetBy: 7)
            await #expect(throws: LoginFailure.self) { try await login.session.paste("hello") }
            await #expect(throws: LoginFailure.self) {
                try await login.session.paste("http://127.0.0.1/callback?code=c&state=other")
            }
            try await login.session.paste(
                "  <http://127.0.0.1:1/callback?code=a%2Fb&\n   state=\(state[..<half])\n  \(state[half...])>\n")
            #expect(await login.ending.value == nil)
            #expect(login.issuer.calls("/token").first?["code"] == "a/b")
        }
    }

    @Test(
        "A refusal that comes back ends the login",
        arguments: [("access_denied", LoginFailure.denied), ("login_required", nil)])
    func refused(error: String, failure: LoginFailure?) async throws {
        try await withLogin { login in
            let state = login.query["state"] ?? ""
            try await login.session.paste("?error=\(error)&error_description=not+today&state=\(state)")
            let ending = await login.ending.value
            if let failure { #expect(ending == failure) }
            #expect(ending != nil)
            if failure == nil { #expect(ending?.sentence.contains("not today") == true) }
            #expect(login.issuer.calls("/token").isEmpty)
        }
    }

    @Test(
        "An answer of another issuer is refused, and one without a name where the service promises it",
        arguments: [true, false])
    func mixedUp(isNamed: Bool) async throws {
        try await withLogin(more: #","authorization_response_iss_parameter_supported":true"#) { login in
            let state = login.query["state"] ?? ""
            let name = isNamed ? "&iss=https%3A%2F%2Fevil.example" : ""
            try await login.session.paste("?code=c1&state=\(state)\(name)")
            guard case .notTheAnswer? = await login.ending.value else {
                Issue.record("the answer was taken")
                return
            }
            #expect(login.issuer.calls("/token").isEmpty)
        }
    }

    @Test("An ID token of another login is refused, and nobody is signed in")
    func replayed() async throws {
        try await withLogin(nonce: "other") { login in
            try await login.session.paste("?code=c1&state=\(login.query["state"] ?? "")")
            #expect(await login.ending.value?.sentence.contains("nonce") == true)
            #expect(await login.session.tokens == nil)
        }
    }

    @Test("Where the configured port is taken, pasting is left")
    func takenPort() async throws {
        let other = try await LoopbackListener.start(port: 0) { _ in false }
        try await withLogin(port: other.port) { login in
            #expect(login.prompt.port == nil)
            #expect(login.query["redirect_uri"] == "http://127.0.0.1:\(other.port)/callback")
            try await login.session.paste("?code=c1&state=\(login.query["state"] ?? "")")
            #expect(await login.ending.value == nil)
        }
        other.stop()
    }

    @Test("Stopping closes the port, and pasting then has nothing to go to")
    func stopped() async throws {
        try await withLogin { login in
            let port = try #require(login.prompt.port)
            login.ending.cancel()
            #expect(await login.ending.value == .cancelled)
            await #expect(throws: (any Error).self) { try await get("http://127.0.0.1:\(port)/callback") }
            await #expect(throws: LoginFailure.self) { try await login.session.paste("?code=c&state=s") }
        }
    }

    // MARK: -

    /// Tells a closed port at once, where AsyncHTTPClient's own would try until the time is over.
    private static let browser = SharedClient(ConnectionOptions())

    private struct Login: Sendable {
        var issuer: FakeIssuer
        var session: Session
        var prompt: BrowserPrompt
        var ending: Task<LoginFailure?, Never>

        var query: [String: String] {
            let items = URLComponents(string: prompt.address)?.queryItems ?? []
            return Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        }
    }

    /// Begins a login and waits until it shows its address. The ID token has the login's own nonce unless one is given.
    private func withLogin(
        more: String = "", nonce: String? = nil, port: Int? = nil, _ body: (Login) async throws -> Void
    ) async throws {
        let issuer = FakeIssuer(more: more)
        try await issuer.run { address in
            let session = Session(
                IdentitySettings(issuer: address, clientID: "portal", redirectPort: port), store: nil,
                clock: TestClock.standing().clock)
            let shown = Shown()
            let ending = Task {
                await ended { () throws(LoginFailure) in try await session.signIn(.browser) { shown.show($0) } }
            }
            await shown.wait()
            let login = Login(
                issuer: issuer, session: session, prompt: try #require(shown.browserPrompt), ending: ending)
            let now = Int(TestClock.start.timeIntervalSince1970)
            let claims =
                #"{"iss":"\#(address)","sub":"42","aud":"portal","name":"Ada","iat":\#(now),"exp":\#(now + 300),"#
                + #""nonce":"\#(nonce ?? login.query["nonce"] ?? "")"}"#
            issuer.on("/token", answers: [FakeIssuer.tokens("at", identity: FakeIssuer.idToken(claims))])
            try await body(login)
            ending.cancel()
            _ = await ending.value
            await session.shutdown()
        }
    }

    private func get(
        _ address: String, method: String = "GET", host: String? = nil
    ) async throws -> (status: Int, page: String) {
        var request = HTTPClientRequest(url: address)
        request.method = .init(rawValue: method)
        if let host { request.headers.replaceOrAdd(name: "Host", value: host) }
        let answer = try await Self.browser.execute(request, timeout: .seconds(10))
        let page = try await answer.body.collect(upTo: 100_000)
        return (Int(answer.status.code), String(buffer: page))
    }
}
