import FoundationEssentials
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
