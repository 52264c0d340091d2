import PortalModel
import Testing

@testable import PortalServices

@Suite("Redirects")
struct RedirectTests {
    @Test(
        "A token never reaches another host, nor another port", arguments: ["301 Moved", "302 Found", "307 Temporary"])
    func elsewhere(status: String) async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json("[]") }.run { other in
            let location = "Location: \(other.address)/login?code=abc"
            try await ScriptedServer.answering { _, _ in
                HTTPText.answer("", status: status, headers: [location])
            }.run { server in
                try await withPortal(at: server.address, token: "secret") { portal in
                    let error = await failure { () throws(PortalError) in try await portal.accessService.applications()
                    }
                    #expect(error?.kind == .unreadableAnswer)
                    #expect(error?.detail?.contains(other.address) == true)
                    #expect(error?.detail?.contains("code=abc") == false)
                }
            }
            #expect(other.requests.isEmpty)
        }
    }

    @Test("A redirect within the portal is followed by a GET, and by a POST where it stays one")
    func sameOrigin() async throws {
        try await ScriptedServer.answering { request, before in
            before == 0
                ? HTTPText.answer("", status: "308 Permanent", headers: ["Location: /elsewhere/here"])
                : HTTPText.json(request.line.hasPrefix("GET /elsewhere/here ") ? "[]" : #"{"count":0,"results":[]}"#)
        }.run { server in
            let filters = try await withPortal(at: server.address) { try await $0.discoveryService.filters() }
            #expect(filters.isEmpty)
        }
        try await ScriptedServer.answering { request, before in
            before == 0
                ? HTTPText.answer("", status: "307 Temporary", headers: ["Location: /elsewhere"])
                : HTTPText.json(#"{"count":0,"results":[]}"#)
        }.run { server in
            try await withPortal(at: server.address) { _ = try await $0.discoveryService.search(SearchQuery(), 0, 1) }
            #expect(server.requests.map(\.body).count == 2)
            #expect(server.requests.first?.body == server.requests.last?.body)
        }
    }

    @Test("A POST is not turned into a GET by a redirect")
    func postTurnedGet() async throws {
        try await ScriptedServer.answering { _, _ in
            HTTPText.answer("", status: "302 Found", headers: ["Location: /elsewhere"])
        }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in
                    try await portal.accessService.submit(ApplicationID(7))
                }
                #expect(error?.kind == .unreadableAnswer)
            }
            // What became of it is then asked, which may go where it is sent.
            #expect(server.requests.count { $0.line.hasPrefix("POST") } == 1)
            #expect(!server.requests.contains { $0.line.hasPrefix("GET /elsewhere") && $0.body != "" })
        }
    }

    @Test("Redirects in a circle end")
    func circle() async throws {
        try await ScriptedServer.answering { _, _ in
            HTTPText.answer("", status: "302 Found", headers: ["Location: /again"])
        }.run { server in
            try await withPortal(at: server.address) { portal in
                let error = await failure { () throws(PortalError) in try await portal.discoveryService.filters() }
                #expect(error?.kind == .unreadableAnswer)
                #expect(server.requests.count == 6)
            }
        }
    }
}
