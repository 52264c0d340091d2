import AsyncHTTPClient
import FoundationEssentials
import Glibc
import NIOCore
import NIOHTTP1
import PortalModel
import Testing

@testable import PortalServices

@Suite("Refusals in the terms of the reader")
struct ErrorTranslationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var status: String
        var body: String
        var headers: [String] = []
        var kind: PortalError.Kind
        var detail: String?

        var testDescription: String { "\(status) \(body.prefix(30)) \(headers)" }
    }

    static let cases: [Case] = [
        Case(status: "401 Unauthorized", body: "", headers: ["WWW-Authenticate: Bearer"], kind: .signedOut),
        Case(
            status: "403 Forbidden", body: #"{"title":"Not yours","status":403,"detail":"It belongs to another."}"#,
            kind: .forbidden, detail: "It belongs to another."),
        Case(
            status: "404 Not Found", body: #"{"title":"Not found","status":404}"#, kind: .notFound, detail: "Not found"),
        Case(
            status: "409 Conflict", body: #"{"detail":null,"title":"Wrong state"}"#, kind: .conflict,
            detail: "Wrong state"),
        Case(
            status: "400 Bad Request",
            body: #"""
                {"title":"Not submitted","status":400,"validationWarnings":[
                  {"key":"t.form.validation/required","formId":3,"fieldId":"fld1"},
                  {"key":"t.actions.errors/licenses-not-accepted","formId":null},
                  {"formId":"3","fieldId":7}, {}, null, "odd"]}
                """#,
            kind: .invalid([
                ValidationWarning(key: "t.form.validation/required", field: FieldID(form: 3, field: "fld1")),
                ValidationWarning(key: "t.actions.errors/licenses-not-accepted"),
                ValidationWarning(key: "t.form.validation/invalid-value", field: FieldID(form: 3, field: "7")),
            ]),
            detail: "Not submitted"),
        Case(
            status: "422 Unprocessable", body: #"{"message":"no such facet"}"#, kind: .invalid([]),
            detail: "no such facet"),
        Case(status: "429 Too Many", body: "", headers: ["Retry-After: 17"], kind: .tooManyRequests(retryAfter: 17)),
        Case(
            status: "429 Too Many", body: "",
            headers: ["Date: Wed, 21 Oct 2026 07:28:00 GMT", "Retry-After: Wed, 21 Oct 2026 07:29:30 GMT"],
            kind: .tooManyRequests(retryAfter: 90)),
        Case(status: "429 Too Many", body: "", headers: ["Retry-After: soon"], kind: .tooManyRequests(retryAfter: nil)),
        Case(
            status: "405 Method Not Allowed", body: "<h1>No</h1>", kind: .unsupported,
            detail:
                "A web page came in place of the answer: “No”. Is it the service's address, and the dialect that it speaks?"
        ),
        Case(status: "501 Not Implemented", body: "", kind: .unsupported),
        Case(
            status: "500 Internal Server Error", body: #"{"title":"Unsupported operation","status":500,"detail":"x"}"#,
            kind: .unsupported, detail: "x"),
        Case(
            status: "500 Internal Server Error", body: #"{"title":"Unexpected","status":500,"detail":"boom"}"#,
            kind: .serverFault(status: 500), detail: "boom"),
        Case(
            status: "502 Bad Gateway", body: "<html><title>502 Bad Gateway</title></html>",
            kind: .serverFault(status: 502), detail: "502 Bad Gateway"),
        Case(status: "503 Unavailable", body: "sorry\nlater", kind: .serverFault(status: 503), detail: "sorry"),
        Case(status: "304 Not Modified", body: "", kind: .unreadableAnswer, detail: "It answered with status 304."),
    ]

    @Test("Each status and body", arguments: cases)
    func status(_ example: Case) async throws {
        try await ScriptedServer.answering { _, _ in
            HTTPText.answer(example.body, status: example.status, headers: example.headers)
        }.run { server in
            try await withPortal(at: server.address, options: ConnectionOptions(requestID: { "r-9" })) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.accessService.submit(ApplicationID(1))
                }
                #expect(error?.kind == example.kind)
                #expect(error?.detail == example.detail)
                #expect(error?.requestID == "r-9")
                #expect(error?.operation == "submitting the request")
            }
        }
    }

    @Test("However long a failure's body is, its status is told")
    func longFailure() async throws {
        let answer = HTTPText.answer(String(repeating: "x", count: 300_000), status: "502 Bad Gateway")
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .serverFault(status: 502))
                #expect(error?.detail?.count == 200)
            }
        }
    }

    @Test("Retry-After as a date counts from now without a Date of the answer, and never backwards")
    func retryAfterDate() throws {
        let now = try #require(RetryAfter.date("Wed, 21 Oct 2026 07:28:00 GMT"))
        func seconds(_ text: String) -> Int? { RetryAfter.seconds(in: ["Retry-After": text], now: now) }
        #expect(now.timeIntervalSince1970 == 1_792_567_680)
        #expect(seconds("Wed, 21 Oct 2026 08:28:00 GMT") == 3600)
        #expect(seconds("Wed, 21 Oct 2026 07:00:00 GMT") == 0)
        #expect(seconds("-5") == 0)
        // A day at most, so that what is reckoned with it stays a number.
        #expect(seconds("9223372036854775807") == 86_400)
        #expect(seconds("Fri, 31 Dec 9999 23:59:59 GMT") == 86_400)
        #expect(seconds("Wed, 42 Foo 2026 07:00:00 GMT") == nil)
    }

    @Test("Who could not be reached is called by name")
    func whoWasCalled() {
        func detail(_ error: any Error, _ service: CalledService) -> String? {
            PortalError(
                connectionFailure: error, to: service, options: ConnectionOptions(), operation: "search", requestID: "r"
            ).detail
        }
        let refused = IOError(errnoCode: ECONNREFUSED, reason: "connect")
        #expect(detail(refused, .portal) == "Nothing listens at the portal's address (connection refused).")
        #expect(detail(refused, .signIn) == "Nothing listens at the sign-in service's address (connection refused).")
        let proxy = ProxyFailure(host: "proxy.example", port: 3128, reason: HTTPClientError.proxyAuthenticationRequired)
        #expect(
            detail(proxy, .portal)
                == "The proxy proxy.example:3128 did not let it through: it wants a user name and a password. Look at "
                + "HTTPS_PROXY, HTTP_PROXY and NO_PROXY.")
    }

    @Test("Times of the connection are told in the seconds that were waited")
    func connectTimeout() {
        let error = PortalError(
            connectionFailure: HTTPClientError.connectTimeout, options: ConnectionOptions(), operation: "search",
            requestID: "r")
        #expect(error.kind == .timedOut(seconds: 5))
        let whole = PortalError(
            connectionFailure: HTTPClientError.deadlineExceeded, options: ConnectionOptions(), operation: "search",
            requestID: "r")
        #expect(whole.kind == .timedOut(seconds: 30))
    }
}
