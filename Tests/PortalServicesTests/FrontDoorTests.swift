import FoundationEssentials
import NIOHTTP1
import PortalModel
import Testing

@testable import PortalServices

@Suite("What stands in front of a portal")
struct FrontDoorTests {
    private static let page = "<html><head><title>Not Acceptable!</title></head><body>mod_security</body></html>"

    private func error(
        _ status: String, _ body: String, _ headers: [String] = []
    ) async throws -> PortalError? {
        try await ScriptedServer.answering { _, _ in HTTPText.answer(body, status: status, headers: headers) }.run {
            server in
            try await withPortal(at: server.address, token: "t") { portal in
                await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
            }
        }
    }

    @Test(
        "A web server that wants a password is named, and nobody is told to sign in", arguments: ["Basic", "Negotiate"])
    func password(scheme: String) async throws {
        let error = try #require(
            try await error("401 X", Self.page, [#"WWW-Authenticate: \#(scheme) realm="Internal""#]))
        #expect(error.kind == .refused(status: 401))
        #expect(error.detail?.contains("web server in front of this site wants a name and a password") == true)
        #expect(error.detail?.contains(scheme) == true)
    }

    @Test("The service's own 401 stays what it is", arguments: [["WWW-Authenticate: Bearer"], []])
    func ownRefusal(headers: [String]) async throws {
        #expect(try await error("401 X", "", headers)?.kind == .signedOut)
    }

    @Test("A firewall that wants a browser is named, with what it calls the call")
    func challenge() async throws {
        let page = "<html><title>Just a moment...</title>Ray ID: <code>8f1b2c3d4e5f6a7b</code></html>"
        for headers in [["cf-mitigated: challenge"], []] {
            let error = try #require(try await error("403 X", page, headers))
            #expect(error.kind == .refused(status: 403))
            #expect(error.detail?.contains("wants to see a browser") == true)
            #expect(error.detail?.contains("8f1b2c3d4e5f6a7b") == true)
        }
        let named = try await error("403 X", page, ["cf-mitigated: challenge", "CF-RAY: 900a-AMS"])
        #expect(named?.detail?.contains("900a-AMS") == true)
    }

    @Test("A page in place of a refusal is said to be one; words of the service's own are not")
    func pages() async throws {
        for status in ["406 X", "403 X", "418 X"] {
            let error = try #require(try await error(status, Self.page))
            guard case .refused = error.kind else {
                Issue.record("\(error.kind)")
                continue
            }
            #expect(error.detail?.contains("“Not Acceptable!”") == true)
        }
        #expect(try await error("403 X", #"{"title": "Not yours"}"#)?.kind == .forbidden)
    }

    @Test(
        "What the way there is refused for is a page of something in front, and no fault of a request",
        arguments: [
            "400 No required SSL certificate was sent", "400 The plain HTTP request was sent to HTTPS port",
            "421 Misdirected Request", "426 Upgrade Required", "411 Length Required", "496 SSL Certificate Required",
        ])
    func way(title: String) async throws {
        let status = Int(title.prefix(3)) ?? 0
        let error = try #require(try await error("\(status) X", "<html><head><title>\(title)</title></head></html>"))
        #expect(error.kind == .refused(status: status))
        #expect(error.detail?.contains("“\(title)”") == true, "\(error.detail ?? "-")")
        #expect(try await self.error("\(status) X", #"{"detail": "Not so"}"#)?.detail == "Not so")
    }

    @Test("A page where people sign in is called one, and nobody is told to sign in with this program")
    func signIn() async throws {
        for title in [
            "Login", "Sign in to Example University", "Anmelden", "Shibboleth Identity Provider", "Log in | CKAN",
        ] {
            let page = "<html><title>\(title)</title></html>"
            let refused = try #require(try await error("401 X", page))
            #expect(refused.kind == .refused(status: 401))
            let answered = try #require(try await error("200 OK", page))
            #expect(answered.kind == .unreadableAnswer)
            for error in [refused, answered] {
                #expect(error.reason == .answer(.signInPage(line: title)), "\(error.detail ?? "-")")
            }
        }
        #expect(try await error("401 X", "<title>Nobody is in</title>")?.kind == .signedOut)
        #expect(try await error("401 X", "<title>Login</title>", ["WWW-Authenticate: Bearer"])?.kind == .signedOut)
        let sent = try await error("302 Found", "", ["Location: https://login.example.org/adfs/ls?x=y"])
        #expect(sent?.reason == .connection(.redirectToSignIn(origin: "https://login.example.org")))
        let elsewhere = try await error("302 Found", "", ["Location: https://blog.example.org/catalogin"])
        #expect(elsewhere?.reason == .connection(.redirectElsewhere(origin: "https://blog.example.org")))
    }

    @Test("A proxy that nobody asked, the network of a hotel, and a mesh are called what they are")
    func others() async throws {
        let proxy = try await error("407 X", "Access Denied.")
        #expect(proxy?.kind == .refused(status: 407) && proxy?.reason == .answer(.proxyWantsPassword))
        for body in ["<title>Hotel Wifi</title>", #"{"detail": "Hotel Wifi"}"#] {
            let network = try await error("511 X", body)
            #expect(network?.kind == .refused(status: 511) && network?.reason == .answer(.networkWantsSignIn))
        }
        let mesh = try await error("403 X", "RBAC: access denied")
        #expect(mesh?.kind == .refused(status: 403))
        #expect(mesh?.detail?.contains("something in front of the portal") == true)
    }

    @Test("What was answered without being asked for is told by its status", arguments: [304])
    func status(status: Int) async throws {
        #expect(try await error("\(status) X", "")?.reason == .answer(.status(status)))
    }

    @Test("Nobody is told to wait 0 s", arguments: ["-5", "0", "Wed, 21 Oct 2015 07:28:00 GMT"])
    func past(text: String) async throws {
        #expect(try await error("429 X", "", ["Retry-After: \(text)"])?.kind == .tooManyRequests(retryAfter: nil))
        #expect(try await error("503 X", "", ["Retry-After: \(text)"])?.kind == .serverFault(status: 503))
        let answer = ServiceAnswer(status: 429, headers: ["Retry-After": text], body: Data())
        #expect(
            RetryPolicy().pause(after: .answered(answer), tries: 1)?.reason
                == .failed(.tooManyRequests(retryAfter: nil)))
    }

    @Test(
        "What a read is refused for is not called a mistake in a request",
        arguments: [
            ("414 URI Too Long", PortalError.Kind.refused(status: 414)), ("413 X", .refused(status: 413)),
            ("418 X", .refused(status: 418)), ("408 X", .serverFault(status: 408)), ("409 X", .refused(status: 409)),
        ])
    func reads(status: String, kind: PortalError.Kind) async throws {
        #expect(try await error(status, "")?.kind == kind)
    }

    @Test("Where a page says that there is no such call, the address and the dialect are asked about")
    func otherDialect() async throws {
        let error = try #require(try await error("405 X", "<html><title>Error 405 - (the site)</title></html>"))
        #expect(error.kind == .unsupported)
        #expect(error.detail?.contains("“Error 405 - (the site)”") == true)
        #expect(error.detail?.contains("dialect") == true)
    }
}
