import FoundationEssentials
import PortalModel
import PortalVersion
import Testing

@testable import PortalServices

@Suite("Calls over HTTP")
struct TransportTests {
    @Test("A call carries its headers, its path and its body")
    func requestShape() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json(#"{"count": 0, "results": []}"#) }.run { server in
            let options = ConnectionOptions(requestID: { "id-1" })
            try await withPortal(
                at: server.address + "/discovery/api/v1/", options: options, token: "secret", languages: ["sv", "en"]
            ) { portal in
                _ = try await portal.discoveryService.search(SearchQuery(text: "asthma"), 20, 10)
            }
            let request = try #require(server.requests.first)
            #expect(request.line == "POST /discovery/api/v1/datasets/search HTTP/1.1")
            #expect(request.headers["x-request-id"] == "id-1")
            #expect(request.headers["user-agent"] == "portal/\(PortalVersion.current)")
            #expect(request.headers["accept-language"] == "sv")
            #expect(request.headers["authorization"] == "Bearer secret")
            #expect(request.headers["content-type"] == "application/json")
            #expect(
                request.body == #"{"facets":[],"includeBeacon":false,"operator":"OR","query":"asthma","rows":10,"#
                    + #""sort":"score desc, metadata_modified desc","start":20}"#)
        }
    }

    @Test("Nobody signed in, nothing sent as authorization")
    func signedOutCall() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json("[]") }.run { server in
            try await withPortal(at: server.address) { _ = try await $0.discoveryService.filters() }
            #expect(server.requests.first?.headers["authorization"] == nil)
        }
    }

    @Test("A refused connection is offline, at once")
    func refused() async throws {
        let closed = try ClosedPort()
        try await withPortal(at: closed.address) { portal in
            let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
            #expect(error?.kind == .offline)
            #expect(error?.detail?.contains("refused") == true)
            #expect(error?.operation == "loading the filters")
        }
    }

    @Test(
        "An answer that does not come, or does not end, is timed out",
        arguments: [
            ScriptedServer.Answer.silence, .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[", closing: false),
            .bytes("HTTP/1.1 200 OK\r\n", closing: false),
        ])
    func slow(answer: ScriptedServer.Answer) async throws {
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            let options = ConnectionOptions(callTimeout: .milliseconds(150))
            try await withPortal(at: server.address, options: options) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .timedOut(seconds: 1))
                #expect(error?.outcomeIsUnknown == true)
            }
        }
    }

    @Test(
        "An answer that breaks off is unreadable",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[]",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n",
            "SSH-2.0-OpenSSH_9.2\r\n",
        ])
    func truncated(bytes: String) async throws {
        try await ScriptedServer.answering { _, _ in .bytes(bytes) }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .unreadableAnswer)
            }
        }
    }

    @Test(
        "What is not JSON where JSON belongs is unreadable, and its first line is told",
        arguments: [
            (
                "<!doctype html>\n<html><head><title>Welcome</title></head></html>",
                "A web page came in place of the answer: “Welcome”."
            ),
            (
                "<!doctype html>\n<html><head><title>Sign in</title></head></html>",
                "A page for people to sign in at stands before the portal: “Sign in”. This program cannot pass it. Ask who "
                    + "runs the site for an address that programs may use."
            ),
            ("\n  upstream is sleeping  \nmore", "The answer is not JSON. It begins: “upstream is sleeping”."),
            ("", "The answer is empty."),
            (#"{"detail": "a search answer it is not"}"#, "The answer is JSON of another shape."),
        ])
    func notJSON(body: String, detail: String) async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.answer(body, status: "200 OK") }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.discoveryService.search(SearchQuery(), 0, 10)
                }
                #expect(error?.kind == .unreadableAnswer)
                #expect(error?.detail == detail)
            }
        }
    }

    @Test("JSON under a wrong content type is read all the same")
    func wrongContentType() async throws {
        let answer = HTTPText.answer(
            #"{"count": 1, "results": [{"id": "a"}]}"#, status: "200 OK", headers: ["Content-Type: text/html"])
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address) { portal in
                let page = try await portal.discoveryService.search(SearchQuery(), 0, 10)
                #expect(page.results.count == 1)
            }
        }
    }

    @Test(
        "A body beyond the limit is refused while it comes in",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4C4B40\r\n",
        ])
    func oversized(head: String) async throws {
        // The answer never ends: only refusing on the way can end the call before its time is over.
        let answer = ScriptedServer.Answer.bytes(head + String(repeating: "[", count: 2_000_000), closing: false)
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address, options: ConnectionOptions(largestAnswer: 1024 * 1024)) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .unreadableAnswer)
                #expect(error?.detail?.contains("larger than 1 MB") == true)
            }
        }
    }

    @Test("Cancelling the task ends the call", arguments: [false, true])
    func cancellation(inBody: Bool) async throws {
        let answer =
            inBody
            ? ScriptedServer.Answer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[", closing: false) : .silence
        try await ScriptedServer.answering { _, _ in answer }.run { server in
            try await withPortal(at: server.address) { portal in
                let call = Task {
                    await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                }
                await server.waitForRequests(1)
                call.cancel()
                #expect(await call.value?.kind == .cancelled)
            }
        }
    }

    @Test("A safe call is made again when a kept connection was closed; a change is not")
    func closedConnection() async throws {
        try await ScriptedServer.answering { _, before in
            before == 0 ? .closeWithoutAnswer : HTTPText.json("[]")
        }.run { server in
            let filters = try await withPortal(at: server.address) { try await $0.discoveryService.filters() }
            #expect(filters.isEmpty)
            #expect(server.requests.count == 2)
        }
        try await ScriptedServer.answering { _, _ in .closeWithoutAnswer }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.accessService.submit(ApplicationID(1))
                }
                #expect(error?.kind == .offline)
                #expect(error?.outcomeIsUnknown == true)
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test("A server that does not speak TLS is offline over https")
    func noTLS() async throws {
        try await ScriptedServer.answering { _, _ in .silence }.run { server in
            // TLS greetings hold no end of an HTTP head, so the server waits as an HTTP server would.
            let address = server.address.replacing("http://", with: "https://")
            try await withPortal(at: address, options: ConnectionOptions(connectTimeout: .milliseconds(300))) {
                portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .timedOut(seconds: 1))
            }
        }
        try await ScriptedServer.answering { _, _ in .silence }.greeting("HTTP/1.1 400 Bad Request\r\n\r\n").run {
            server in
            let address = server.address.replacing("http://", with: "https://")
            try await withPortal(at: address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .offline)
                #expect(error?.detail?.contains("does not speak TLS") == true)
            }
        }
    }

    @Test("After shutting down a call fails plainly")
    func shutDown() async throws {
        let portal = try PortalClient(PortalAddresses(discovery: "http://127.0.0.1:1", access: "http://127.0.0.1:1"))
        await portal.shutdown()
        let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
        #expect(error?.kind == .local)
    }
}
